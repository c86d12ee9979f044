// PN3: while a referral is anonymous nobody of the family is named in the case.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class Nameless final : public Checker {
public:
    Nameless() : Checker("nameless") {}

    void saved(Saved const& saved) override {
        auto const& c = saved.file.conference();
        auto const* intake = saved.book.model().intake(c.intake);
        auto const& referrals = saved.file.all<referral::Referral>();
        if (intake == nullptr || !intake->anonymous || referrals.empty() ||
            referrals.front().identity_at)
            return;
        auto const& people = saved.file.all<people::Person>();
        bool const nameless = c.name.empty() && std::ranges::all_of(people, [](auto const& one) {
                                  return one.staff.has_value();
                              });
        check(nameless, where(saved) + ": somebody is named before the yes");
    }
};

} // namespace

std::unique_ptr<Checker> watch_nameless() { return std::make_unique<Nameless>(); }

} // namespace radslag::sim
