#include "commands/acts.h"

namespace radslag::commands {

// HF3: the professionals state which support they can offer; plan actions can draw on it.
Act offer_support() {
    return {
        .name = "offer_support",
        .room = "meeting",
        .fields = {{.name = "text", .type = FieldType::text, .required = true},
                   {.name = "until", .type = FieldType::date}},
        .decide = [](Doing& doing) -> Result<void> {
            meeting::Offer offer;
            offer.id = doing.draft.fresh<RowId>();
            offer.person = doing.whose();
            offer.round = doing.here.conference().round;
            offer.text = doing.input.text("text");
            offer.until = doing.input.date("until");
            if (offer.until && *offer.until < doing.here.today) return no("date.past", "until");
            offer.at = doing.here.now;
            doing.happen();
            doing.put(std::move(offer));
            return {};
        },
    };
}

} // namespace radslag::commands
