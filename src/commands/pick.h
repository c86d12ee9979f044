#pragma once
// What acts can be about and what their fields can choose among: shared by the acts, private to the
// room. Each list is both what a form offers and what a request is checked against.
#include "commands/act.h"

namespace radslag::commands {

using Ids = std::vector<std::string>;

// The version in which a row was last changed, by the act's word for what it is about.
std::optional<std::int64_t> version_of(workflow::CaseFile const& file, std::string_view about,
                                       std::string const& id);

// The ids of those rows of a kind for which `keep` holds.
template <class R, class Keep> Ids ids_of(Here const& here, Keep keep) {
    Ids ids;
    for (auto const& row : here.all<R>())
        if (keep(row)) ids.push_back(row.id.text);
    return ids;
}

// A person's name as the asker may know it, worked out once for many: where people are not seen,
// only staff, oneself and those one has named have theirs; the others are called by their role.
class Naming {
public:
    explicit Naming(Here const& here);
    [[nodiscard]] std::string operator()(people::Person const& person) const;
    [[nodiscard]] view::Option option(people::Person const& person) const;

private:
    Here const& here_;
    workflow::Sight people_;
};

Options people_options(Here const& here, bool (*keep)(Here const&, people::Person const&));
Options words_options(Here const& here, std::string_view table,
                      std::vector<std::string> const& ids);
// Roles of the model for which `keep` holds, with their names.
Options role_options(Here const& here, bool (*keep)(Here const&, process::Role const&));

// Sees at least some of the matter: what is closed is not to be chosen among either.
bool reads(Here const& here, process::Matter matter);

// Everybody who is here.
Ids people_here(Here const& here);
Options pick_anybody(Here const& here);
// Private and professional participants and the family: whoever can be named on the map.
Options pick_named_roles(Here const& here);

// A rule of the method that stands in the way, and whose passing is the asker's.
bool can_be_passed(Here const& here, workflow::Asked const& asked);

bool is_function(Here const& here, people::Person const& person,
                 std::initializer_list<process::Function> functions);
bool is_family(Here const& here, people::Person const& person);

meeting::Meeting const* open_meeting(Here const& here);
bool meeting_is_open(Here const& here); // and not paused
Ids open_meeting_ids(Here const& here); // the open one, paused or not
referral::Referral const* the_referral(Here const& here);

std::vector<view::Filled> filled(std::initializer_list<view::Filled> values);
inline view::Filled one(std::string field, std::string value) {
    return {std::move(field), value.empty() ? std::vector<std::string>{}
                                            : std::vector<std::string>{std::move(value)}};
}

// Those here for whom the asker can record this act now (A12).
std::vector<people::Person const*> recorded_for(Here const& here, std::string_view act);

// A name that fits the case: the main persons', or its number while nobody is named.
std::string name_of_case(workflow::CaseFile const& file, workflow::RuleBook const& book);
// Puts the case under its new name, if it changed.
void rename_case(Doing& doing);

// Gives a member of staff a role in this case: their row among the people and the assignment.
PersonId assign_staff(workflow::Draft& draft, Staff const& staff, std::string const& role,
                      std::optional<PersonId> by);
// Whether one person could hold this role beside those they have (incompatible, at_most).
Result<void> may_hold(Here const& here, Staff const& staff, process::Role const& role,
                      std::optional<PersonId> instead_of = {});

} // namespace radslag::commands
