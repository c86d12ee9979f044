// The referral: the referrer's own words and the answer to them; what the committee judged is
// another matter.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

using referral::Referral;

// In the order in which they are asked; then what was written when somebody asked for it
// themselves.
std::vector<view::TextView> descriptions_of(Look const& look, Referral const& referral) {
    std::vector<view::TextView> views;
    auto const& all = look.here.all<referral::Description>();
    auto const* intake = look.here.model().intake(referral.intake);
    auto const fields = intake != nullptr ? intake->fields : std::vector<std::string>{};
    auto add = [&](referral::Description const& d, std::string heading) {
        views.push_back({d.id.text, std::move(heading), d.text, {}, {}, d.changed_in});
    };
    for (auto const& field : fields)
        for (auto const& d : all)
            if (d.field_id == field) add(d, field_words(look, field));
    for (auto const& d : all)
        if (std::find(fields.begin(), fields.end(), d.field_id) == fields.end())
            add(d, field_words(look, d.field_id));
    return views;
}

std::vector<view::AxisView> criteria_of(Look const& look, Referral const& referral) {
    std::vector<view::AxisView> axes;
    for (auto const& rule : look.here.model().criteria) {
        view::AxisView axis{rule.id, look.words("axis", rule.id), rule.at_least, {}};
        for (auto const& criterion : rule.of) {
            auto const id = rule.id + "." + criterion;
            bool const ticked = std::ranges::find(referral.criteria, id) != referral.criteria.end();
            axis.criteria.push_back({id, look.words("criterion", id), ticked});
        }
        axes.push_back(std::move(axis));
    }
    return axes;
}

void show_texts(Look const& look, Referral const& referral, view::ReferralView& view) {
    view.contact_person = referral.contact_person;
    view.descriptions = descriptions_of(look, referral);
    for (auto const& confirmed : referral.confirmed)
        view.confirmed.push_back(look.words("confirm", referral.intake + "." + confirmed));
    view.asked = referral.asked;
    view.answer = referral.answer;
    view.answered_at = referral.answered_at;
    if (referral.verdict && referral.answered_at) view.verdict = word(*referral.verdict);
}

void show_judgement(Look const& look, Referral const& referral, view::ReferralView& view) {
    if (!look.here.model().criteria.empty()) view.criteria = criteria_of(look, referral);
    view.departed_why = referral.departed_why;
    view.passed_at = referral.passed_at;
    if (referral.verdict) view.verdict = word(*referral.verdict);
    view.verdict_why = referral.verdict_why;
    view.instead = referral.instead;
    view.answered_at = referral.answered_at;
}

// A case that was opened, not referred, was sent in by whoever opened it: the first assignment.
std::optional<PersonId> opener(Look const& look) {
    auto const& all = look.here.all<conference::Assignment>();
    if (all.empty()) return {};
    return all.front().person;
}

} // namespace

std::string field_words(Look const& look, std::string const& field) {
    auto const key = look.here.conference().intake + "." + field;
    auto const* words = look.here.model().text_if(look.here.language, "field." + key);
    return words != nullptr ? *words : look.house("field." + field);
}

std::optional<view::ReferralView> referral_of(Look const& look) {
    auto const& all = look.here.all<Referral>();
    if (all.empty()) return {};
    auto const& referral = all.front();
    bool const texts = look.shows(Matter::referral, referral.referrer);
    bool const judged = look.all(Matter::judgement);
    if (!texts && !judged) return {};
    view::ReferralView view;
    view.intake = look.words("intake", referral.intake);
    view.sent_at = referral.sent_at;
    view.sent_by = look.name_for(referral.referrer ? referral.referrer : opener(look));
    view.taken_by = look.name_for(referral.taken_by);
    auto const* intake = look.here.model().intake(referral.intake);
    bool const anonymous = intake != nullptr && intake->anonymous;
    view.identity_linked = referral.identity_at || !anonymous;
    if (texts) show_texts(look, referral, view);
    if (look.all(Matter::referral)) view.passed_at = referral.passed_at;
    if (judged) show_judgement(look, referral, view);
    return view;
}

} // namespace radslag::commands::looks
