#include "commands/acts.h"
#include "commands/looks/log.h"

namespace radslag::commands {

namespace {

// What an act changed in one row, from before its first writing to after its last.
std::vector<workflow::Change> net_changes(std::vector<workflow::Happening> const& act) {
    std::vector<workflow::Change> net;
    for (auto const& h : act)
        for (auto const& change : h.changes) {
            auto at = std::find_if(net.begin(), net.end(), [&](auto const& n) {
                return n.table == change.table && n.id == change.id;
            });
            if (at == net.end()) net.push_back(change);
            else at->after = change.after;
        }
    return net;
}

bool only_papers(std::vector<workflow::Change> const& net) {
    return std::all_of(net.begin(), net.end(),
                       [](auto const& change) { return change.table == casepapers::Paper::table; });
}

bool is_on_the_way(std::string_view name) {
    static constexpr std::string_view names[] = {
        "stage_entered", "case_stopped", "case_closed", "open_meeting", "next_step",
        "end_meeting",   "meeting_broken_off", "go_round", "pass_to_committee", "decide_referral",
        "move_model"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

// Gates were passed on what stood then: once the case or its meeting has gone on, what stood stays.
bool has_gone_on(Here const& here, workflow::Happening const& since) {
    constexpr std::size_t some = 200;
    auto after = since.seq;
    for (;;) {
        auto const later = here.reader.happenings(here.conference().id, after, some, false);
        for (auto const& h : later)
            if (h.act != since.act && !h.taken_back_by && is_on_the_way(h.name)) return true;
        if (later.size() < some) return false;
        after = later.back().seq;
    }
}

// A1, SN3, DF3: whoever came into another role since does not get the one back that it keeps apart.
bool is_held_beside(Here const& here, workflow::CaseFile const& file) {
    auto const& all = file.all<conference::Assignment>();
    auto role = [&](conference::Assignment const& a) { return here.model().role(a.role); };
    return std::any_of(all.begin(), all.end(), [&](auto const& a) {
        return a.holds() && std::any_of(all.begin(), all.end(), [&](auto const& b) {
                   return b.staff == a.staff && b.id != a.id &&
                          !workflow::fits_beside(here.book, role(a), {role(b), b.holds()});
               });
    });
}

// A row that the act made is spoken of by another, somebody is where they may not be without it, or a
// meeting would go on without what it needs.
bool is_built_on(Doing const& doing, std::vector<workflow::Change> const& net) {
    auto const& file = doing.draft.file();
    for (auto const& change : net)
        if (!change.before && workflow::refers_to(file, change.id)) return true;
    auto const& here = doing.here;
    for (auto const& person : file.all<people::Person>()) {
        auto const* rule = workflow::decides_about(here.book, person.role);
        if (rule == nullptr || rule->rule.strength != process::Strength::hard) continue;
        if (workflow::invitation_ahead(here.book, file, person.id) == nullptr) continue;
        if (workflow::standing_of(here.book, file, here.today, person) != circle::Standing::yes)
            return true;
    }
    auto const then = doing.draft.facts();
    // PN3: with the family's name go those whom it named.
    bool const named = workflow::may_stand(workflow::name_of(here.book, file), workflow::somebody_is_named(file));
    return !named || is_held_beside(here, file) || !workflow::may_come_back(here.book, here.facts, then);
}

std::vector<workflow::Happening> whole_act(Here const& here, workflow::Happening const& one) {
    std::vector<workflow::Happening> found;
    auto const from = std::max<std::int64_t>(0, one.seq - 100);
    for (auto& h : here.reader.happenings(here.conference().id, from, 200, true))
        if (h.act == one.act) found.push_back(std::move(h));
    return found;
}

Result<workflow::Happening> takeable(Here const& here, std::int64_t number) {
    auto line = line_of_log(here, number);
    if (!line) return no("field.choice", "happening");
    auto const* act = find_act(line->name);
    if (act == nullptr || !act->can_be_taken_back) return no("take_back.never");
    if (line->staff != here.staff.id) return no("take_back.not_yours");
    if (line->taken_back_by) return no("take_back.done");
    return std::move(*line);
}

} // namespace

// Puts back every row of an act as it was before, if nothing has been built on it since. Counters go
// on counting, and a deadline that time has touched since stays as it is.
Act take_back() {
    return {
        .name = "take_back",
        .room = "conference",
        .fields = {{.name = "happening", .type = FieldType::number, .required = true},
                   {.name = "reason", .type = FieldType::text, .required = true}},
        .can_be_taken_back = false,
        .decide = [](Doing& doing) -> Result<void> {
            auto one = takeable(doing.here, doing.input.number("happening"));
            if (!one) return no(std::move(one.error()));
            auto net = net_changes(whole_act(doing.here, *one));
            if (net.empty()) return no("take_back.erased"); // what it wrote is gone
            std::erase_if(net, [&](workflow::Change const& change) {
                return change.table == conference::Counter::table ||
                       (change.table == workflow::Due::table && !doing.draft.stands(change));
            });
            for (auto const& change : net)
                if (!doing.draft.stands(change)) return no("take_back.built_on");
            if (!only_papers(net) && has_gone_on(doing.here, *one)) return no("take_back.built_on");
            auto& happening = doing.happen(one->name, doing.input.text("reason"));
            happening.about = std::to_string(one->seq);
            for (auto const& change : net) doing.draft.restore(change);
            if (is_built_on(doing, net)) return no("take_back.built_on");
            return {};
        },
    };
}

} // namespace radslag::commands
