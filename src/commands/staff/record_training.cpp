#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

enum class Training { training, supervision };
Words words(Training) {
    static constexpr std::string_view all[] = {"training", "supervision"};
    return all;
}

bool looks_after_training(StaffHere const& here) {
    return here.has(process::Office::administrator) || here.has(process::Office::manager);
}

// PN12: who leads meetings is trained in the method and takes part in supervision.
Result<void> decide(StaffDoing& doing) {
    auto const day = *doing.input.date("day");
    if (day > doing.here.today) return no("date.not_yet", "day");
    auto staff = doing.about();
    auto line = write_date(day) + ' ' + doing.input.text("kind");
    if (doing.input.has("words")) line += ' ' + doing.input.text("words");
    staff.training.push_back(std::move(line));
    doing.keep(std::move(staff));
    return {};
}

} // namespace

StaffAct record_training_act() {
    return {.name = "record_training",
            .room = "staff",
            .about = "staff",
            .fields = {{.name = "day", .type = FieldType::date, .required = true},
                       {.name = "kind",
                        .type = FieldType::choice,
                        .required = true,
                        .choices = words(Training{})},
                       {.name = "words"}},
            .may = looks_after_training,
            .candidates = all_accounts,
            .decide = decide};
}

} // namespace radslag::commands
