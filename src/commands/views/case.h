#pragma once
// A whole case, as its reader sees it.
#include "commands/views/acts.h"
#include "commands/views/casepapers.h"
#include "commands/views/consent.h"
#include "commands/views/evaluation.h"
#include "commands/views/meeting.h"
#include "commands/views/people.h"
#include "commands/views/plan.h"
#include "commands/views/preparation.h"
#include "commands/views/referral.h"
#include "commands/views/restriction.h"

namespace radslag::commands::view {

struct CaseView {
    std::string id;
    std::int64_t number = 0;
    std::string name;  // "no. 14" for who does not see people
    Named model;
    std::int64_t model_version = 1;
    std::string language;
    std::int64_t version = 0;
    std::int64_t access = 0;
    std::int64_t round = 1;
    std::string acute_why; // "" it is not acute
    StatusView status;
    std::vector<MyRole> me;
    std::vector<Stage> journey;
    Gate gate;
    std::vector<Turn> turn;
    std::vector<DueView> due;
    std::vector<Can> can;
    std::vector<Sees> sees;
    std::vector<RestrictionView> restrictions; // in force and coming
    std::optional<std::vector<PersonView>> people;
    std::optional<ReferralView> referral;
    std::optional<std::vector<ConsentView>> consents;
    std::optional<QuestionsView> questions;
    std::optional<std::vector<SafetyView>> safety;
    std::optional<std::vector<PaperView>> papers;
    std::optional<std::vector<MeetingView>> meetings;
    std::optional<std::vector<TextView>> accounts;
    std::optional<std::vector<OfferView>> offers;
    std::optional<PlanView> plan;
    std::optional<std::vector<QuestionnaireView>> evaluation;
    bool fidelity = false; // how the method was followed is open to me
    bool log = false; // the log is open to me
    using Self = CaseView;
    static constexpr std::string_view schema = "Case";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(name), RADSLAG_F(model),
        RADSLAG_F(model_version), RADSLAG_F(language), RADSLAG_F(version), RADSLAG_F(access),
        RADSLAG_F(round), RADSLAG_F(acute_why), RADSLAG_F(status), RADSLAG_F(me),
        RADSLAG_F(journey), RADSLAG_F(gate), RADSLAG_F(turn), RADSLAG_F(due), RADSLAG_F(can),
        RADSLAG_F(sees), RADSLAG_F(restrictions), RADSLAG_F(people), RADSLAG_F(referral), RADSLAG_F(consents),
        RADSLAG_F(questions), RADSLAG_F(safety), RADSLAG_F(papers), RADSLAG_F(meetings),
        RADSLAG_F(accounts), RADSLAG_F(offers), RADSLAG_F(plan), RADSLAG_F(evaluation),
        RADSLAG_F(fidelity), RADSLAG_F(log));
};

} // namespace radslag::commands::view
