// Cases of an organisation are numbered in the order in which they began, without a gap.
#include <unordered_map>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class CaseNumbers final : public Checker {
public:
    CaseNumbers() : Checker("case_numbers") {}

    void saved(Saved const& saved) override {
        if (saved.happenings.front().seq != 1) return;
        check(saved.glance.number == ++last_[saved.organisation.id],
              where(saved) + ": a number is missing or twice there");
    }

private:
    std::unordered_map<OrganisationId, std::int64_t> last_;
};

} // namespace

std::unique_ptr<Checker> watch_case_numbers() { return std::make_unique<CaseNumbers>(); }

} // namespace radslag::sim
