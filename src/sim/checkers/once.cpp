// A request sent twice acts once.
#include <unordered_set>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class Once final : public Checker {
public:
    Once() : Checker("once") {}

    void saved(Saved const& saved) override {
        auto const& act = saved.happenings.front().act;
        check(done_.insert(act).second, where(saved) + ": an act was done twice");
        for (auto const& h : saved.happenings)
            if (h.act != act) check(false, where(saved) + ": two acts were written as one");
    }

private:
    std::unordered_set<ActId> done_;
};

} // namespace

std::unique_ptr<Checker> watch_once() { return std::make_unique<Once>(); }

} // namespace radslag::sim
