#include "domain/followup/followup.h"

#include <algorithm>

namespace radslag::followup {

bool all_answered(std::vector<Review> const& reviews, RowId const& meeting,
                  std::vector<std::string> const& questions) {
    return std::all_of(questions.begin(), questions.end(), [&](std::string const& question) {
        return std::any_of(reviews.begin(), reviews.end(), [&](Review const& r) {
            return r.meeting == meeting && r.question == question;
        });
    });
}

bool all_reported(std::vector<plan::Action> const& actions, std::vector<Report> const& reports,
                  std::int64_t round, Instant opened) {
    return std::all_of(actions.begin(), actions.end(), [&](plan::Action const& action) {
        if (action.removed_at || action.written_at > opened) return true;
        return std::any_of(reports.begin(), reports.end(), [&](Report const& r) {
            return r.action == action.id && r.round == round;
        });
    });
}

} // namespace radslag::followup
