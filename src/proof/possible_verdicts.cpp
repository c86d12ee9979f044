// What must be possible: gates open, deadlines start, cases end, and no refusal is a dead end.
#include <algorithm>

#include <fmt/format.h>

#include "proof/possible.h"

namespace radslag::proof {
namespace {

using conference::Status;

void look(Verdict& verdict, bool good, std::string what) {
    ++verdict.could;
    if (good) return;
    ++verdict.was;
    verdict.stuck.push_back(std::move(what));
}

} // namespace

std::vector<std::string> Possible::closed(workflow::Gate const& gate, Reached const& at) const {
    auto open = workflow::through(gate, facts(at));
    if (open) return {};
    return cells::split(open.error().facts.front().second);
}

// Without passing any rule by: what each gate asks for can be there.
Verdict Possible::gates_open() const {
    std::vector<process::Rule const*> rules;
    auto gather = [&](auto const& asking) {
        for (auto const& need : asking.needs) rules.push_back(&need.rule);
    };
    for (auto const& stage : ground_.model().stages) gather(stage);
    for (auto const& meeting : ground_.model().meetings) {
        gather(meeting);
        for (auto const& step : meeting.steps) gather(step);
    }
    Verdict verdict{"gates_open",
                    "Every gate can open: what it asks for can be brought about, without passing "
                    "a rule by.",
                    sources_of(rules, {}),
                    {},
                    0,
                    0,
                    {},
                    {}};
    auto const& book = ground_.book;
    auto const& model = ground_.model();
    auto judge = [&](std::string const& name, workflow::Gate const& gate, auto is_there) {
        bool opens = false;
        std::vector<std::string> missing{"never reached"};
        for (std::size_t i = 0; i < nodes_.size() && !opens; ++i) {
            if (!begun_[i] || !is_there(nodes_[i].place)) continue;
            missing = closed(gate, nodes_[i]);
            opens = missing.empty();
        }
        look(verdict, opens, fmt::format("{}: {}", name, fmt::join(missing, ", ")));
    };
    for (Ix stage = 0; stage < model.stages.size(); ++stage)
        judge("stage " + model.stages[stage].id, book.gate_of_stage(stage), [&](Place const& p) {
            return p.stage == stage && p.status == Status::running;
        });
    for (Ix m = 0; m < model.meetings.size(); ++m) {
        auto const& meeting = model.meetings[m];
        judge("meeting " + meeting.id, book.gate_of_meeting(meeting.id), [&](Place const& p) {
            return p.stage == meeting.stage && p.state == MeetingState::planned && p.meeting == m;
        });
        for (Ix s = 0; s < meeting.steps.size(); ++s)
            judge("step " + meeting.id + "." + meeting.steps[s].id,
                  book.gate_of_step(meeting.id, meeting.steps[s].id), [&](Place const& p) {
                      return p.state == MeetingState::open && p.meeting == m && p.step == s;
                  });
    }
    return verdict;
}

Verdict Possible::deadlines() const {
    std::vector<process::Rule const*> rules;
    for (auto const& rule : ground_.model().deadlines) rules.push_back(&rule.rule);
    Verdict verdict{"deadlines", "Every deadline starts, and can be met after it has.",
                    sources_of(rules, {}), rules.empty() ? "it sets none" : "", 0, 0, {}, {}};
    auto has = [](Edge const& edge, process::Moment const& moment) {
        return workflow::is_moment(moment, edge.deed.act, edge.deed.of) ||
               std::any_of(edge.moments.begin(), edge.moments.end(), [&](Moment const& m) {
                   return workflow::is_moment(moment, m.name, m.detail);
               });
    };
    auto begins = [&](process::Moment const& moment, std::size_t node) {
        auto const& stage = ground_.model().stages[nodes_[node].place.stage];
        return node < ground_.model().intakes.size() &&
               workflow::is_moment(moment, "stage_entered", stage.id);
    };
    for (auto const& rule : ground_.model().deadlines) {
        std::vector<bool> runs(nodes_.size(), false);
        std::vector<std::uint32_t> queue;
        bool met = false;
        auto reach = [&](std::uint32_t node) {
            if (runs[node]) return;
            runs[node] = true;
            queue.push_back(node);
        };
        for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
            if (!begun_[i]) continue;
            if (begins(rule.starts, i)) reach(i);
            for (auto const& edge : edges_[i])
                if (has(edge, rule.starts)) reach(edge.to);
        }
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (auto const& edge : edges_[queue[i]]) {
                met = met || has(edge, rule.ends);
                reach(edge.to);
            }
        look(verdict, met, fmt::format("{}: {}", rule.id, queue.empty() ? "never starts"
                                                                        : "can never be met"));
    }
    return verdict;
}

template <class Is> std::vector<bool> Possible::can_reach(Is is) const {
    std::vector<std::vector<std::uint32_t>> back(nodes_.size());
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
        for (auto const& edge : edges_[i]) back[edge.to].push_back(i);
    std::vector<bool> can(nodes_.size(), false);
    std::vector<std::uint32_t> queue;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i)
        if (is(nodes_[i])) {
            can[i] = true;
            queue.push_back(i);
        }
    for (std::size_t i = 0; i < queue.size(); ++i)
        for (auto before : back[queue[i]])
            if (!can[before]) {
                can[before] = true;
                queue.push_back(before);
            }
    return can;
}

Verdict Possible::endings() const {
    Verdict verdict{"endings",
                    "From every state a case can be carried to its end, and can be ended before.",
                    {"A11"},
                    {},
                    0,
                    0,
                    {},
                    {}};
    auto const closes =
        can_reach([](Reached const& r) { return r.place.status == Status::closed; });
    auto const stops =
        can_reach([](Reached const& r) { return r.place.status == Status::stopped; });
    for (auto start : starts_) {
        auto const& place = nodes_[start].place;
        if (!place.is_live()) continue;
        look(verdict, closes[start] && stops[start],
             fmt::format("{}: {}", ground_.tell(place),
                         closes[start] ? "cannot be stopped" : "cannot be carried to its end"));
    }
    return verdict;
}

// Each no that can be told somewhere: it can be got over from there, or it is meant for good: the case
// is over, or the stages for which the model lets it be done lie behind.
Verdict Possible::refusals() {
    Verdict verdict{"refusals",
                    "Every refusal can be got over from where it is told, or is final on purpose: "
                    "the case has ended, or the model leaves that stage behind for good.",
                    {"ours"},
                    {},
                    0,
                    0,
                    {},
                    {}};
    auto const running = can_reach([](Reached const& r) {
        return r.place.status == Status::running || !r.place.is_live();
    });
    auto const unpaused =
        can_reach([](Reached const& r) {
            return r.place.state != MeetingState::paused && r.place.is_live();
        });
    auto const& model = ground_.model();
    std::vector<std::vector<bool>> opens;
    for (Ix m = 0; m < model.meetings.size(); ++m)
        opens.push_back(can_reach([&](Reached const& r) {
            return r.place.state == MeetingState::open && r.place.meeting == m;
        }));
    for (auto start : starts_) {
        auto const& place = nodes_[start].place;
        if (!place.is_live()) continue;
        auto const where = ground_.tell(place);
        if (place.status == Status::postponed)
            look(verdict, running[start], where + ": case.postponed");
        if (place.state == MeetingState::paused)
            look(verdict, unpaused[start], where + ": meeting.paused");
        for (Ix m = 0; m < model.meetings.size(); ++m)
            if (model.meetings[m].stage == place.stage)
                look(verdict, opens[m][start],
                     fmt::format("{}: gate.closed of {}", where, model.meetings[m].id));
    }
    // By stage: the stages that still lie ahead, itself and new rounds included.
    std::vector<std::vector<bool>> ahead(model.stages.size(),
                                         std::vector<bool>(model.stages.size(), false));
    for (Ix from = 0; from < model.stages.size(); ++from) {
        std::vector<Ix> queue{from};
        for (std::size_t i = 0; i < queue.size(); ++i) {
            if (ahead[from][queue[i]]) continue;
            ahead[from][queue[i]] = true;
            auto const& stage = model.stages[queue[i]];
            if (stage.next != nowhere) queue.push_back(stage.next);
            if (stage.again != nowhere) queue.push_back(stage.again);
        }
    }
    for (auto act : process::act_names()) {
        auto const& rows = ground_.book.mays(act);
        if (rows.empty()) continue;
        auto const done = can_reach([&](Reached const& r) { return anyone(r, act); });
        for (auto start : starts_) {
            auto const& place = nodes_[start].place;
            if (!place.is_live() || !ground_.doable(place, act).is_nobody()) continue;
            bool const lies_ahead = std::any_of(rows.begin(), rows.end(), [&](auto const* row) {
                // Who has no account does nothing in the software.
                if (row->who.offices == 0 && !row->who.meets(ground_.staffed())) return false;
                for (Ix stage = 0; stage < model.stages.size(); ++stage)
                    if (ahead[place.stage][stage] && stage >= row->from &&
                        (row->until == nowhere || stage <= row->until))
                        return true;
                return false;
            });
            look(verdict, !lies_ahead || done[start],
                 fmt::format("{}: {} never again", ground_.tell(place), act));
        }
    }
    return verdict;
}

} // namespace radslag::proof
