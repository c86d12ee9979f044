#include "proof/staff.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace radslag::proof {
namespace {

using Has = TwoFacts::Has;

constexpr std::array<std::string_view, 5> heeded{"assign", "hand_over", "end_assignment",
                                                 "declare_impartial", "take_referral"};

bool is_heeded(std::string_view act) {
    return std::find(heeded.begin(), heeded.end(), act) != heeded.end();
}
bool brings_in(std::string_view act) {
    return act == "assign" || act == "hand_over" || act == "take_referral";
}
bool brings_out(std::string_view act) {
    return act == "hand_over" || act == "end_assignment" || act == "declare_impartial";
}
// Who opens or sends a case is in it at once.
bool may_begin(process::Role const& role, process::Intake const& intake) {
    using process::Function;
    if (intake.way == process::IntakeWay::referral) return role.is == Function::referrer;
    return role.is == Function::case_worker || role.is == Function::coordinator;
}

void keep(std::vector<Bits>& all, Bits one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

} // namespace

std::string Holder::name() const { return ground_.model().roles[role_].id; }
bool Holder::heeds(std::string_view act) const {
    return is_heeded(act) || act == "time_passes" || act == "sign_pledge";
}

StaffFacts Holder::facts(Bits bits) {
    return {(bits & 1U) != 0,
            {(bits & 2U) != 0, (bits & 4U) != 0, (bits & 8U) != 0, (bits & 16U) != 0}};
}
Bits Holder::bits(StaffFacts const& s) {
    return (s.had ? 1U : 0U) | (s.holding.holds ? 2U : 0U) | (s.holding.pledged ? 4U : 0U) |
           (s.holding.impartial ? 8U : 0U) | (s.holding.in_office ? 16U : 0U);
}

bool Holder::is_over(Deed const& deed, std::vector<Moment> const& moments) const {
    auto const& ends = ground_.model().roles[role_].ends;
    return ends && (workflow::is_moment(*ends, deed.act, deed.of) ||
                    std::any_of(moments.begin(), moments.end(), [&](Moment const& m) {
                        return workflow::is_moment(*ends, m.name, m.detail);
                    }));
}

std::vector<Bits> Holder::at_first(process::Intake const& intake) const {
    std::vector<Bits> all;
    for (bool in_office : {false, true}) keep(all, bits({false, {false, false, false, in_office}}));
    if (may_begin(ground_.model().roles[role_], intake))
        for (bool pledged : {false, true}) keep(all, bits({true, {true, pledged, false, true}}));
    return all;
}

void Holder::after(Change const& change, Bits was, std::vector<Bits>& now) const {
    auto const staff = facts(was);
    auto const ended = [](StaffFacts s) {
        s.holding.holds = false;
        return s;
    };
    bool const back = change.deed.act == "take_back";
    auto const& act = back ? change.deed.of : change.deed.act;
    std::vector<StaffFacts> all{staff};
    if (back && (is_heeded(act) || change.from.stage != change.to.stage ||
                 turned(change.from, change.to).meeting)) {
        for (Bits any = 0; any < 32; ++any)
            if (auto const then = facts(any); then.holding.in_office == staff.holding.in_office)
                if (then.had || (!then.holding.holds && !then.holding.pledged &&
                                 !then.holding.impartial))
                    keep(now, any);
        return;
    }
    // An account gets or loses an office, whatever the case does.
    if (act == "time_passes") {
        all.push_back(staff);
        all.back().holding.in_office = !staff.holding.in_office;
    }
    if (brings_in(act) && !staff.holding.holds && staff.holding.in_office)
        for (bool pledged : {false, true}) all.push_back({true, {true, pledged, false, true}});
    if (act == "sign_pledge" && staff.holding.holds) {
        all.push_back(staff);
        all.back().holding.pledged = true;
    }
    if (act == "declare_impartial" && staff.holding.holds) {
        all.push_back(staff);
        all.back().holding.impartial = true;
    }
    if (brings_out(act) && staff.holding.holds) all.push_back(ended(staff));
    for (auto const& one : all)
        keep(now, bits(is_over(change.deed, change.moments) && one.holding.holds ? ended(one) : one));
}

std::string Holder::tell(Bits bits) const {
    auto const s = facts(bits);
    if (!s.had) return "never held it";
    return fmt::format("{}{}{}{}", s.holding.holds ? "holds it" : "held it",
                       s.holding.pledged ? ", pledged" : "", s.holding.impartial ? ", impartial" : "",
                       s.holding.in_office ? "" : ", no longer in office");
}

std::vector<std::pair<std::string, Bits>> Holder::seen_in(workflow::CaseFile const& file,
                                                          Date) const {
    std::vector<std::pair<std::string, Bits>> found;
    for (auto const& a : file.all<conference::Assignment>())
        if (a.role == ground_.model().roles[role_].id)
            found.emplace_back(a.id.text, bits({true, workflow::holding_of(a)}));
    return found;
}

std::string Two::name() const {
    auto const& roles = ground_.model().roles;
    return fmt::format("{} and {}", roles[first_].id, roles[second_].id);
}
bool Two::heeds(std::string_view act) const { return is_heeded(act); }

TwoFacts Two::facts(Bits bits) {
    return {static_cast<Has>(bits & 3U), static_cast<Has>((bits >> 2) & 3U)};
}
Bits Two::bits(TwoFacts const& two) {
    return static_cast<Bits>(two.first) | (static_cast<Bits>(two.second) << 2);
}

std::vector<Bits> Two::at_first(process::Intake const& intake) const {
    std::vector<Bits> all{bits({})};
    auto const& roles = ground_.model().roles;
    if (may_begin(roles[first_], intake)) keep(all, bits({Has::holds, Has::never}));
    if (may_begin(roles[second_], intake)) keep(all, bits({Has::never, Has::holds}));
    return all;
}

// Whether somebody who has or had the other role can come into this one.
bool Two::fits(Ix role, Ix beside, Has has) const {
    return has == Has::never ||
           workflow::fits_beside(ground_.book, role, {beside, has == Has::holds});
}

void Two::after(Change const& change, Bits was, std::vector<Bits>& now) const {
    auto const two = facts(was);
    bool const back = change.deed.act == "take_back";
    auto const& act = back ? change.deed.of : change.deed.act;
    keep(now, was);
    auto const set = [&](Has TwoFacts::*which, Has has) {
        auto next = two;
        next.*which = has;
        keep(now, bits(next));
    };
    if (brings_in(act) && !back) {
        if (two.first != Has::holds && fits(first_, second_, two.second))
            set(&TwoFacts::first, Has::holds);
        if (two.second != Has::holds && fits(second_, first_, two.first))
            set(&TwoFacts::second, Has::holds);
    }
    auto const& roles = ground_.model().roles;
    for (auto [which, role] : {std::pair(&TwoFacts::first, first_), {&TwoFacts::second, second_}}) {
        auto const has = two.*which;
        bool const can_end = (brings_out(act) && !back) || roles[role].ends.has_value();
        if (has == Has::holds && can_end) set(which, Has::ended);
        if (!back) continue;
        if (has == Has::holds && brings_in(act)) set(which, Has::never);
        // What had ended holds again, if it still fits.
        auto const [beside, other] = role == first_ ? std::pair(second_, two.second)
                                                    : std::pair(first_, two.first);
        if (has == Has::ended && fits(role, beside, other)) set(which, Has::holds);
    }
}

std::string Two::tell(Bits bits) const {
    static constexpr std::array<std::string_view, 3> words{"never", "holds", "held"};
    auto const two = facts(bits);
    return fmt::format("{}, {}", words[static_cast<std::size_t>(two.first)],
                       words[static_cast<std::size_t>(two.second)]);
}

std::vector<std::pair<std::string, Bits>> Two::seen_in(workflow::CaseFile const& file, Date) const {
    std::map<std::string, TwoFacts> found;
    auto const& roles = ground_.model().roles;
    for (auto const& a : file.all<conference::Assignment>())
        for (auto [which, role] :
             {std::pair(&TwoFacts::first, first_), {&TwoFacts::second, second_}}) {
            if (a.role != roles[role].id) continue;
            auto& has = found[a.staff.text].*which;
            has = a.holds() ? Has::holds : has == Has::holds ? has : Has::ended;
        }
    std::vector<std::pair<std::string, Bits>> all;
    for (auto const& [staff, two] : found) all.emplace_back(staff, bits(two));
    return all;
}

} // namespace radslag::proof
