#include "process/read.h"

namespace radslag::process {
namespace {

Step read_step(Reading& reading, Fields& fields, std::string const& meeting) {
    Step step;
    step.id = fields.id();
    step.is_private = fields.flag("private");
    step.present = fields.who("present", Must::be);
    step.back = fields.who("back");
    step.back_if_in = fields.text("back_if_in", Must::not_be);
    step.needs = read_needs(reading, fields, "step." + meeting + "." + step.id);
    step.rule = fields.rule(Must::be_filled);
    return step;
}

} // namespace

void read_meetings(Reading& reading, Fields& root, Model& model) {
    each_table(reading, root, "meeting", [&](Fields& f) {
        Meeting meeting;
        meeting.id = f.id();
        meeting.stage = f.stage("stage", nowhere, true);
        meeting.minutes = f.number("minutes", 0, 1, 24 * 60);
        meeting.needs = read_needs(reading, f, "meeting." + meeting.id);
        meeting.review_questions = f.ids("review_questions");
        meeting.required = f.who("required");
        meeting.rule = f.rule();
        each_table(reading, f, "step", [&](Fields& step) {
            meeting.steps.push_back(read_step(reading, step, meeting.id));
        });
        if (meeting.steps.empty())
            reading.complain(f.table().place, f.called() + " has no steps.",
                             "Add a [[meeting.step]] for each stretch of the meeting, in order.");
        model.meetings.push_back(std::move(meeting));
    });
}

} // namespace radslag::process
