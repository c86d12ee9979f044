#include "commands/acts.h"

namespace radslag::commands {

Act supplement_referral() {
    return {
        .name = "supplement_referral",
        .room = "referral",
        .about = "description",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .based_on = true,
        .may_identify = true,
        .candidates =
            [](Here const& here) {
                return ids_of<referral::Description>(here, [](auto const&) { return true; });
            },
        .filled =
            [](Here const& here, std::string const& about) {
                auto const* row = here.file.find<referral::Description>(RowId{about});
                return filled({one("text", row->text)});
            },
        .matter = process::Matter::referral,
        .decide = [](Doing& doing) -> Result<void> {
            auto description = doing.about<referral::Description>();
            auto const* intake = doing.here.model().intake(doing.here.conference().intake);
            auto text = doing.input.text("text");
            if (must_be_anonymous(intake, description.field_id)) {
                auto anonymous = referral::read_anonymous(text, "text");
                if (!anonymous) return no(std::move(anonymous.error()));
                if (!referral::looks_like_names(text).empty()) doing.doubts.emplace_back("referral.names");
            }
            description.text = std::move(text);
            doing.happen(description.field_id);
            doing.put(std::move(description));
            auto referral = *the_referral(doing.here);
            if (referral.asked.empty()) return {};
            referral.asked.clear(); // what was asked for has come
            doing.put(std::move(referral));
            return {};
        },
    };
}

} // namespace radslag::commands
