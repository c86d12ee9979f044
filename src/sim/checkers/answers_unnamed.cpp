// PN14: nobody learns who answered a questionnaire, nor who typed it, nor at what time.
#include "sim/checker.h"

namespace radslag::sim {
namespace {

class AnswersUnnamed final : public Checker {
public:
    AnswersUnnamed() : Checker("answers_unnamed") {}

    void saved(Saved const& saved) override {
        for (auto const& h : saved.happenings)
            if (h.name == "answer_questionnaire")
                check(!h.staff && !h.by && !h.for_whom && h.request.empty(),
                      where(saved) + ": an answer has a name");
    }
};

} // namespace

std::unique_ptr<Checker> watch_answers_unnamed() { return std::make_unique<AnswersUnnamed>(); }

} // namespace radslag::sim
