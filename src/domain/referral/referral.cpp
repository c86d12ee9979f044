#include "domain/referral/referral.h"

namespace radslag::referral {

Result<Referral> take(Referral referral, PersonId const& by, Instant now) {
    if (referral.taken_at) return no("referral.taken");
    referral.taken_at = now;
    referral.taken_by = by;
    return referral;
}

Result<Referral> ask(Referral referral, std::string what, Instant now) {
    if (referral.decided_at && referral.verdict != Verdict::more_needed)
        return no("referral.decided");
    referral.asked = std::move(what);
    referral.asked_at = now;
    return referral;
}

Result<Referral> judge(Referral referral, std::vector<std::string> criteria,
                       std::string departed_why, Instant now) {
    if (referral.decided_at && referral.verdict != Verdict::more_needed)
        return no("referral.decided");
    referral.criteria = std::move(criteria);
    referral.departed_why = std::move(departed_why);
    referral.judged_at = now;
    return referral;
}

Result<Referral> pass(Referral referral, Instant now) {
    if (!referral.taken_at) return no("referral.not_taken");
    if (referral.passed_at && referral.verdict != Verdict::more_needed)
        return no("referral.passed");
    referral.passed_at = now;
    referral.verdict.reset();
    referral.decided_at.reset();
    return referral;
}

Result<Referral> decide(Referral referral, Verdict verdict, std::string why, std::string instead,
                        Instant now) {
    if (!referral.passed_at) return no("referral.not_passed");
    if (referral.decided_at) return no("referral.decided");
    if (verdict == Verdict::not_suitable && instead.empty()) return no("field.missing", "instead");
    referral.verdict = verdict;
    referral.verdict_why = std::move(why);
    referral.instead = std::move(instead);
    referral.decided_at = now;
    return referral;
}

Result<Referral> tell_referrer(Referral referral, std::string text, Instant now) {
    if (!referral.decided_at) return no("referral.not_decided");
    if (referral.answered_at) return no("referral.answered");
    referral.answer = std::move(text);
    referral.answered_at = now;
    return referral;
}

} // namespace radslag::referral
