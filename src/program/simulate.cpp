#include <iostream>

#include "program/words.h"
#include "sim/sim.h"

namespace radslag::program {
namespace {

struct Simulation {
    std::string models = models_folder();
    std::string from = "2026-01-05T06:00:00Z";
    sim::Year year;
};

int simulate(Simulation& said) {
    auto from = read_instant(said.from);
    if (!from) {
        std::cerr << "\"" << said.from << "\" is no instant, such as 2026-01-05T06:00:00Z.\n";
        return 1;
    }
    said.year.from = *from;
    auto files = server::read_models(said.models);
    if (!files) {
        std::cerr << files.error().logged << "\n";
        return 1;
    }
    auto reading = process::read_library(*files);
    if (!reading.complaints.empty() || reading.library.all().empty()) {
        std::cerr << "The models cannot be used: radslag models check tells why.\n";
        return 1;
    }
    commands::Books const books(std::move(reading.library));
    auto const store = sim::make_memory_store();
    auto lived = sim::live_a_year(*store, books, said.year);
    if (!lived) {
        std::cerr << lived.error().told << " " << lived.error().logged << "\n";
        for (auto const& mistake : sim::planted_mistakes()) std::cerr << "  " << mistake << "\n";
        return 1;
    }
    sim::tell(*lived, std::cout);
    if (!lived->fine()) std::cout << "\nSomething is wrong. The same seed shows it again.\n";
    return lived->fine() ? 0 : 1;
}

} // namespace

void add_simulate(Words const& words) {
    auto said = std::make_shared<Simulation>();
    auto* simulation = words.app.add_subcommand(
        "simulate", "Live a year with invented people, failing networks and checkers; exit 1 when "
                    "one of them finds something");
    words.when(simulation, said, simulate);
    simulation->add_option("--seed", said->year.seed, "The same seed, the same year")
        ->capture_default_str();
    simulation->add_option("--days", said->year.days, "How many days")
        ->capture_default_str()
        ->check(CLI::Range(1, 3660));
    simulation->add_option("--conferences", said->year.conferences, "How many begin in them")
        ->capture_default_str();
    simulation->add_option("--from", said->from, "The first morning")->capture_default_str();
    simulation->add_option("--models", said->models, "Folder of the process models")
        ->capture_default_str();
    simulation->add_flag("--calm", said->year.calm, "Nothing is lost, and no process ends");
    simulation->add_option("--plant", said->year.plant,
                           "Plant a mistake, which a checker must find; a wrong word lists them");
    simulation->add_option("--blind", said->year.blind, "Turn these checkers off");
}

} // namespace radslag::program
