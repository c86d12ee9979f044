#pragma once
// A form is filled in: by the act's declaration, with what the story and the phrase book say.
#include "sim/household.h"
#include "sim/sight.h"

namespace radslag::sim {

class Filler {
public:
    Filler(Household const& home, Chance chance) : home_(home), chance_(std::move(chance)) {}

    // `nameless`: nobody may be named yet. `today`: in the organisation's zone.
    commands::Request fill(Wish const& wish, Sight const& sight, bool nameless, Date today);
    // The fields of an intake, and of the act that begins a case.
    commands::Request begin(view::Can const& can, std::string const& intake, bool referral,
                            bool acute);
    // What is said there, another thing each time while there are others.
    std::string say(std::string const& act, std::string const& field, std::string const& choice,
                    bool nameless);
    Intention next_intention();

private:
    struct Form;
    void fill_field(commands::FieldSpec const& spec, Form& form);
    commands::Value value_of(commands::FieldSpec const& spec, Form const& form);
    std::string date_for(std::string_view field, Date today);
    std::string choose(std::string const& key, commands::FieldSpec const& spec,
                       std::vector<view::Option> const& options);
    bool is_filled(std::string const& key, commands::FieldSpec const& spec, Form const& form);
    Lines const* from_story(std::string const& act, std::string const& field) const;
    std::string asked(std::string const& field, bool referral);
    std::string next_of(std::string const& key, Lines const& lines);

    Household const& home_;
    Chance chance_;
    std::map<std::string, std::size_t> told_; // how much of a list has been said
};

} // namespace radslag::sim
