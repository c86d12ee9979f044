#pragma once
// How the case came to us, and what the committee said.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct CriterionView {
    std::string id;
    std::string name;
    bool ticked = false;
    using Self = CriterionView;
    static constexpr std::string_view schema = "Criterion";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(ticked));
};

struct AxisView { // criteria of one kind, of which so many must be there
    std::string id;
    std::string name;
    std::int64_t at_least = 1;
    std::vector<CriterionView> criteria;
    using Self = AxisView;
    static constexpr std::string_view schema = "Axis";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(at_least), RADSLAG_F(criteria));
};

struct ReferralView {
    std::string intake;
    Instant sent_at;
    std::string sent_by;
    std::string contact_person;
    std::optional<std::vector<TextView>> descriptions; // with the matter `referral`
    std::vector<std::string> confirmed;
    std::string taken_by;
    std::string asked;   // what the leader asked the referrer for
    std::optional<std::vector<AxisView>> criteria;
    std::string departed_why;
    std::optional<Instant> passed_at;
    std::string verdict; // granted | not_suitable | more_needed | ""
    std::string verdict_why;
    std::string instead;
    std::string answer;
    std::optional<Instant> answered_at;
    bool identity_linked = false;
    using Self = ReferralView;
    static constexpr std::string_view schema = "Referral";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(intake), RADSLAG_F(sent_at), RADSLAG_F(sent_by), RADSLAG_F(contact_person),
        RADSLAG_F(descriptions), RADSLAG_F(confirmed), RADSLAG_F(taken_by), RADSLAG_F(asked),
        RADSLAG_F(criteria), RADSLAG_F(departed_why), RADSLAG_F(passed_at), RADSLAG_F(verdict),
        RADSLAG_F(verdict_why), RADSLAG_F(instead), RADSLAG_F(answer), RADSLAG_F(answered_at),
        RADSLAG_F(identity_linked));
};

} // namespace radslag::commands::view
