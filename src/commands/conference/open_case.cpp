// A case opened by staff, for somebody who asked for a conference or was offered one.
#include "commands/begin.h"

namespace radslag::commands {
namespace {

using process::Function;

// Whoever opens the case gets the role that their office fits: the case worker's before the
// coordinator's.
void seat_opener(Start const& start, workflow::Draft& draft) {
    for (auto is : {Function::case_worker, Function::coordinator})
        for (auto const& role : start.beginning.book->model().roles)
            if (role.is == is && (role.offices & start.staff.offices) != 0) {
                assign_staff(draft, start.staff, role.id, {});
                return;
            }
}

std::string main_role(process::Model const& model) {
    for (auto const& role : model.roles)
        if (role.is == Function::main_person) return role.id;
    RADSLAG_SURE(false);
    return {};
}

// Whom they turned to is told where the intake asks for it, and nowhere else.
std::optional<Refusal> wrong_contact(Start const& start) {
    auto at = start.request.fields.find("contact_person");
    bool const there = at != start.request.fields.end();
    auto const* text = there ? std::get_if<std::string>(&at->second) : nullptr;
    bool const told = text != nullptr && !read_line(*text, "contact_person").value_or("").empty();
    bool const asked = start.beginning.intake->names_contact;
    if (asked && !told) return refusal("field.missing", "contact_person");
    if (!asked && there) return refusal("field.unknown", "contact_person");
    return {};
}

Answer<view::Done> open_in(Start const& start) {
    auto input = read_fields(start, open_case_act());
    No no;
    if (!input) no = std::move(input.error());
    if (auto wrong = wrong_contact(start)) no.why.push_back(std::move(*wrong));
    if (!no.why.empty()) return tl::unexpected<No>(std::move(no));
    auto name = people::read_name(input->text("name"), "name");
    if (!name) return form(std::move(name.error()));
    auto draft = begin(start, "open_case");
    people::Person person;
    person.id = draft.fresh<PersonId>();
    person.name = std::move(*name);
    person.role = main_role(start.beginning.book->model());
    person.closeness = people::Closeness::near;
    person.named_at = start.now;
    draft.put(std::move(person));
    referral::Referral request;
    request.id = draft.fresh<RowId>();
    request.intake = start.beginning.intake->id;
    request.sent_at = start.now;
    request.contact_person = input->text("contact_person");
    draft.put(std::move(request));
    if (!input->text("asked").empty())
        draft.put(referral::Description{draft.fresh<RowId>(), 0, "asked", input->text("asked")});
    seat_opener(start, draft);
    auto c = draft.file().conference();
    c.name = name_of_case(draft.file(), *start.beginning.book);
    if (auto why = input->text("acute"); !why.empty()) {
        c.acute_at = start.now;
        c.acute_why = why;
    }
    draft.put(std::move(c));
    enter_first_stage(draft);
    return save(start, draft);
}

} // namespace

Act open_case_act() {
    return {.name = "open_case",
            .room = "conference",
            .fields = {{.name = "intake", .type = FieldType::choice, .required = true},
                       {.name = "name",
                        .type = FieldType::line,
                        .limit = people::name_limit,
                        .required = true},
                       {.name = "asked", .type = FieldType::text},
                       {.name = "contact_person", .type = FieldType::line},
                       {.name = "acute", .type = FieldType::text}}};
}

Answer<view::Done> open_case(World const& world, Caller const& caller, Request const& request) {
    return begin_case(world, caller, request, "open_case", false, open_in);
}

} // namespace radslag::commands
