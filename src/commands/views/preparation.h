#pragma once
// What the meeting is asked, and who agrees.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct QuestionsView {
    std::vector<TextView> questions;
    std::vector<std::string> purposes;
    std::string purpose_text;
    std::vector<std::string> agreed_by;
    std::vector<std::string> not_yet_agreed;
    using Self = QuestionsView;
    static constexpr std::string_view schema = "Questions";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(questions), RADSLAG_F(purposes), RADSLAG_F(purpose_text),
                        RADSLAG_F(agreed_by), RADSLAG_F(not_yet_agreed));
};

} // namespace radslag::commands::view
