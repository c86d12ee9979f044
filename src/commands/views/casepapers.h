#pragma once
// The papers of the authority.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct PaperView {
    std::string id;
    std::string kind;
    std::string title;
    std::string text;
    Date dated;
    std::string written_by;
    std::int64_t version = 0;
    using Self = PaperView;
    static constexpr std::string_view schema = "Paper";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(kind), RADSLAG_F(title), RADSLAG_F(text),
                        RADSLAG_F(dated), RADSLAG_F(written_by), RADSLAG_F(version));
};

} // namespace radslag::commands::view
