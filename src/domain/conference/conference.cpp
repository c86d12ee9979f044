#include "domain/conference/conference.h"

namespace radslag::conference {

Result<Conference> postpone(Conference c, Date until, std::string why, Date today, Instant now) {
    if (c.status != Status::running) return no("case.not_running");
    if (until <= today) return no("date.past", "until");
    c.status = Status::postponed;
    c.status_since = now;
    c.status_why = std::move(why);
    c.postponed_until = until;
    return c;
}

Result<Conference> take_up_again(Conference c, Instant now) {
    if (c.status != Status::postponed) return no("case.not_postponed");
    c.status = Status::running;
    c.status_since = now;
    c.status_why.clear();
    c.postponed_until.reset();
    return c;
}

Result<Conference> stop(Conference c, std::string stop, std::string why, Instant now) {
    if (!c.is_live()) return no("case.ended");
    c.status = Status::stopped;
    c.status_since = now;
    c.status_why = std::move(why);
    c.stop = std::move(stop);
    c.postponed_until.reset();
    return c;
}

Result<Conference> make_acute(Conference c, std::string why, Instant now) {
    if (c.acute_at) return no("case.acute_already");
    c.acute_at = now;
    c.acute_why = std::move(why);
    return c;
}

Result<Assignment> declare(Assignment a, bool impartial, std::string note, Instant now) {
    if (!a.holds()) return no("assignment.ended");
    if (a.impartial == Impartial::yes && impartial) return no("assignment.declared");
    if (!impartial && note.empty()) return no("field.missing", "note");
    a.impartial = impartial ? Impartial::yes : Impartial::no;
    a.impartial_note = std::move(note);
    a.impartial_at = now;
    // Whoever is not impartial does not keep the assignment for a moment longer (A1).
    if (!impartial) {
        a.ended_at = now;
        a.ended_why = a.impartial_note;
    }
    return a;
}

Result<Assignment> end(Assignment a, std::string why, Instant now) {
    if (!a.holds()) return no("assignment.ended");
    a.ended_at = now;
    a.ended_why = std::move(why);
    return a;
}

} // namespace radslag::conference
