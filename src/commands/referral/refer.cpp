// A family referred, described without its name.
#include "commands/begin.h"

namespace radslag::commands {
namespace {

// PN2, PN3, PN8: all fields, none that identifies, and the sentences confirmed.
Answer<std::vector<referral::Description>>
read_descriptions(Start const& start, workflow::Draft& draft, view::Done& told) {
    No no;
    std::vector<referral::Description> all;
    for (auto const& field : start.beginning.intake->fields) {
        auto at = start.request.fields.find(field);
        auto const* text =
            at == start.request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
        auto read = text == nullptr ? Result<std::string>(radslag::no("field.missing", field))
                    : must_be_anonymous(start.beginning.intake, field)
                        ? referral::read_anonymous(*text, field)
                        : read_text(*text, field);
        if (read && read->empty()) read = radslag::no("field.missing", field);
        if (!read) {
            no.why.push_back(std::move(read.error()));
            continue;
        }
        if (must_be_anonymous(start.beginning.intake, field) &&
            !referral::looks_like_names(*read).empty() && told.doubts.empty())
            told.doubts.emplace_back("referral.names");
        all.push_back({draft.fresh<RowId>(), 0, field, std::move(*read)});
    }
    if (!no.why.empty()) return tl::unexpected<No>(std::move(no));
    return all;
}

std::optional<No> check_confirmed(Start const& start, std::vector<std::string>& confirmed) {
    auto at = start.request.fields.find("confirms");
    if (at != start.request.fields.end())
        if (auto const* list = std::get_if<std::vector<std::string>>(&at->second))
            confirmed = *list;
    auto const& asked = start.beginning.intake->confirms;
    bool const all = std::all_of(asked.begin(), asked.end(), [&](auto const& one) {
        return std::find(confirmed.begin(), confirmed.end(), one) != confirmed.end();
    });
    if (!all || confirmed.size() != asked.size())
        return No{No::Kind::form, {refusal("referral.confirm", "confirms")}, {}};
    return {};
}

std::optional<No> check_unknown(Start const& start) {
    No no;
    auto const& fields = start.beginning.intake->fields;
    for (auto const& [name, value] : start.request.fields)
        if (name != "intake" && name != "confirms" &&
            std::find(fields.begin(), fields.end(), name) == fields.end())
            no.why.push_back(refusal("field.unknown", name));
    if (no.why.empty()) return {};
    return no;
}

Answer<view::Done> refer_in(Start const& start) {
    if (auto wrong = check_unknown(start)) return tl::unexpected<No>(std::move(*wrong));
    referral::Referral referral;
    if (auto wrong = check_confirmed(start, referral.confirmed))
        return tl::unexpected<No>(std::move(*wrong));
    view::Done told;
    auto draft = begin(start, "refer");
    auto descriptions = read_descriptions(start, draft, told);
    if (!descriptions) return tl::unexpected<No>(std::move(descriptions.error()));
    for (auto const& role : start.beginning.book->model().roles)
        if (role.is == process::Function::referrer)
            referral.referrer = assign_staff(draft, start.staff, role.id, {});
    referral.id = draft.fresh<RowId>();
    referral.intake = start.beginning.intake->id;
    referral.sent_at = start.now;
    draft.put(std::move(referral));
    for (auto& description : *descriptions) draft.put(std::move(description));
    enter_first_stage(draft);
    auto done = save(start, draft);
    done.doubts = std::move(told.doubts);
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
