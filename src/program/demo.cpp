#include <iostream>

#include "program/words.h"
#include "sim/sim.h"

namespace radslag::program {
namespace {

struct Demo {
    server::DemoOptions options;
    sim::Municipality wish;
};

int demo(Demo& said) {
    auto furnish = [&](commands::Store& store, commands::Books const& books, Instant now) {
        said.wish.now = now;
        return sim::make_municipality(store, books, said.wish).map([](sim::Made const& made) {
            return made.astray;
        });
    };
    return server::demo(said.options, furnish, std::cout, std::cerr);
}

} // namespace

void add_demo(Words const& words) {
    auto said = std::make_shared<Demo>();
    auto* demo_ = words.app.add_subcommand(
        "demo", "Look around: invented people, on this machine alone, with published passwords");
    words.when(demo_, said, demo);
    demo_->add_option("--folder", said->options.folder,
                      "Keep the demo here; else it is gone at the end");
    demo_->add_option("--seed", said->wish.seed, "Another town for each number")
        ->capture_default_str();
    demo_->add_option("--cases", said->wish.cases, "About how many conferences; 0: the staff alone")
        ->capture_default_str();
    add_places(demo_, said->options.config, 0);
    add_clock(demo_, said->options.clock_file);
}

} // namespace radslag::program
