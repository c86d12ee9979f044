// What lists show of a case is what its rows say.
#include "sim/checker.h"

namespace radslag::sim {
namespace {

auto told(commands::Glance const& g) {
    return std::tuple(g.number, g.name, g.model, g.model_version, g.stage, g.round, g.status,
                      g.acute, g.due_on, g.due, g.meets_on, g.changed_at, g.turn);
}

auto duties(commands::Glance const& g) {
    std::vector<std::tuple<StaffId, std::vector<std::string>, std::vector<std::string>>> all;
    for (auto const& duty : g.duties) all.emplace_back(duty.staff, duty.roles, duty.open);
    return all;
}

class AtAGlance final : public Checker {
public:
    AtAGlance() : Checker("glance") {}

    void saved(Saved const& saved) override {
        if (!saved.last) return;
        auto const again = commands::glance_of(saved.book, saved.file, saved.around);
        check(told(again) == told(saved.glance) && duties(again) == duties(saved.glance),
              where(saved) + ": lists show something else than the case");
    }
};

} // namespace

std::unique_ptr<Checker> watch_glance() { return std::make_unique<AtAGlance>(); }

} // namespace radslag::sim
