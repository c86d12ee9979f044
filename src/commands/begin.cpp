// How a case begins: opened by staff for somebody who asked or was offered, or referred
// anonymously.
#include "commands/begin.h"

namespace radslag::commands {
namespace {

using process::IntakeWay;

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

Answer<Start> prepare(World const& world, Writer& writer, Caller const& caller,
                      Request const& request, bool referral) {
    auto organisation = writer.organisation(caller.organisation);
    auto staff = writer.staff(caller.staff);
    if (!organisation || !staff || staff->locked_at)
        return refuse(No::Kind::not_yours, refusal("act.not_yours"));
    auto at = request.fields.find("intake");
    auto const* choice =
        at == request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    if (choice == nullptr) return form(refusal("field.missing", "intake"));
    auto beginning = find_beginning(world.books, *choice);
    if (!beginning || (beginning->intake->way == IntakeWay::referral) != referral)
        return form(refusal("field.choice", "intake"));
    workflow::Who who;
    who.offices = staff->offices;
    if (!beginning->intake->who.meets(who))
        return refuse(No::Kind::not_yours, refusal("act.not_yours", "intake"));
    return Start{world,
                 writer,
                 caller,
                 request,
                 world.clock.now(),
                 std::move(*organisation),
                 std::move(*staff),
                 *beginning};
}

// A request sent twice: the case it began.
std::optional<Answer<view::Done>> begun_before(Writer& writer, Caller const& caller,
                                               Request const& request, std::string_view act) {
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

} // namespace

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
                          circumstances(start.writer, start.organisation, start.now),
                          start.world.random, 0);
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
                      glance_of(*start.beginning.book, draft.file(), draft.around()));
    view::Done done;
    done.case_id = c.id.text;
    done.about = c.id.text;
    done.version = draft.file().counter().version;
    for (auto const& h : draft.happenings()) done.happened.push_back(h.name);
    return done;
}

Answer<Input> read_fields(Start const& start, Act const& act) {
    workflow::CaseFile const none;
    workflow::Facts const facts;
    workflow::Actor const actor;
    auto const around = circumstances(start.writer, start.organisation, start.now);
    Here const here{*start.beginning.book,
                    none,
                    facts,
                    actor,
                    start.staff,
                    start.organisation,
                    start.caller.language,
                    start.now,
                    around.today,
                    start.writer,
                    around,
                    start.world.books};
    auto input = read_input(act, here, start.request);
    if (!input) return tl::unexpected<No>(No{No::Kind::form, std::move(input.error()), {}});
    return std::move(*input);
}

Answer<view::Done> begin_case(World const& world, Caller const& caller, Request const& request,
                              std::string_view act, bool referral, Begins begins) {
    Answer<view::Done> answer = refuse(No::Kind::fault, refusal("world.fault"));
    auto wrote = world.store.write([&](Writer& writer) {
        answer = [&]() -> Answer<view::Done> {
            if (auto before = begun_before(writer, caller, request, act)) return *before;
            auto start = prepare(world, writer, caller, request, referral);
            if (!start) return tl::unexpected<No>(std::move(start.error()));
            return begins(*start);
        }();
        return answer.has_value();
    });
    if (!wrote) return refuse(No::Kind::fault, refusal("world.fault"));
    return answer;
}

} // namespace radslag::commands
