// The rows of deadlines are what one gets by reading again, from the first day on, what happened.
// It is read again every sixteenth act of a case, and when it ends.
#include <algorithm>
#include <map>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

using process::MomentKind;
using workflow::Due;
using workflow::Happening;

struct Running {
    std::string of;
    Date started_on, on;
    std::optional<Date> moved_to;
    bool met = false;
    [[nodiscard]] Date last() const { return moved_to.value_or(on); }
    auto told() const { return std::tuple(of, started_on, on, moved_to, met); }
};

class Again { // reads a case's story
public:
    explicit Again(Saved const& saved) : saved_(saved) {}

    // The rows as they should be; nothing where the story tells of taking back, or of another
    // model.
    std::optional<std::vector<Running>> read() {
        auto const all = saved_.reader.happenings(saved_.glance.id, 0, 100'000, true);
        for (std::size_t from = 0; from < all.size();) {
            auto to = from;
            while (to < all.size() && all[to].act == all[from].act) ++to;
            for (auto i = from; i < to; ++i) {
                if (all[i].name == "take_back" || all[i].name == "move_model" ||
                    all[i].taken_back_by)
                    return {};
                keep_facts(all[i]);
            }
            for (auto i = from; i < to; ++i)
                take(all[i]); // an act's deadlines come after all of it
            from = to;
        }
        return std::move(rows_);
    }

private:
    void keep_facts(Happening const& h) {
        for (auto const& change : h.changes) {
            if (change.table == conference::Conference::table && change.after) {
                if (change.before)
                    until_before_ =
                        from_cells<conference::Conference>(*change.before).postponed_until;
                conference_ = from_cells<conference::Conference>(*change.after);
            }
            if (change.table == meeting::Meeting::table) apply(meetings_, change);
        }
    }

    void take(Happening const& h) {
        today_ = date_in(saved_.organisation.zone, h.at);
        if (h.name == "case_stopped" || h.name == "case_closed")
            for (auto& row : rows_) row.met = true;
        else
            for (auto const& rule : saved_.book.model().deadlines) follow(rule, h);
        if (h.name == "postpone" && conference_.postponed_until)
            move(days_between(today_, *conference_.postponed_until));
        if ((h.name == "take_up_again" || h.name == "taken_up_again") && until_before_)
            move(-std::max(0, days_between(today_, *until_before_)));
        if (h.name == "make_acute") make_acute();
        if (h.name == "extend_deadline") extend(h);
    }

    void follow(process::Deadline const& rule, Happening const& h) {
        if (is(rule.ends, h) && rule.ends.kind != MomentKind::meeting_day)
            for (auto& row : rows_)
                if (row.of == rule.id) row.met = true;
        if (!is(rule.starts, h)) return;
        auto at = std::ranges::find_if(
            rows_, [&](Running const& row) { return row.of == rule.id && !row.met; });
        bool const by_day = rule.starts.kind == MomentKind::meeting_day;
        if (at != rows_.end() && !by_day) return;
        if (at == rows_.end()) at = rows_.insert(at, Running{rule.id, {}, {}, {}, false});
        at->started_on = today_;
        if (by_day)
            if (auto const* planned = meeting::current(meetings_.all<meeting::Meeting>()))
                at->started_on = planned->day;
        at->on = add(at->started_on, time_of(rule));
    }

    static bool is(process::Moment const& moment, Happening const& h) {
        switch (moment.kind) {
        case MomentKind::act:
            return h.name == moment.of;
        case MomentKind::stage_entered:
            return h.name == "stage_entered" && h.detail == moment.of;
        case MomentKind::stage_left:
            return h.name == "stage_left" && h.detail == moment.of;
        case MomentKind::meeting_day:
            return h.name == "plan_meeting" && h.detail == moment.of;
        case MomentKind::meeting_end:
            return h.name == "meeting_held" && h.detail == moment.of;
        }
        return false;
    }
    [[nodiscard]] Span time_of(process::Deadline const& rule) const {
        return conference_.acute_at && rule.acute_within ? *rule.acute_within : rule.within;
    }
    void move(int days) {
        if (days == 0) return;
        for (auto& row : rows_)
            if (!row.met) row.moved_to = add_days(row.last(), days);
    }
    void make_acute() {
        for (auto& row : rows_)
            for (auto const& rule : saved_.book.model().deadlines)
                if (row.of == rule.id && !row.met && rule.acute_within)
                    row.on = add(row.started_on, *rule.acute_within);
    }
    void extend(Happening const& h) { // to which day, somebody said
        for (auto const& change : h.changes) {
            if (change.table != Due::table || !change.after) continue;
            auto const due = from_cells<Due>(*change.after);
            for (auto& row : rows_)
                if (row.of == due.of && !row.met) row.moved_to = due.moved_to;
        }
    }

    Saved const& saved_;
    conference::Conference conference_;
    std::optional<Date> until_before_;
    workflow::CaseFile meetings_;
    Date today_;
    std::vector<Running> rows_;
};

class Deadlines final : public Checker {
public:
    Deadlines() : Checker("deadlines") {}

    void saved(Saved const& saved) override {
        bool const over = !saved.file.conference().is_live();
        if (!over && saved.file.counter().version % 16 != 0) return;
        auto again = Again(saved).read();
        if (!again) return;
        std::vector<Running> there;
        for (auto const& due : saved.file.all<Due>())
            if (due.kind == workflow::DueKind::deadline)
                there.push_back(
                    {due.of, due.started_on, due.on, due.moved_to, due.met_at.has_value()});
        auto by_told = [](Running const& a, Running const& b) { return a.told() < b.told(); };
        std::ranges::sort(there, by_told);
        std::ranges::sort(*again, by_told);
        bool const same = std::ranges::equal(there, *again, {}, &Running::told, &Running::told);
        check(same, where(saved) + ": the deadlines are not those of the story");
    }
};

} // namespace

std::unique_ptr<Checker> watch_deadlines() { return std::make_unique<Deadlines>(); }

} // namespace radslag::sim
