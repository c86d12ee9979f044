#pragma once
// Another door: invented towns, and those who work there, through the same commands. From a seed;
// the same seed and the same moment make the same town.
#include <functional>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "commands/commands.h"

namespace radslag::sim {

// ---- a municipality to look at

struct Municipality {
    std::uint64_t seed = 1;
    std::size_t cases = 60; // about; every stage of every model has one. 0: staff alone
    Instant now;            // what has happened, happened before
};
struct Made {
    std::size_t organisations = 0, staff = 0, cases = 0, acts = 0;
    std::vector<std::string> astray; // cases that did not come where they were to come
};
// Into a store without anything in it. Nobody has a password yet.
Outcome<Made> make_municipality(commands::Store& store, commands::Books const& books,
                                Municipality const& wish);

// ---- a year of them, with everything that goes wrong

struct Year {
    std::uint64_t seed = 1;
    int days = 365;
    std::size_t conferences = 1000;
    bool calm = false;  // nothing is lost, nothing ends in the middle
    std::string plant;  // a mistake planted on purpose, which a checker must find
    std::vector<std::string> blind; // checkers that are turned off
    Instant from;       // the first morning
};
struct Counted {
    std::string name;
    std::size_t times = 0, wrongs = 0; // how often it could have been wrong, and was
    std::string first;                 // where and when
};
struct Lived {
    std::size_t conferences = 0, acts = 0, refused = 0, happenings = 0;
    std::size_t lost = 0, doubled = 0, delayed = 0, crashed = 0, bugs = 0, told_otherwise = 0;
    std::string first_bug, first_otherwise, digest;
    std::vector<Counted> checkers;
    std::vector<std::pair<std::string, std::size_t>> refusals; // "act: code", most often first
    // Of those that began early enough to have come to an end.
    std::size_t asked = 0, willing = 0, held = 0, planned = 0, seats = 0;
    std::int64_t days_to_meeting = 0;
    double seconds = 0;

    [[nodiscard]] bool fine() const;
};
// Called with each case as it was written: the bridge to whoever proves.
using Witness = std::function<void(workflow::RuleBook const&, workflow::CaseFile const&,
                                   workflow::Circumstances const&)>;
Outcome<Lived> live_a_year(commands::Store& store, commands::Books const& books, Year const& year,
                           Witness const& witness = {});
std::unique_ptr<commands::Store> make_memory_store();
std::vector<std::string> planted_mistakes();
std::string planted_for(std::string const& mistake); // the checker that must find it
void tell(Lived const& lived, std::ostream& out);

// A number for everything that a store holds of its cases: equal for equal contents.
Outcome<std::string> digest(commands::Store& store);

} // namespace radslag::sim
