// GN9: who is expected in the room of a meeting, and how many may be there.
#include <algorithm>

#include "workflow/facts.h"

namespace radslag::workflow {
namespace {

using process::Function;

bool has_kept_place(Function is) {
    return is == Function::main_person || is == Function::speaks_for || is == Function::coordinator;
}

// Somebody can be there in two roles, and takes one seat.
bool sits_already(CaseFile const& file, std::vector<PersonId> const& seated,
                  people::Person const& person) {
    return person.staff && std::any_of(seated.begin(), seated.end(), [&](PersonId const& id) {
               return people::find(file.all<people::Person>(), id)->staff == person.staff;
           });
}

} // namespace

std::optional<std::int64_t> room_limit(Circumstances const& around, Date day) {
    std::optional<std::int64_t> least;
    for (auto const& limit : around.room_limits)
        if (limit.from <= day && (!limit.until || day <= *limit.until))
            least = least ? std::min(*least, limit.at_most) : limit.at_most;
    return least;
}

std::vector<PersonId> expected_in_room(RuleBook const& book, CaseFile const& file,
                                       meeting::Meeting const& meeting) {
    std::vector<PersonId> expected;
    auto const* rules = book.model().meeting(meeting.meeting);
    if (rules == nullptr) return expected;
    for (auto const& person : file.all<people::Person>()) {
        auto const role = book.model().role(person.role);
        if (role == process::nowhere || !has_place(*rules, role)) continue;
        if (!is_ready(book, file, person) || is_shut_out(file, person.id)) continue;
        auto const* invitation = circle::invitation_of(file.all<circle::Invitation>(), person.id,
                                                       meeting.meeting, meeting.round);
        bool const answered = invitation != nullptr && invitation->answer;
        bool const comes =
            answered ? invitation->takes_room() : has_kept_place(book.model().roles[role].is);
        if (comes && !sits_already(file, expected, person)) expected.push_back(person.id);
    }
    return expected;
}

} // namespace radslag::workflow
