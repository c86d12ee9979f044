#include "proof/family.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace radslag::proof {
namespace {

constexpr std::array<std::string_view, 9> heeded{
    "decide_referral", "pass_to_committee", "link_identity",    "name_person",   "take_off_person",
    "give_consent",    "refuse_consent",    "withdraw_consent", "consent_lapsed"};

process::Consent const* linking(process::Model const& model) {
    for (auto const& consent : model.consents)
        if (consent.links_identity) return &consent;
    return nullptr;
}

} // namespace

FamilyFacts Family::facts(Bits bits) {
    return {{(bits & 1U) != 0, (bits & 2U) != 0, (bits & 4U) != 0},
            (bits & 8U) != 0,
            (bits & 16U) != 0};
}

Bits Family::bits(FamilyFacts const& f) {
    return (f.name.anonymous ? 1U : 0U) | (f.name.granted ? 2U : 0U) | (f.name.linked ? 4U : 0U) |
           (f.anyone_named ? 8U : 0U) | (f.consented ? 16U : 0U);
}

std::vector<Bits> Family::at_first(process::Intake const& intake) const {
    FamilyFacts first;
    first.name.anonymous = intake.anonymous;
    first.anyone_named = intake.way != process::IntakeWay::referral;
    return {bits(first)};
}

bool Family::heeds(std::string_view act) const {
    return std::find(heeded.begin(), heeded.end(), act) != heeded.end();
}

void Family::after(Change const& change, Bits was, std::vector<Bits>& now) const {
    auto const family = facts(was);
    bool const back = change.deed.act == "take_back";
    auto const& act = back ? change.deed.of : change.deed.act;
    auto const* consent = linking(ground_.model());
    auto add = [&](FamilyFacts const& next) {
        if (back && !workflow::may_stand(next.name, next.anyone_named)) return;
        auto const found = bits(next);
        if (std::find(now.begin(), now.end(), found) == now.end()) now.push_back(found);
    };
    auto perhaps = [&](bool FamilyFacts::*what, bool is) {
        auto next = family;
        add(next);
        next.*what = is;
        add(next);
    };
    auto next = family;
    bool const over = change.from.is_live() && !change.to.is_live();
    // What was decided is passed on and decided no more.
    if (!back && family.name.granted && (act == "decide_referral" || act == "pass_to_committee")) return;
    if (act == "decide_referral" && !back) {
        for (bool granted : {false, true}) {
            next.name.granted = granted;
            add(next);
        }
    } else if (act == "decide_referral" || act == "pass_to_committee") {
        next.name.granted = false; // it is granted by the decision alone
        add(next);
    } else if (act == "link_identity" && back) {
        next.name.linked = false;
        for (bool named : {false, true})
            for (bool consented : {false, true}) {
                next.anyone_named = named;
                next.consented = consented;
                add(next);
            }
    } else if (act == "link_identity") {
        if (consent == nullptr || !workflow::may_be_linked(family.name)) return;
        next.name.linked = next.anyone_named = next.consented = true;
        add(next);
    } else if (act == "name_person" && !back) {
        if (!workflow::may_be_named(family.name)) return;
        next.anyone_named = true;
        add(next);
    } else if (act == "name_person" || act == "take_off_person") {
        perhaps(&FamilyFacts::anyone_named, back && act == "take_off_person");
    } else if (heeds(act) || over) { // the consents
        bool const its = over || (consent != nullptr && change.deed.of == consent->id) || back;
        if (its) perhaps(&FamilyFacts::consented, !family.consented);
        else add(family);
    } else add(family);
}

std::optional<workflow::Count> Family::says(workflow::Atom const& atom, Bits bits) const {
    auto const family = facts(bits);
    auto const of = [](bool is) { return is ? workflow::Count::all : workflow::Count::none; };
    if (atom.what == process::Condition::granted) return of(family.name.granted);
    if (atom.what == process::Condition::identity_linked)
        return of(workflow::may_be_named(family.name));
    return {};
}

std::string Family::tell(Bits bits) const {
    auto const f = facts(bits);
    return fmt::format("{}, {}, {}, {}", f.name.anonymous ? "referred anonymously" : "known",
                       f.name.granted ? "granted" : "not granted",
                       f.name.linked ? "linked" : "not linked",
                       f.anyone_named ? "somebody is named" : "nobody is named");
}

std::vector<std::pair<std::string, Bits>> Family::seen_in(workflow::CaseFile const& file,
                                                          Date) const {
    FamilyFacts family;
    family.name = workflow::name_of(ground_.book, file);
    family.anyone_named = workflow::somebody_is_named(file);
    if (auto const* consent = linking(ground_.model())) {
        auto const& all = file.all<consent::Consent>();
        family.consented = std::any_of(all.begin(), all.end(), [&](auto const& c) {
            return c.consent == consent->id && c.stands();
        });
    }
    return {{"", bits(family)}};
}

} // namespace radslag::proof
