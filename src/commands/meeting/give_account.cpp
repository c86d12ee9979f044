#include "commands/acts.h"

namespace radslag::commands {

namespace {

meeting::Account const* account_of(Here const& here, PersonId const& person) {
    for (auto const& account : here.all<meeting::Account>())
        if (account.person == person && account.round == here.conference().round) return &account;
    return nullptr;
}

std::optional<Stands> stands(Here const& here, Request const& request) {
    auto const* account = account_of(here, whose(here, request, "give_account"));
    if (account == nullptr) return {};
    return Stands{account->changed_in, filled({one("text", account->text)})};
}

} // namespace

// HF3, GF2, SN6: a professional's picture of the situation.
Act give_account() {
    return {
        .name = "give_account",
        .room = "meeting",
        .fields = {{.name = "text", .type = FieldType::text, .required = true}},
        .based_on = true,
        .stands = stands,
        .decide = [](Doing& doing) -> Result<void> {
            meeting::Account account{
                doing.draft.fresh<RowId>(), 0, doing.whose(), doing.here.conference().round, {}, {}};
            if (auto const* had = account_of(doing.here, account.person)) account = *had;
            account.text = doing.input.text("text");
            account.at = doing.here.now;
            doing.happen();
            doing.put(std::move(account));
            return {};
        },
    };
}

} // namespace radslag::commands
