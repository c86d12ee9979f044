#include "commands/acts.h"

namespace radslag::commands {

// HF3, GF2, SN6: a professional's picture of the situation.
Act give_account() {
    return {
        .name = "give_account",
        .room = "meeting",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .decide = [](Doing& doing) -> Result<void> {
            auto const round = doing.here.conference().round;
            meeting::Account account{doing.draft.fresh<RowId>(), 0, doing.whose(), round, {}, {}};
            for (auto const& had : doing.here.all<meeting::Account>())
                if (had.person == account.person && had.round == round) account = had;
            account.text = doing.input.text("text");
            account.at = doing.here.now;
            doing.happen();
            doing.put(std::move(account));
            return {};
        },
    };
}

} // namespace radslag::commands
