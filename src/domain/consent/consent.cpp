#include "domain/consent/consent.h"

namespace radslag::consent {

Consent const* latest(std::vector<Consent> const& consents, std::string_view consent,
                      PersonId const& person) {
    for (auto const& c : consents)
        if (c.consent == consent && c.person == person && !c.replaced_at) return &c;
    return nullptr;
}

Result<Consent> answer(Consent fresh, Date today) {
    if (fresh.told_on > today) return no("date.not_yet", "told_on");
    if (fresh.lapses_on && *fresh.lapses_on <= today)
        return no(refusal("consent.lapsed", "told_on").with("day", write_date(*fresh.lapses_on)));
    return fresh;
}

Result<Consent> withdraw(std::vector<Consent> const& consents, std::string_view consent,
                         PersonId const& person, Instant now) {
    auto const* standing = latest(consents, consent, person);
    if (standing == nullptr || !standing->stands()) return no("consent.not_given", "consent");
    Consent withdrawn = *standing;
    withdrawn.withdrawn_at = now;
    return withdrawn;
}

} // namespace radslag::consent
