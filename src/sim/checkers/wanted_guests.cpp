// A6: nobody whom the model lets others decide about, with no way round it, is invited without a
// yes.
#include <algorithm>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class WantedGuests final : public Checker {
public:
    WantedGuests() : Checker("wanted_guests") {}

    void saved(Saved const& saved) override {
        for (auto const& h : saved.happenings)
            if (h.name == "invite") look(saved, PersonId{h.about});
    }

private:
    void look(Saved const& saved, PersonId const& guest) {
        auto const* person = people::find(saved.file.all<people::Person>(), guest);
        if (person == nullptr) return;
        auto const role = saved.book.model().role(person->role);
        for (auto const& rule : saved.book.model().decides) {
            if (role == process::nowhere || !rule.about.has(role) ||
                rule.rule.strength != process::Strength::hard)
                continue;
            bool yes = false, no = false;
            for (auto const& one : saved.file.all<circle::Decision>()) {
                if (one.about != guest || one.replaced_at) continue;
                (one.answer == circle::Word::yes ? yes : no) = true;
            }
            check(yes && !(rule.each && no), where(saved) + ": invited without a yes");
        }
    }
};

} // namespace

std::unique_ptr<Checker> watch_wanted_guests() { return std::make_unique<WantedGuests>(); }

} // namespace radslag::sim
