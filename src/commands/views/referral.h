#pragma once
// How the case came to us, and what the committee said.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ReferralView {
    std::string intake;
    Instant sent_at;
    std::string sent_by;
    std::string contact_person;
    std::optional<std::vector<TextView>> descriptions; // with the matter `referral`
    std::vector<std::string> confirmed;
    std::string taken_by;
    std::string asked;   // what the leader asked the referrer for
    std::optional<std::vector<Option>> criteria; // value: axis.criterion; hint: "yes" when ticked
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
