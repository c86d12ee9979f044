// A11: where somebody has taken the voluntary yes back the case does not go on.
#include "sim/checker.h"

namespace radslag::sim {
namespace {

class Voluntary final : public Checker {
public:
    Voluntary() : Checker("voluntary") {}

    void saved(Saved const& saved) override {
        for (auto const& one : saved.file.all<consent::Consent>()) {
            auto const* rule = saved.book.model().consent(one.consent);
            if (rule == nullptr || rule->withdrawn != process::Withdrawn::stops_case) continue;
            bool const taken_back = one.withdrawn_at && !one.replaced_at;
            check(!taken_back || !saved.file.conference().is_live(),
                  where(saved) + ": it goes on against a no");
        }
    }
};

} // namespace

std::unique_ptr<Checker> watch_voluntary() { return std::make_unique<Voluntary>(); }

} // namespace radslag::sim
