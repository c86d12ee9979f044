#include "workflow/atoms.h"

namespace radslag::workflow::atoms {

referral::Referral const* referral_of(Asking const& a) {
    auto const& all = a.all<referral::Referral>();
    return all.empty() ? nullptr : &all.front();
}

Count referral_complete(Asking const& a) {
    auto const* intake = a.book.model().intake(a.file.conference().intake);
    if (intake == nullptr) return Count::none;
    std::size_t there = 0;
    for (auto const& field : intake->fields) {
        auto const& all = a.all<referral::Description>();
        there += std::any_of(all.begin(), all.end(),
                             [&](auto const& d) { return d.field_id == field && !d.text.empty(); })
                     ? 1U
                     : 0U;
    }
    auto const* referral = referral_of(a);
    bool const waiting = referral != nullptr && !referral->asked.empty();
    return waiting && there == intake->fields.size() ? Count::some
                                                     : of(there, intake->fields.size());
}

Count criteria(Asking const& a) {
    auto const* referral = referral_of(a);
    if (referral == nullptr || !referral->judged_at) return Count::none;
    if (!referral->departed_why.empty()) return Count::all;
    for (auto const& axis : a.book.model().criteria) {
        auto ticked = std::count_if(referral->criteria.begin(), referral->criteria.end(),
                                    [&](auto const& c) { return c.starts_with(axis.id + "."); });
        if (ticked < axis.at_least) return Count::some;
    }
    return Count::all;
}

} // namespace radslag::workflow::atoms
