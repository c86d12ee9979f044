#include "workflow/due.h"

namespace radslag::workflow {
namespace {

using process::Brings;

void join(Who& all, Who more) {
    all.roles |= more.roles;
    all.offices |= more.offices;
}

Turn turn_of(RuleBook const& book, Facts const& facts, Asked const& asked) {
    Turn turn;
    turn.need = asked.need->id;
    turn.atom = asked.atom;
    for (auto const& bringer : process::brings_about(asked.need->what)) {
        auto const themselves = who_may(book, facts, bringer.act, OnBehalf::no);
        join(turn.who, who_may(book, facts, bringer.act, OnBehalf::yes));
        join(bringer.how == Brings::by_each ? turn.each : turn.who, themselves);
    }
    turn.each.roles &= ~turn.who.roles;
    turn.each.offices &= ~turn.who.offices;
    join(turn.who, turn.each);
    return turn;
}

} // namespace

std::vector<Turn> turns(RuleBook const& book, Facts const& facts, std::int64_t round) {
    std::vector<Turn> found;
    if (facts.status != conference::Status::running) return found;
    auto const& gate = book.gate_of_stage(facts.stage);
    for (auto const& asked : gate.needs) {
        if (holds(asked, facts)) continue;
        auto turn = turn_of(book, facts, asked);
        if (!turn.who.empty()) found.push_back(std::move(turn));
    }
    auto const& stage = book.model().stages[facts.stage];
    if (!is_open(gate, facts) || stage.moved_by.empty()) return found;
    if (has_more_rounds(stage, round)) found.push_back({.who = stage.again_by, .act = "go_round"});
    found.push_back({.who = stage.moved_by, .act = "move_on"});
    return found;
}

} // namespace radslag::workflow
