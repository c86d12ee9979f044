// SN5: access ends with the assignment. Whoever has no assignment that holds, and no office that
// the model gives a part in this stage, has no case before them.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class OverIsOver final : public Checker {
public:
    OverIsOver() : Checker("over_is_over") {}

    void looked(Looked const& looked) override {
        auto const& all = looked.file.all<conference::Assignment>();
        bool const holds = std::ranges::any_of(
            all, [&](auto const& one) { return one.staff == looked.staff.id && !one.ended_at; });
        bool const named = has_part(looked);
        check(holds || named,
              "no. " + std::to_string(looked.view.number) + ": seen without an assignment");
    }

private:
    // Straight from the model's rows for offices.
    static bool has_part(Looked const& looked) {
        auto const& model = looked.book.model();
        auto const stage = model.stage(looked.file.conference().stage);
        auto now = [&](auto const& row) {
            return (row.who.offices & looked.staff.offices) != 0 && row.from <= stage &&
                   (row.until == process::nowhere || stage <= row.until);
        };
        return std::ranges::any_of(model.mays, now) || std::ranges::any_of(model.sees, now);
    }
};

} // namespace

std::unique_ptr<Checker> watch_over_is_over() { return std::make_unique<OverIsOver>(); }

} // namespace radslag::sim
