#include "workflow/part.h"

#include <algorithm>
#include <array>

#include "workflow/facts.h"

namespace radslag::workflow {

process::Decides const* decides_about(RuleBook const& book, Ix role) {
    for (auto const& rule : book.model().decides)
        if (rule.about.has(role)) return &rule;
    return nullptr;
}

bool is_asked(process::Consent const& consent, Part const& part) {
    return consent.from.has(part.role) && part.ready && !part.silent && part.own_voice;
}

bool decides(process::Decides const& rule, Part const& part) {
    return rule.who.has(part.role) && part.ready && !part.shut_out && part.own_voice;
}

bool agrees(process::Questions const& rules, Part const& part) {
    return rules.agreed_by.has(part.role) && part.ready && !part.shut_out && part.own_voice;
}

bool answers(process::Ending const& ending, Part const& part) {
    return ending.by.has(part.role) && part.ready && !part.shut_out;
}

Result<void> may_be_recorded_for(Part const& part, std::string_view act) {
    static constexpr std::array<std::string_view, 3> own_yes{"give_consent", "refuse_consent",
                                                             "withdraw_consent"};
    bool const says_yes = std::find(own_yes.begin(), own_yes.end(), act) != own_yes.end();
    if (!part.shut_out || (says_yes && !part.silent)) return {};
    return no("people.is_shut_out", "for_whom");
}

bool is_wanted(RuleBook const& book, Part const& part) {
    auto const* rule = decides_about(book, part.role);
    bool const hard = rule != nullptr && rule->rule.strength == process::Strength::hard;
    return hard ? part.said == circle::Standing::yes : part.said != circle::Standing::no;
}

bool may_be_invited(RuleBook const& book, process::Meeting const& ahead, Part const& part,
                    bool passed) {
    if (part.shut_out || part.invited || !has_place(ahead, part.role)) return false;
    if (book.model().roles[part.role].is == process::Function::coordinator) return false;
    if (part.said == circle::Standing::yes) return true;
    auto const* rule = decides_about(book, part.role);
    return passed && rule != nullptr && rule->rule.strength != process::Strength::hard;
}

bool belongs(process::Step const& step, Part const& part) {
    if (!part.ready || part.shut_out || !step.present.has(part.role)) return false;
    bool const asks = !step.back_if_in.empty() && step.back.has(part.role);
    return !asks || part.was_in_step_asked;
}

bool is_open(process::Role const& role, Holding const& holding) {
    return holding.holds && holding.in_office && (!role.pledge || holding.pledged) &&
           (!role.impartial || holding.impartial);
}

bool fits_beside(RuleBook const& book, Ix role, Held const& other) {
    auto const& roles = book.model().roles;
    return !roles[role].incompatible.has(other.role) &&
           !(other.holds && roles[other.role].incompatible.has(role));
}

bool may_be_named(Name const& name) { return !name.anonymous || name.linked; }
bool may_be_linked(Name const& name) { return name.granted && !name.linked; }
bool may_stand(Name const& name, bool somebody_is_named) {
    return !somebody_is_named || may_be_named(name);
}

} // namespace radslag::workflow
