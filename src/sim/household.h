#pragma once
// An invented family, those around it, and what they say. Nobody here is anybody.
#include <optional>

#include "sim/words.h"

namespace radslag::sim {

struct Someone {
    std::string name, relation, near;
    std::optional<Date> born;
    std::string phone, mail;
    [[nodiscard]] std::string first() const { return name.substr(0, name.find(' ')); }
};

// Whom the model has a place for.
struct Wanted {
    bool child = false;      // somebody else speaks for the main person
    bool anonymous = false;  // the story is told without names at first
    int mains = 1;
    int network = 5;
    int professionals = 3;
};

struct Household {
    Tongue const* tongue = nullptr;
    Story const* story = nullptr;
    std::string life;
    std::vector<Someone> mains, guardians, network, support, professionals, others;

    [[nodiscard]] bool of_a_child() const { return life == "child" || life == "young"; }
};

Household invent(Tongue const& tongue, Wanted const& wanted, Date today, Chance& chance);

// "{main} comes home" → "Milo comes home"; with `nameless`, what one calls somebody who may not
// be named yet. A sentence begins with a capital.
std::string spoken(std::string text, Household const& household, bool nameless);

} // namespace radslag::sim
