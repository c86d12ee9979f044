#include "commands/pick.h"

#include <algorithm>

namespace radslag::commands {

using process::Function;

std::optional<std::int64_t> version_of(workflow::CaseFile const& file, std::string_view about,
                                       std::string const& id) {
    auto of = [&]<class R>(std::vector<R> const& all) -> std::optional<std::int64_t> {
        for (auto const& row : all)
            if (row.id.text == id) return row.changed_in;
        return {};
    };
    if (about == "person") return of(file.all<people::Person>());
    if (about == "question") return of(file.all<preparation::Question>());
    if (about == "action") return of(file.all<plan::Action>());
    if (about == "paper") return of(file.all<casepapers::Paper>());
    if (about == "description") return of(file.all<referral::Description>());
    return {};
}

Naming::Naming(Here const& here)
    : here_(here),
      people_(workflow::sees(here.book, here.facts, here.actor.who, process::Matter::people)) {}

std::string Naming::operator()(people::Person const& person) const {
    auto is_me = [&](PersonId const& id) {
        auto in = [&](std::vector<PersonId> const& ids) {
            return std::find(ids.begin(), ids.end(), id) != ids.end();
        };
        return in(here_.actor.as) || in(here_.actor.unready);
    };
    bool const named =
        people_ == workflow::Sight::all || person.staff || is_me(person.id) ||
        (people_ == workflow::Sight::own && person.named_by && is_me(*person.named_by));
    return named ? person.name : here_.text("role." + person.role);
}

view::Option Naming::option(people::Person const& person) const {
    return {person.id.text, (*this)(person), here_.text("role." + person.role)};
}

Options people_options(Here const& here, bool (*keep)(Here const&, people::Person const&)) {
    Options options;
    Naming const naming(here);
    for (auto const& p : here.all<people::Person>())
        if (p.is_here() && keep(here, p)) options.push_back(naming.option(p));
    return options;
}

bool reads(Here const& here, process::Matter matter) {
    return workflow::sees(here.book, here.facts, here.actor.who, matter) != workflow::Sight::none;
}

Options words_options(Here const& here, std::string_view table,
                      std::vector<std::string> const& ids) {
    Options options;
    for (auto const& id : ids)
        options.push_back({id, here.text(std::string(table) + "." + id), {}});
    return options;
}

Options role_options(Here const& here, bool (*keep)(Here const&, process::Role const&)) {
    Options options;
    for (auto const& role : here.model().roles)
        if (keep(here, role)) options.push_back({role.id, here.text("role." + role.id), {}});
    return options;
}

Ids people_here(Here const& here) {
    return ids_of<people::Person>(here, [](auto const& p) { return p.is_here(); });
}

Options pick_anybody(Here const& here) {
    return people_options(here, [](Here const&, people::Person const&) { return true; });
}

Options pick_named_roles(Here const& here) {
    return role_options(here, [](Here const&, process::Role const& role) {
        switch (role.is) {
        case Function::main_person:
        case Function::speaks_for:
        case Function::network:
        case Function::support:
            return true;
        case Function::professional:
            return role.may_be_outsider;
        default:
            return false;
        }
    });
}

bool is_function(Here const& here, people::Person const& person,
                 std::initializer_list<Function> functions) {
    auto is = here.book.function(person.role);
    return std::find(functions.begin(), functions.end(), is) != functions.end();
}

bool is_family(Here const& here, people::Person const& person) {
    return is_function(here, person, {Function::main_person, Function::speaks_for});
}

meeting::Meeting const* open_meeting(Here const& here) {
    auto const* now = meeting::current(here.all<meeting::Meeting>());
    return now != nullptr && now->is_open() ? now : nullptr;
}

bool meeting_is_open(Here const& here) {
    auto const* now = open_meeting(here);
    return now != nullptr && !now->paused_at;
}

Ids open_meeting_ids(Here const& here) {
    auto const* now = open_meeting(here);
    return now == nullptr ? Ids{} : Ids{now->id.text};
}

referral::Referral const* the_referral(Here const& here) {
    auto const& all = here.all<referral::Referral>();
    return all.empty() ? nullptr : &all.front();
}

std::vector<view::Filled> filled(std::initializer_list<view::Filled> values) {
    std::vector<view::Filled> found;
    for (auto const& value : values)
        if (!value.value.empty()) found.push_back(value);
    return found;
}

std::vector<people::Person const*> recorded_for(Here const& here, std::string_view act) {
    std::vector<people::Person const*> found;
    auto const roles = workflow::for_whom(here.book, here.facts, here.actor.asks_for(act), act);
    for (auto const& person : here.all<people::Person>()) {
        if (!person.is_here() || !here.book.is_in(roles, person.role)) continue;
        auto const voice = workflow::voice_of(here.book, here.file, here.today, person);
        if (workflow::may_be_recorded_for(voice, act)) found.push_back(&person);
    }
    return found;
}

std::string name_of_case(workflow::CaseFile const& file, workflow::RuleBook const& book) {
    std::string name;
    for (auto const& p : file.all<people::Person>()) {
        if (!p.is_here() || book.function(p.role) != Function::main_person) continue;
        if (!name.empty()) name += ", ";
        name += p.name;
    }
    return name;
}

void rename_case(Doing& doing) {
    auto conference = doing.draft.file().conference();
    auto name = name_of_case(doing.draft.file(), doing.here.book);
    if (name == conference.name) return;
    conference.name = std::move(name);
    doing.draft.put(std::move(conference));
}

PersonId assign_staff(workflow::Draft& draft, Staff const& staff, std::string const& role,
                      std::optional<PersonId> by) {
    people::Person person;
    person.id = draft.fresh<PersonId>();
    person.name = staff.name;
    person.role = role;
    person.staff = staff.id;
    person.named_at = draft.now();
    person.named_by = std::move(by);
    conference::Assignment assignment;
    assignment.id = draft.fresh<RowId>();
    assignment.person = person.id;
    assignment.staff = staff.id;
    assignment.role = role;
    assignment.assigned_at = draft.now();
    assignment.pledged_at = staff.pledged_at;
    auto id = person.id;
    draft.put(std::move(person));
    draft.put(std::move(assignment));
    return id;
}

Result<void> may_hold(Here const& here, Staff const& staff, process::Role const& role,
                      std::optional<PersonId> instead_of) {
    if (staff.locked_at) return no("assign.locked", "staff");
    if ((role.offices & staff.offices) == 0) return no("assign.office", "staff");
    int holders = 0;
    for (auto const& a : here.all<conference::Assignment>()) {
        if (a.person == instead_of) continue;
        auto other = here.model().role(a.role);
        if (a.role == role.id && a.holds()) ++holders;
        if (a.staff != staff.id || other == process::nowhere) continue;
        if (a.role == role.id && a.holds()) return no("assign.has_it", "staff");
        if (!workflow::fits_beside(here.book, here.model().role(role.id), {other, a.holds()}))
            return no(refusal("assign.incompatible", "staff")
                          .with("role", here.text("role." + here.model().roles[other].id)));
    }
    if (holders >= role.at_most) return no("assign.full", "role");
    return {};
}

} // namespace radslag::commands
