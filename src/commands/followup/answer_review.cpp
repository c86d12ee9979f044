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

followup::Review const* review_of(Here const& here, std::string const& question) {
    auto const* m = reviewed(here);
    for (auto const& review : here.all<followup::Review>())
        if (m != nullptr && review.meeting == m->id && review.question == question) return &review;
    return nullptr;
}

std::optional<Stands> stands(Here const& here, Request const& request) {
    auto at = request.fields.find("question");
    auto const* question = at == request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    auto const* review = question == nullptr ? nullptr : review_of(here, *question);
    if (review == nullptr) return {};
    return Stands{review->changed_in, filled({one("text", review->text)})};
}

} // namespace

// HF4: what in the plan worked; what must change; are more follow-ups needed.
Act answer_review() {
    return {
        .name = "answer_review",
        .room = "followup",
        .fields = {{.name = "question", .type = FieldType::choice, .required = true, .pick = pick_review},
                   {.name = "text", .type = FieldType::text, .required = true}},
        .based_on = true,
        .stands = stands,
        .decide = [](Doing& doing) -> Result<void> {
            auto const* m = reviewed(doing.here);
            auto const question = doing.input.text("question");
            followup::Review review;
            review.id = doing.draft.fresh<RowId>();
            if (auto const* had = review_of(doing.here, question)) review = *had;
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
