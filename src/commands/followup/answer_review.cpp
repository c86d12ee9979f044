#include "commands/acts.h"

namespace radslag::commands {

namespace {

// The meeting that is reviewed: the open one, else the one held last in this round.
meeting::Meeting const* reviewed(Here const& here) {
    meeting::Meeting const* found = nullptr;
    for (auto const& m : here.all<meeting::Meeting>()) {
        auto const* rule = here.model().meeting(m.meeting);
        if (rule == nullptr || rule->review_questions.empty() || !m.opened_at || m.round != here.conference().round) continue;
        if (m.is_open() || m.was_held()) found = &m;
    }
    return found;
}

Options pick_review(Here const& here) {
    Options options;
    auto const* m = reviewed(here);
    if (m == nullptr) return options;
    for (auto const& question : here.model().meeting(m->meeting)->review_questions)
        options.push_back({question, here.text("review." + m->meeting + "." + question), {}});
    return options;
}

} // namespace

// HF4: what in the plan worked; what must change; are more follow-ups needed.
Act answer_review() {
    return {
        .name = "answer_review",
        .room = "followup",
        .fields = {{.name = "question", .type = FieldType::choice, .required = true, .pick = pick_review},
                   {.name = "text", .type = FieldType::text, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            auto const* m = reviewed(doing.here);
            auto const question = doing.input.text("question");
            followup::Review review;
            review.id = doing.draft.fresh<RowId>();
            for (auto const& had : doing.here.all<followup::Review>())
                if (had.meeting == m->id && had.question == question) review = had;
            review.meeting = m->id;
            review.question = question;
            review.text = doing.input.text("text");
            review.at = doing.here.now;
            doing.happen(question);
            doing.put(std::move(review));
            return {};
        },
    };
}

} // namespace radslag::commands
