#include <iostream>

#include "program/words.h"
#include "server/server.h"

namespace radslag::program {
namespace {

int demo(server::DemoOptions& said) { return server::demo(said, std::cout, std::cerr); }

} // namespace

void add_demo(Words const& words) {
    auto said = std::make_shared<server::DemoOptions>();
    auto* demo_ = words.app.add_subcommand(
        "demo", "Look around: invented people, on this machine alone, with published passwords");
    words.when(demo_, said, demo);
    demo_->add_option("--folder", said->folder, "Keep the demo here; else it is gone at the end");
    add_places(demo_, said->config, 0);
    add_clock(demo_, said->clock_file);
}

} // namespace radslag::program
