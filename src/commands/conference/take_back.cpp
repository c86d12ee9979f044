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
            std::erase_if(net, [&](workflow::Change const& change) {
                return change.table == conference::Counter::table ||
                       (change.table == workflow::Due::table && !doing.draft.stands(change));
            });
            for (auto const& change : net)
                if (!doing.draft.stands(change)) return no("take_back.built_on");
            auto& happening = doing.happen(one->name, doing.input.text("reason"));
            happening.about = std::to_string(one->seq);
            for (auto const& change : net) doing.draft.restore(change);
            return {};
        },
    };
}

} // namespace radslag::commands
