// Who is in the room, and who belongs there.
#include "commands/acts.h"

namespace radslag::commands {

bool is_in_room(Here const& here, meeting::Meeting const& meeting, PersonId const& person) {
    auto const* seat = meeting::seat_of(here.all<meeting::Seat>(), meeting.id, person);
    return seat != nullptr && seat->is_in();
}

Options who_belongs(Here const& here, meeting::Meeting const& meeting, process::Step const& step) {
    Options options;
    Naming const naming(here);
    for (auto const& p : here.all<people::Person>())
        if (p.is_here() && check_belongs(here, meeting, step, p.id)) options.push_back(naming.option(p));
    return options;
}

// The rule is the model's: whose place the step is, and who of them comes back (GF2, HF2, SN8).
Result<void> check_belongs(Here const& here, meeting::Meeting const& meeting,
                           process::Step const& step, PersonId const& person) {
    auto const* p = people::find(here.all<people::Person>(), person);
    RADSLAG_SURE(p != nullptr);
    // A private person nobody has said yes to does not slip in by the door (A6).
    auto part = workflow::seat_of(here.book, here.file, meeting, step, *p);
    part.said = workflow::standing_of(here.book, here.file, here.today, *p);
    if (workflow::is_wanted(here.book, part) && workflow::belongs(step, part)) return {};
    return no(refusal("step.not_theirs", "person")
                  .with("name", Naming(here)(*p))
                  .with("role", here.text("role." + p->role))
                  .with("step", here.text("step." + meeting.meeting + "." + step.id)));
}

Result<void> seat_all(Doing& doing, meeting::Meeting const& meeting, process::Step const& step,
                      std::string_view field) {
    bool into_room = false;
    for (auto const& text : doing.input.list(field)) {
        PersonId const person{text};
        if (auto theirs = check_belongs(doing.here, meeting, step, person); !theirs) return theirs;
        auto const* invitation = workflow::invitation_ahead(doing.here.book, doing.here.file, person);
        bool const by_link = invitation != nullptr && invitation->answer == circle::Coming::by_link;
        meeting::Seat fresh{doing.draft.fresh<RowId>(),
                            0,
                            meeting.id,
                            person,
                            by_link ? meeting::How::link : meeting::How::room,
                            doing.here.now,
                            {},
                            {}};
        into_room = into_room || !by_link;
        doing.put(meeting::arrive(doing.here.all<meeting::Seat>(), std::move(fresh), step.id));
    }
    if (into_room) return check_room(doing, meeting, field);
    return {};
}

Options pick_inside(Here const& here) {
    Options options;
    auto const* meeting = open_meeting(here);
    if (meeting == nullptr) return options;
    Naming const naming(here);
    for (auto const& p : here.all<people::Person>())
        if (is_in_room(here, *meeting, p.id)) options.push_back(naming.option(p));
    return options;
}

Options pick_outside(Here const& here) {
    Options options;
    auto const* meeting = open_meeting(here);
    if (meeting == nullptr) return options;
    Naming const naming(here);
    for (auto const& p : here.all<people::Person>())
        if (p.is_here() && has_place_in_meetings(here, p) && !is_in_room(here, *meeting, p.id))
            options.push_back(naming.option(p));
    return options;
}

bool has_place_in_meetings(Here const& here, people::Person const& person) {
    auto const role = here.model().role(person.role);
    auto const& all = here.model().meetings;
    return std::any_of(all.begin(), all.end(),
                       [&](auto const& meeting) { return workflow::has_place(meeting, role); });
}

} // namespace radslag::commands
