// The committee's day: which referrals are ready to be decided, which are not, who waits for an
// answer. For those whom a model names as its committee's members or chair.
#include <algorithm>

#include "commands/looks/looks.h"
#include "commands/looks/noted.h"
#include "commands/staff/staff.h"

namespace radslag::commands {
namespace looks {
namespace {

using referral::Referral;

bool is_of(process::Model const& model, Who who, std::uint32_t offices) {
    if ((who.offices & offices) != 0) return true;
    for (Ix i = 0; i < model.roles.size(); ++i)
        if (who.has(i) && (model.roles[i].offices & offices) != 0) return true;
    return false;
}

bool sits_on(process::Model const& model, Staff const& staff) {
    return model.committee && (is_of(model, model.committee->members, staff.offices) ||
                               is_of(model, model.committee->chair, staff.offices));
}

// Decided since it was last passed on: "more is needed" opens it again when it is passed anew.
bool is_decided(Referral const& r) {
    return r.decided_at && (!r.passed_at || *r.decided_at >= *r.passed_at);
}

void place(view::CommitteeView& view, Referral const& referral, view::CaseRow row) {
    bool const over = is_decided(referral) && referral.verdict != referral::Verdict::more_needed;
    if (over && referral.answered_at) return;
    if (over) view.to_answer.push_back(std::move(row));
    else if (referral.passed_at && !is_decided(referral)) view.ready.push_back(std::move(row));
    else view.not_ready.push_back(std::move(row));
}

// Nothing of a case whose referral is closed to this reader now.
void add_case(Lister const& lister, Caller const& caller, GlanceRow const& row,
              view::CommitteeView& view) {
    auto loaded = load(lister.reader, lister.books, caller, row.glance.id, lister.now);
    if (!loaded || loaded->file.all<Referral>().empty()) return;
    auto sees = [&](Matter matter) {
        return workflow::sees(*loaded->book, loaded->facts, loaded->actor.who, matter) ==
               Sight::all;
    };
    if (!sees(Matter::referral) && !sees(Matter::judgement)) return;
    place(view, loaded->file.all<Referral>().front(), row_of(lister, row));
}

void add_days(Lister const& lister, view::CommitteeView& view) {
    auto days = lister.reader.committee_days(lister.organisation.id);
    std::erase_if(days, [&](CommitteeDay const& day) {
        return day.model != view.model.id || day.cancelled_at || day.day < lister.today;
    });
    std::sort(days.begin(), days.end(), [](auto const& a, auto const& b) { return a.day < b.day; });
    for (auto const& day : days) view.days.push_back({day.id.text, write_date(day.day)});
    if (!days.empty()) view.next = days.front().day;
}

view::CommitteeView committee_of(Lister const& lister, Caller const& caller,
                                 process::Model const& model) {
    view::CommitteeView view;
    view.model = {model.id, words_of(model, lister.language, "model", "name")};
    add_days(lister, view);
    // Only stages before the family is known have a referral that waits.
    for (auto const& stage : model.stages) {
        if (!stage.before_start) continue;
        ListFilter filter;
        filter.model = model.id;
        filter.stage = stage.id;
        filter.order = ListFilter::Order::due;
        filter.limit = 100;
        do {
            auto page = lister.reader.list(lister.organisation.id, lister.staff.id, filter);
            for (auto const& row : page.rows)
                if (is_listed(lister, row)) add_case(lister, caller, row, view);
            filter.cursor = page.next;
        } while (!filter.cursor.empty());
    }
    StaffHere const here{lister.staff, lister.organisation, lister.books, lister.language,
                         lister.now,   lister.today,        lister.reader};
    view.can = staff_can(here, "committee");
    return view;
}

} // namespace
} // namespace looks

Answer<view::Committees> look_at_committees(World const& world, Caller const& caller) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    auto told = looks::lister(**reader, world, caller).map([&](looks::Lister const& lister) {
        view::Committees committees;
        for (auto const* book : lister.books.all())
            if (looks::sits_on(book->model(), lister.staff))
                committees.committees.push_back(looks::committee_of(lister, caller, book->model()));
        return committees;
    });
    if (!told) return told;
    std::vector<Looked> notes;
    auto const note = looked(world, caller, "look_at_committees");
    for (auto const& one : told->committees)
        for (auto const* pile : {&one.ready, &one.not_ready, &one.to_answer})
            add_named(notes, note, *pile);
    return told_and_noted(world, std::move(*told), std::move(notes));
}

} // namespace radslag::commands
