#include "domain/preparation/preparation.h"

#include <algorithm>

namespace radslag::preparation {

Prepared const* prepared_of(std::vector<Prepared> const& all, PersonId const& person,
                            std::int64_t round) {
    for (auto const& p : all)
        if (p.person == person && p.round == round) return &p;
    return nullptr;
}

bool is_ready(Prepared const& prepared, std::vector<std::string> const& checks) {
    return std::all_of(checks.begin(), checks.end(), [&](auto const& check) {
        return std::find(prepared.checks.begin(), prepared.checks.end(), check) !=
               prepared.checks.end();
    });
}

std::size_t standing_questions(std::vector<Question> const& all) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [](auto const& q) { return !q.removed_at; }));
}

bool are_agreed(std::vector<Question> const& questions, std::vector<Agreement> const& agreements,
                std::vector<PersonId> const& agreeing) {
    std::int64_t last_change = 0;
    for (auto const& q : questions) last_change = std::max(last_change, q.changed_in);
    return std::all_of(agreeing.begin(), agreeing.end(), [&](PersonId const& who) {
        return std::any_of(agreements.begin(), agreements.end(), [&](Agreement const& a) {
            return a.by == who && a.changed_in >= last_change;
        });
    });
}

Result<Prepared> prepare(Prepared prepared, Date today) {
    if (prepared.on > today) return no("date.not_yet", "on");
    return prepared;
}

Result<Question> remove(Question question, Instant now) {
    if (question.removed_at) return no("question.removed", "question");
    question.removed_at = now;
    return question;
}

} // namespace radslag::preparation
