#pragma once
// What invented people are called and say, how often they do what, and where they live: the files
// in words/, as they were when the program was built.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sim/chance.h"

namespace radslag::sim {

using Lines = std::vector<std::string>;

struct Relative {
    std::string relation, names, near; // names: a list of names; near: closeness
};
using Relatives = std::vector<Relative>;

struct Around { // whom one has around oneself at a time of life
    Relatives guardians, network, support, professionals, others;
};

struct Intention { // of a plan
    bool own = true; // the family's own network carries it
    std::string what;
};
struct Paper {
    std::string title, text;
};

struct Story {
    std::string life; // child | young | adult | elder
    Relatives circle; // they are in the story, so they are around
    std::string asked, plan;
    std::map<std::string, std::string, std::less<>> referral;
    Lines words, questions, accounts, offers, review;
    std::vector<Intention> actions;
    std::vector<Paper> papers;
};

struct Tongue {
    std::string language;
    std::map<std::string, Lines, std::less<>> names; // girls, boys, women …, surnames
    std::map<std::string, std::string, std::less<>> calls;
    std::map<std::string, Around, std::less<>> around;
    std::vector<Story> stories;
    std::map<std::string, Lines, std::less<>> say; // "act.field", "act.field.choice"

    [[nodiscard]] Lines const* said(std::string const& act, std::string const& field,
                                    std::string const& choice) const;
    [[nodiscard]] Around const& around_at(std::string const& life) const;
};

struct Account {
    std::string name, at;
    std::uint32_t offices = 0; // bit per process::Office
};
struct TownWords {
    std::string name, country, zone, language, mail;
    bool every_model = false; // else the models of its own country
    std::vector<Account> staff;
};

struct Extra {
    int share = 100; // of a hundred cases, in so many at all
    int chance = 0;  // in a hundred, each time that it could be done
    int most = 1;    // in a case
};
using Extras = std::map<std::string, Extra, std::less<>>; // by act
struct Habits {
    Weights told;
    std::map<std::string, Weights, std::less<>> choose; // "act.field"
    std::map<std::string, int, std::less<>> fills;      // "act.field", "usual"
    Extras extra, mishaps;
    std::map<std::string, int, std::less<>> shares;     // published figures
};

struct Phrasebook {
    std::vector<TownWords> towns;
    std::map<std::string, Tongue, std::less<>> tongues;
    Habits habits;

    [[nodiscard]] Tongue const& tongue(std::string const& language) const; // or English
};
Phrasebook const& phrasebook(); // read once

std::string_view words_file(std::string_view name); // "sv", "towns" …; made by CMake

} // namespace radslag::sim
