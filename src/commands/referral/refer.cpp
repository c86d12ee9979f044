// A family referred, described without its name.
#include "commands/begin.h"

namespace radslag::commands {
namespace {

struct Referred {
    std::vector<referral::Description> descriptions;
    std::vector<std::string> confirmed;
    std::vector<std::string> doubts;
};

// PN2, PN3: every field, and nothing in it that identifies.
Result<std::string> read_description(Start const& start, std::string const& field) {
    auto at = start.request.fields.find(field);
    auto const* text =
        at == start.request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (text == nullptr) return no("field.missing", field);
    auto read = must_be_anonymous(start.beginning.intake, field)
                    ? referral::read_anonymous(*text, field)
                    : read_text(*text, field);
    if (read && read->empty()) return no("field.missing", field);
    return read;
}

void read_descriptions(Start const& start, Referred& referred, std::vector<Refusal>& why) {
    bool names = false;
    for (auto const& field : start.beginning.intake->fields) {
        auto read = read_description(start, field);
        if (!read) {
            why.push_back(std::move(read.error()));
            continue;
        }
        names = names || (must_be_anonymous(start.beginning.intake, field) &&
                          !referral::looks_like_names(*read).empty());
        referred.descriptions.push_back(
            {RowId::make(start.world.random), 0, field, std::move(*read)});
    }
    if (names) referred.doubts.emplace_back("referral.names");
}

// PN8: each sentence of the intake is confirmed, and no other.
void read_confirmed(Start const& start, Referred& referred, std::vector<Refusal>& why) {
    auto at = start.request.fields.find("confirms");
    if (at != start.request.fields.end())
        if (auto const* list = std::get_if<std::vector<std::string>>(&at->second))
            referred.confirmed = *list;
    auto const& asked = start.beginning.intake->confirms;
    bool const all = std::ranges::all_of(asked, [&](auto const& one) {
        return std::ranges::find(referred.confirmed, one) != referred.confirmed.end();
    });
    if (!all || referred.confirmed.size() != asked.size())
        why.push_back(refusal("referral.confirm", "confirms"));
}

void check_unknown(Start const& start, std::vector<Refusal>& why) {
    auto const& fields = start.beginning.intake->fields;
    for (auto const& [name, value] : start.request.fields)
        if (name != "intake" && name != "confirms" &&
            std::ranges::find(fields, name) == fields.end())
            why.push_back(refusal("field.unknown", name));
}

// Every complaint at once.
Answer<Referred> read(Start const& start) {
    Referred referred;
    No no;
    check_unknown(start, no.why);
    read_descriptions(start, referred, no.why);
    read_confirmed(start, referred, no.why);
    if (!no.why.empty()) return tl::unexpected<No>(std::move(no));
    return referred;
}

Answer<view::Done> refer_in(Start const& start) {
    auto referred = read(start);
    if (!referred) return tl::unexpected<No>(std::move(referred.error()));
    auto draft = begin(start, "refer");
    referral::Referral referral;
    referral.id = draft.fresh<RowId>();
    referral.intake = start.beginning.intake->id;
    referral.sent_at = start.now;
    referral.confirmed = std::move(referred->confirmed);
    for (auto const& role : start.beginning.book->model().roles)
        if (role.is == process::Function::referrer)
            referral.referrer = assign_staff(draft, start.staff, role.id, {});
    draft.put(std::move(referral));
    for (auto& description : referred->descriptions) draft.put(std::move(description));
    enter_first_stage(draft);
    auto done = save(start, draft);
    done.doubts = std::move(referred->doubts);
    return done;
}

} // namespace

bool must_be_anonymous(process::Intake const* intake, std::string const& field) {
    return intake != nullptr && intake->anonymous &&
           std::find(intake->open_fields.begin(), intake->open_fields.end(), field) ==
               intake->open_fields.end();
}

// Its further fields are the intake's, which the model names.
Act refer_act() {
    return {.name = "refer",
            .room = "referral",
            .fields = {{.name = "intake", .type = FieldType::choice, .required = true},
                       {.name = "confirms", .type = FieldType::choices, .required = true}}};
}

Answer<view::Done> refer(World const& world, Caller const& caller, Request const& request) {
    return begin_case(world, caller, request, "refer", true, refer_in);
}

} // namespace radslag::commands
