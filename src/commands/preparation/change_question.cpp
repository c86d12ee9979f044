#include "commands/acts.h"

namespace radslag::commands {

Act change_question() {
    return {
        .name = "change_question",
        .room = "preparation",
        .about = "question",
        .fields = write_question().fields,
        .based_on = true,
        .candidates = standing_questions,
        .filled =
            [](Here const& here, std::string const& about) {
                return filled({one("text", here.file.find<preparation::Question>(RowId{about})->text)});
            },
        .matter = process::Matter::questions,
        .decide = [](Doing& doing) -> Result<void> {
            auto question = doing.about<preparation::Question>();
            question.text = doing.input.text("text");
            doing.happen();
            doing.put(std::move(question));
            return {};
        },
    };
}

} // namespace radslag::commands
