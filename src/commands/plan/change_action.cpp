#include "commands/acts.h"

namespace radslag::commands {

Act change_action() {
    return {
        .name = "change_action",
        .room = "plan",
        .about = "action",
        .fields = action_fields(),
        .based_on = true,
        .candidates = standing_action_ids,
        .filled =
            [](Here const& here, std::string const& about) {
                auto const* a = here.file.find<plan::Action>(RowId{about});
                return filled({one("what", a->what), one("heading", a->heading), one("owner", a->owner ? a->owner->text : ""),
                               one("due", a->due ? write_date(*a->due) : ""), one("offer", a->offer ? a->offer->text : "")});
            },
        .matter = process::Matter::plan,
        .decide = [](Doing& doing) -> Result<void> { return keep_action(doing, doing.about<plan::Action>()); },
    };
}

} // namespace radslag::commands
