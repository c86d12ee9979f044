// A case and its parts.
#include <algorithm>
#include <set>

#include "retention/retention.h"

namespace radslag::retention {
namespace {

using people::Person;
using Rows = std::vector<std::pair<std::string, std::string>>;

struct Part {
    Kept kind;
    std::vector<std::string_view> tables;
    std::vector<Kept> under; // parts that lean on it: while they stay, it stays
};

// Who a row speaks of, and the meeting that an account was given in, stay as long as the row.
// Persons are shared out between `frame` and `people`; case papers need the main persons alone.
std::vector<Part> const& parts() {
    using enum Kept;
    static std::vector<Part> const all{
        {case_papers, {"paper"}, {}},
        {referral, {"referral", "description"}, {}},
        {plan,
         {"offer", "plan", "action", "clarification", "ending_answer", "review", "report"},
         {}},
        {accounts, {"account"}, {}},
        {meetings,
         {"question", "agreement", "purpose", "own_words", "prepared", "invitation", "meeting",
          "seat", "absence"},
         {plan, accounts}},
        {consents, {"consent"}, {}},
        {safety_notes, {"safety_note"}, {}},
        {contact_data, {"contact"}, {}},
        {questionnaires, {"answers", "free_words"}, {}},
        {never_contacted, {}, {}},
        {people,
         {"speaks", "decision"},
         {referral, plan, accounts, meetings, consents, safety_notes, contact_data}},
        {trail, {}, {}},
        {frame,
         {"conference", "counter", "stage_entry", "waiver", "followed", "assignment", "person",
          "due"},
         {case_papers, referral, plan, accounts, meetings, consents, safety_notes, contact_data,
          questionnaires, never_contacted, people, trail}}};
    return all;
}

Part const& part(Kept kind) { return parts()[static_cast<std::size_t>(kind)]; }

bool has_table(Kept kind, std::string_view table) {
    auto const& tables = part(kind).tables;
    return std::ranges::find(tables, table) != tables.end();
}

bool is_main(Case const& c, Person const& person) {
    return c.book.function(person.role) == process::Function::main_person;
}

// Of the frame: without them nobody knows whose case it was, and who worked in it.
bool is_of_frame(Case const& c, Person const& person) {
    return is_main(c, person) || person.staff.has_value();
}

// Whom anything was done with, for or by; a decision about inviting somebody reaches nobody.
std::set<std::string> reached(Case const& c) {
    std::set<std::string> found;
    auto all = [&]<class R, class Id>(std::vector<R> const& rows, Id R::* who) {
        for (auto const& row : rows) found.insert((row.*who).text);
    };
    all(c.file.all<circle::Invitation>(), &circle::Invitation::person);
    all(c.file.all<preparation::Prepared>(), &preparation::Prepared::person);
    all(c.file.all<preparation::OwnWords>(), &preparation::OwnWords::person);
    all(c.file.all<meeting::Seat>(), &meeting::Seat::person);
    all(c.file.all<meeting::Account>(), &meeting::Account::person);
    all(c.file.all<consent::Consent>(), &consent::Consent::person);
    all(c.file.all<people::Speaks>(), &people::Speaks::guardian);
    all(c.file.all<circle::Decision>(), &circle::Decision::by);
    for (auto const& action : c.file.all<plan::Action>())
        if (action.owner) found.insert(action.owner->text); // it would be nobody's
    for (auto const& happening : c.happenings) {
        if (happening.by) found.insert(happening.by->text);
        if (happening.for_whom) found.insert(happening.for_whom->text);
    }
    return found;
}

std::vector<Person const*> never_contacted(Case const& c) {
    auto const contacted = reached(c);
    std::vector<Person const*> found;
    for (auto const& person : c.file.all<Person>())
        if (!person.staff && c.book.function(person.role) == process::Function::network &&
            !contacted.contains(person.id.text))
            found.push_back(&person);
    return found;
}

Rows rows_of(Case const& c, Kept kind) {
    Rows rows;
    std::apply(
        [&]<class... R>(std::vector<R> const&... all) {
            auto take = [&]<class One>(std::vector<One> const& of) {
                for (auto const& row : of) {
                    bool here = has_table(kind, One::table);
                    if constexpr (std::same_as<One, Person>)
                        here = kind == (is_of_frame(c, row) ? Kept::frame : Kept::people);
                    if (here) rows.emplace_back(One::table, row.id.text);
                }
            };
            (take(all), ...);
        },
        c.file.rows);
    return rows;
}

Rows rows_about(Case const& c, PersonId const& who) {
    Rows rows{{std::string(Person::table), who.text}};
    for (auto const& row : c.file.all<people::Contact>())
        if (row.id == who) rows.emplace_back(people::Contact::table, row.id.text);
    for (auto const& row : c.file.all<circle::Decision>())
        if (row.about == who) rows.emplace_back(circle::Decision::table, row.id.text);
    for (auto const& row : c.file.all<circle::SafetyNote>())
        if (row.about == who || row.keep_apart_from == who)
            rows.emplace_back(circle::SafetyNote::table, row.id.text);
    return rows;
}

bool is_there(Case const& c, Kept kind) {
    if (kind == Kept::trail)
        return std::ranges::any_of(c.happenings, [](auto const& h) { return !h.changes.empty(); });
    return !rows_of(c, kind).empty();
}

// When a part can go: not before what leans on it. Nothing: no day can be told.
std::optional<Date> goes_after(std::vector<Keeping> const& all, Keeping const& one) {
    if (one.state != State::until) return {};
    Date last = *one.until;
    if (!one.person.empty()) return last;
    for (auto const& other : all) {
        auto const& under = part(one.kind).under;
        if (std::ranges::find(under, other.kind) == under.end()) continue;
        if (other.state != State::until) return {};
        last = std::max(last, *other.until);
    }
    return last;
}

void keep_latest(std::optional<Date>& latest, Date date) {
    latest = latest ? std::max(*latest, date) : date;
}

} // namespace

std::vector<std::string_view> tables_of(Kept kind) { return part(kind).tables; }

Life life_of(Case const& c) {
    Life life;
    for (auto const& happening : c.happenings)
        if (happening.staff) keep_latest(life.last_entry, date_in(c.zone, happening.at));
    auto const& conference = c.file.conference();
    if (!conference.is_live()) life.case_end = date_in(c.zone, conference.status_since);
    for (auto const& meeting : c.file.all<meeting::Meeting>())
        if (meeting.opened_at && meeting.ended_at)
            keep_latest(life.meeting_end, date_in(c.zone, *meeting.ended_at));
    for (auto const& person : c.file.all<Person>())
        if (is_main(c, person) && person.is_here()) life.births.push_back(person.born);
    return life;
}

std::vector<Keeping> keepings(process::RetentionTable const& table, Case const& c) {
    auto life = life_of(c);
    std::vector<Keeping> all;
    for (auto const& each : parts())
        if (each.kind != Kept::never_contacted && is_there(c, each.kind))
            all.push_back(keeping(table, each.kind, life, c.today));
    for (auto const* person : never_contacted(c)) {
        life.named = date_in(c.zone, person->named_at);
        auto one = keeping(table, Kept::never_contacted, life, c.today);
        one.person = person->id;
        all.push_back(std::move(one));
    }
    return all;
}

Due due(std::vector<Keeping> const& keepings, Case const& c) {
    Due due;
    for (auto const& one : keepings) {
        auto const last = goes_after(keepings, one);
        if (!last) continue;
        auto const first = add_days(*last, 1);
        due.next = due.next ? std::min(*due.next, first) : first;
        if (c.today <= *last) continue;
        due.parts.push_back(one);
        due.whole = due.whole || one.kind == Kept::frame;
        due.trail = due.trail || one.kind == Kept::trail;
        auto rows = one.person.empty() ? rows_of(c, one.kind) : rows_about(c, one.person);
        due.rows.insert(due.rows.end(), rows.begin(), rows.end());
    }
    std::ranges::sort(due.rows); // somebody's contact data may be due for two reasons
    due.rows.erase(std::ranges::unique(due.rows).begin(), due.rows.end());
    return due;
}

bool worked_in(Case const& c, StaffId const& staff) {
    auto of_them = [&](auto const& row) { return row.staff == staff; };
    return std::ranges::any_of(c.file.all<conference::Assignment>(), of_them) ||
           std::ranges::any_of(c.file.all<Person>(), of_them) ||
           std::ranges::any_of(c.happenings, of_them);
}

} // namespace radslag::retention
