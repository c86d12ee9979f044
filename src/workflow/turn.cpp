#include <array>

#include "workflow/due.h"

namespace radslag::workflow {
namespace {

using process::Condition;

struct Brings {
    Condition condition;
    std::array<std::string_view, 3> acts;
};
constexpr std::array brings{
    Brings{Condition::consent, {"give_consent", "link_identity"}},
    Brings{Condition::role, {"assign", "declare_impartial", "name_person"}},
    Brings{Condition::questions, {"write_question", "agree_questions"}},
    Brings{Condition::purpose, {"choose_purpose"}},
    Brings{Condition::own_words, {"write_words"}},
    Brings{Condition::named, {"name_person"}},
    Brings{Condition::decided, {"decide_invitation"}},
    Brings{Condition::invited, {"invite"}},
    Brings{Condition::answered, {"record_answer"}},
    Brings{Condition::prepared, {"record_preparation"}},
    Brings{Condition::meeting_planned, {"plan_meeting"}},
    Brings{Condition::meeting_held, {"open_meeting", "next_step", "end_meeting"}},
    Brings{Condition::present, {"arrive"}},
    Brings{Condition::accounts, {"give_account"}},
    Brings{Condition::offers, {"offer_support"}},
    Brings{Condition::plan_written, {"hand_over_plan"}},
    Brings{Condition::actions_owned, {"write_action", "change_action"}},
    Brings{Condition::plan_ended, {"answer_plan"}},
    Brings{Condition::review_answered, {"answer_review"}},
    Brings{Condition::actions_reviewed, {"report_action"}},
    Brings{Condition::referral_complete, {"supplement_referral", "take_referral"}},
    Brings{Condition::referral_passed, {"pass_to_committee"}},
    Brings{Condition::criteria_met, {"judge_criteria"}},
    Brings{Condition::granted, {"decide_referral", "pass_to_committee"}},
    Brings{Condition::referrer_answered, {"answer_referrer"}},
    Brings{Condition::identity_linked, {"link_identity"}},
    Brings{Condition::rounds, {"go_round"}},
};

void join(Who& all, Who more) {
    all.roles |= more.roles;
    all.offices |= more.offices;
}

} // namespace

std::span<std::string_view const> brings_about(Condition condition) {
    for (auto const& row : brings) {
        if (row.condition != condition) continue;
        std::size_t n = 0;
        while (n < row.acts.size() && !row.acts[n].empty()) ++n;
        return std::span(row.acts).first(n);
    }
    return {};
}

std::vector<Turn> turns(RuleBook const& book, Facts const& facts) {
    std::vector<Turn> found;
    if (facts.status != conference::Status::running) return found;
    auto const& gate = book.gate_of_stage(facts.stage);
    for (auto const& asked : gate.needs) {
        if (holds(asked, facts)) continue;
        Turn turn{{}, asked.need->id};
        for (auto act : brings_about(asked.need->what)) join(turn.who, who_may(book, facts, act));
        if (!turn.who.empty()) found.push_back(std::move(turn));
    }
    auto const& stage = book.model().stages[facts.stage];
    if (is_open(gate, facts) && !stage.moved_by.empty()) found.push_back({stage.moved_by, {}});
    return found;
}

} // namespace radslag::workflow
