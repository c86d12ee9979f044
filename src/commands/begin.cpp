// How a case begins: opened by staff for somebody who asked or was offered, or referred anonymously.
#include "commands/acts.h"

namespace radslag::commands {
namespace {

using process::Function;
using process::Intake;
using process::IntakeWay;

struct Beginning {
    workflow::RuleBook const* book = nullptr;
    Intake const* intake = nullptr;
};

// "model/intake", as the desk offers it; only the newest version of a model begins new cases.
std::optional<Beginning> find_beginning(Books const& books, std::string const& choice) {
    auto cut = choice.find('/');
    if (cut == std::string::npos) return {};
    auto const* book = books.newest(choice.substr(0, cut));
    if (book == nullptr) return {};
    auto const* intake = book->model().intake(choice.substr(cut + 1));
    if (intake == nullptr) return {};
    return Beginning{book, intake};
}

struct Start {
    World const& world;
    Writer& writer;
    Caller const& caller;
    Request const& request;
    Instant now;
    Organisation organisation;
    Staff staff;
    Beginning beginning;
};

tl::unexpected<No> form(Refusal why) { return refuse(No::Kind::form, std::move(why)); }

Answer<Start> prepare(World const& world, Writer& writer, Caller const& caller,
                      Request const& request, bool referral) {
    auto organisation = writer.organisation(caller.organisation);
    auto staff = writer.staff(caller.staff);
    if (!organisation || !staff || staff->locked_at)
        return refuse(No::Kind::not_yours, refusal("act.not_yours"));
    auto at = request.fields.find("intake");
    auto const* choice = at == request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (choice == nullptr) return form(refusal("field.missing", "intake"));
    auto beginning = find_beginning(world.books, *choice);
    if (!beginning || (beginning->intake->way == IntakeWay::referral) != referral)
        return form(refusal("field.choice", "intake"));
    workflow::Who who;
    who.offices = staff->offices;
    if (!beginning->intake->who.meets(who))
        return refuse(No::Kind::not_yours, refusal("act.not_yours", "intake"));
    return Start{world, writer, caller, request, world.clock.now(), std::move(*organisation),
                 std::move(*staff), *beginning};
}

// The empty file that the first happening writes into.
workflow::Draft begin(Start const& start, std::string const& act) {
    auto const& model = start.beginning.book->model();
    auto const& stage = model.stages[start.beginning.intake->stage];
    conference::Conference c;
    c.id = CaseId::make(start.world.random);
    c.organisation = start.organisation.id;
    c.number = start.writer.next_case_number(start.organisation.id);
    c.model = model.id;
    c.model_version = model.version;
    c.intake = start.beginning.intake->id;
    c.language = start.organisation.language;
    c.began_at = c.stage_since = c.status_since = start.now;
    c.stage = stage.id;
    workflow::CaseFile file;
    file.put(c); // so that the draft knows whose it is
    workflow::Draft draft(*start.beginning.book, std::move(file), start.now,
                          start.organisation.zone, start.world.random, 0);
    draft.happen(act).detail = start.beginning.intake->id;
    draft.put(c);
    draft.happenings().back().changes.back().before.reset();
    return draft;
}

void enter_first_stage(workflow::Draft& draft) {
    auto const& c = draft.file().conference();
    auto& entered = draft.happen("stage_entered");
    entered.detail = c.stage;
    draft.put(conference::StageEntry{draft.fresh<RowId>(), 0, c.stage, 1, draft.now(), {}});
}

view::Done save(Start const& start, workflow::Draft& draft) {
    for (auto& h : draft.happenings()) {
        h.act = start.request.id;
        h.request = fingerprint(start.request);
        h.staff = start.caller.staff;
    }
    workflow::follow(draft);
    auto const& c = draft.file().conference();
    start.writer.save(start.organisation.id, c.id, draft.happenings(),
                      glance_of(*start.beginning.book, draft.file(), draft.today()));
    view::Done done;
    done.case_id = c.id.text;
    done.about = c.id.text;
    done.version = draft.file().counter().version;
    for (auto const& h : draft.happenings()) done.happened.push_back(h.name);
    return done;
}

// A request sent twice: the case it began.
std::optional<Answer<view::Done>> begun_before(Writer& writer, Caller const& caller,
                                               Request const& request,
                                               std::string_view act) {
    auto earlier = writer.act(caller.organisation, request.id);
    if (earlier.empty()) return {};
    auto const& first = earlier.front();
    if (first.name != act || first.staff != caller.staff)
        return Answer<view::Done>(form(refusal("act.id_used", "id")));
    if (first.request != fingerprint(request))
        return Answer<view::Done>(form(refusal("act.sent_already", "id")));
    view::Done done;
    for (auto const& h : earlier) done.happened.push_back(h.name);
    for (auto const& change : first.changes)
        if (change.table == conference::Conference::table) done.case_id = done.about = change.id;
    done.version = 1;
    return Answer<view::Done>(std::move(done));
}

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

template <class Work> Answer<view::Done> write(World const& world, Work work) {
    Answer<view::Done> answer = refuse(No::Kind::fault, refusal("world.fault"));
    auto wrote = world.store.write([&](Writer& writer) {
        answer = work(writer);
        return answer.has_value();
    });
    if (!wrote) return refuse(No::Kind::fault, refusal("world.fault"));
    return answer;
}

Answer<Input> read_fields(Start const& start, Act const& act) {
    workflow::CaseFile const none;
    workflow::Facts const facts;
    workflow::Actor const actor;
    Here const here{*start.beginning.book, none, facts, actor, start.staff, start.organisation,
                    start.caller.language, start.now, date_in(start.organisation.zone, start.now),
                    start.writer};
    auto input = read_input(act, here, start.request);
    if (!input) return tl::unexpected<No>(No{No::Kind::form, std::move(input.error()), {}});
    return std::move(*input);
}

std::string main_role(process::Model const& model) {
    for (auto const& role : model.roles)
        if (role.is == Function::main_person) return role.id;
    RADSLAG_SURE(false);
    return {};
}

Answer<view::Done> open_in(Start const& start) {
    auto input = read_fields(start, open_case_act());
    if (!input) return tl::unexpected<No>(std::move(input.error()));
    if (start.beginning.intake->names_contact && input->text("contact_person").empty())
        return form(refusal("field.missing", "contact_person"));
    if (!start.beginning.intake->names_contact && input->has("contact_person"))
        return form(refusal("field.unknown", "contact_person"));
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

// PN2, PN3, PN8: all fields, none that identifies, and the sentences confirmed.
Answer<std::vector<referral::Description>> read_descriptions(Start const& start,
                                                             workflow::Draft& draft,
                                                             view::Done& told) {
    No no;
    std::vector<referral::Description> all;
    for (auto const& field : start.beginning.intake->fields) {
        auto at = start.request.fields.find(field);
        auto const* text = at == start.request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
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
        if (auto const* list = std::get_if<std::vector<std::string>>(&at->second)) confirmed = *list;
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
        if (role.is == Function::referrer)
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

bool must_be_anonymous(Intake const* intake, std::string const& field) {
    return intake != nullptr && intake->anonymous &&
           std::find(intake->open_fields.begin(), intake->open_fields.end(), field) ==
               intake->open_fields.end();
}

Act open_case_act() {
    return {.name = "open_case",
            .room = "conference",
            .fields = {{.name = "intake", .type = FieldType::choice, .required = true},
                       {.name = "name", .type = FieldType::line, .limit = people::name_limit, .required = true},
                       {.name = "asked", .type = FieldType::text},
                       {.name = "contact_person", .type = FieldType::line},
                       {.name = "acute", .type = FieldType::text}}};
}

// Its further fields are the intake's, which the model names.
Act refer_act() {
    return {.name = "refer",
            .room = "referral",
            .fields = {{.name = "intake", .type = FieldType::choice, .required = true},
                       {.name = "confirms", .type = FieldType::choices, .required = true}}};
}

Answer<view::Done> open_case(World const& world, Caller const& caller, Request const& request) {
    return write(world, [&](Writer& writer) -> Answer<view::Done> {
        if (auto before = begun_before(writer, caller, request, "open_case")) return *before;
        auto start = prepare(world, writer, caller, request, false);
        if (!start) return tl::unexpected<No>(std::move(start.error()));
        return open_in(*start);
    });
}

Answer<view::Done> refer(World const& world, Caller const& caller, Request const& request) {
    return write(world, [&](Writer& writer) -> Answer<view::Done> {
        if (auto before = begun_before(writer, caller, request, "refer")) return *before;
        auto start = prepare(world, writer, caller, request, true);
        if (!start) return tl::unexpected<No>(std::move(start.error()));
        return refer_in(*start);
    });
}

} // namespace radslag::commands
