// GN3, A11: no meeting goes on without the hard consents that it opened with. Who comes to those that
// are asked while it is open (named, let in again, old enough today) is asked before its next step.
#include <algorithm>
#include <map>
#include <set>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

using process::Function;

class OpenConsents final : public Checker {
public:
    OpenConsents() : Checker("open_consents") {}

    void saved(Saved const& saved) override {
        for (auto const& meeting : saved.file.all<meeting::Meeting>()) {
            if (!meeting.opened_at || meeting.ended_at || meeting.paused_at) continue;
            auto const* rule = saved.book.model().meeting(meeting.meeting);
            if (rule == nullptr) continue;
            for (auto const& need : rule->needs)
                if (need.what == process::Condition::consent &&
                    need.rule.strength == process::Strength::hard)
                    if (auto const* consent = saved.book.model().consent(need.of))
                        look(saved, *consent, meeting);
        }
    }

private:
    std::map<std::pair<RowId, std::string>, std::set<PersonId>> asked_; // by meeting and consent

    void look(Saved const& saved, process::Consent const& rule, meeting::Meeting const& meeting) {
        auto const [at, opens] = asked_.try_emplace({meeting.id, rule.id});
        for (auto const& person : saved.file.all<people::Person>()) {
            if (!person.is_here() || !is_asked(saved, rule, person)) continue;
            if (opens) at->second.insert(person.id);
            if (!at->second.contains(person.id)) continue;
            auto const& all = saved.file.all<consent::Consent>();
            bool const yes = std::ranges::any_of(all, [&](auto const& one) {
                return one.person == person.id && one.consent == rule.id && one.stands();
            });
            check(yes, where(saved) + ": a meeting is open without " + rule.id);
        }
    }
    static bool is_asked(Saved const& saved, process::Consent const& rule,
                         people::Person const& person) {
        auto const role = saved.book.model().role(person.role);
        if (role == process::nowhere || !rule.from.has(role)) return false;
        auto const is = saved.book.model().roles[role].is;
        if (is == Function::main_person)
            return !person.born ||
                   people::age_on(*person.born, saved.around.today) >= rule.own_voice_from_age;
        if (is != Function::speaks_for) return true;
        auto const& all = saved.file.all<people::Speaks>();
        return std::ranges::any_of(
            all, [&](auto const& one) { return one.guardian == person.id && one.holds(); });
    }
};

} // namespace

std::unique_ptr<Checker> watch_open_consents() { return std::make_unique<OpenConsents>(); }

} // namespace radslag::sim
