// permit → load → decide → save → tell
#include <algorithm>

#include "commands/commands.h"
#include "commands/pick.h"

namespace radslag::commands {
namespace {

No::Kind kind_of(Refusal const& why) {
    if (why.code == "act.not_yours") return No::Kind::not_yours;
    static constexpr std::string_view form[] = {
        "field.",    "date.",   "number.", "evaluation.", "referral.identifies",
        "act.about", "act.told"};
    for (auto prefix : form)
        if (why.code.starts_with(prefix)) return No::Kind::form;
    return No::Kind::not_now;
}

view::Done told(CaseId const& id, std::vector<workflow::Happening> const& happenings) {
    view::Done done;
    done.case_id = id.text;
    for (auto const& h : happenings) {
        done.happened.push_back(h.name);
        for (auto const& change : h.changes) {
            if (change.table != conference::Counter::table || !change.after) continue;
            conference::Counter before;
            if (change.before) before = from_cells<conference::Counter>(*change.before);
            auto const now = from_cells<conference::Counter>(*change.after);
            done.version = now.version != before.version ? now.version : now.papers;
        }
    }
    if (!happenings.empty()) done.about = happenings.front().about;
    return done;
}

// A request sent twice acts once: the second gets the first one's answer.
std::optional<Answer<view::Done>> done_before(Reader& reader, Caller const& caller,
                                              CaseId const& id, Act const& act,
                                              Request const& request) {
    auto earlier = reader.act(caller.organisation, request.id);
    if (earlier.empty()) return {};
    auto here = reader.happenings(id, earlier.front().seq - 1, 1, false);
    auto const& first = earlier.front();
    bool const same = !here.empty() && here.front().act == request.id && first.name == act.name &&
                      (act.nameless || first.staff == caller.staff);
    if (same && !act.nameless && first.request != fingerprint(request))
        return Answer<view::Done>(refuse(No::Kind::form, refusal("act.sent_already", "id")));
    if (!same) return Answer<view::Done>(refuse(No::Kind::form, refusal("act.id_used", "id")));
    return Answer<view::Done>(told(id, earlier));
}

// With this act their own part in the case may have ended: whoever sends it again still gets its
// answer.
std::optional<Answer<view::Done>> done_at_parting(Reader& reader, Caller const& caller,
                                                  CaseId const& id, Act const& act,
                                                  Request const& request) {
    auto const staff = reader.staff(caller.staff);
    if (act.nameless || !staff || staff->locked_at || staff->organisation != caller.organisation)
        return {};
    auto before = done_before(reader, caller, id, act, request);
    if (!before || !*before) return {};
    return before;
}

// The version of the row that a change is based on must be the newest; else both texts are shown.
std::optional<No> conflict(Act const& act, Here const& here, Request const& request) {
    if (!act.based_on) return {};
    if (!request.base) return No{No::Kind::form, {refusal("field.missing", "base")}, {}};
    if (act.stands != nullptr) {
        auto stands = act.stands(here, request);
        if (!stands || stands->version <= *request.base) return {};
        return No{No::Kind::conflict, {refusal("act.conflict")}, std::move(stands->text)};
    }
    auto changed_in = version_of(here.file, act.about, request.about);
    if (!changed_in || *changed_in <= *request.base) return {};
    No no{No::Kind::conflict, {refusal("act.conflict")}, {}};
    if (act.filled != nullptr && reads(here, act.matter))
        no.theirs = act.filled(here, request.about);
    return no;
}

Result<void> permit(Loaded const& loaded, std::string_view act, Request const& request) {
    std::optional<workflow::Ix> for_role;
    if (!request.for_whom.empty()) {
        auto const* person =
            people::find(loaded.file.all<people::Person>(), PersonId{request.for_whom});
        if (person == nullptr) return no("act.not_for_them", "for_whom");
        auto const voice = workflow::voice_of(*loaded.book, loaded.file, loaded.today, *person);
        if (auto heard = workflow::may_be_recorded_for(voice, act); !heard) return heard;
        for_role = voice.role;
    }
    return workflow::may(*loaded.book, loaded.facts, loaded.actor.asks_for(act), act, for_role);
}

void stamp(Doing const& doing, Caller const& caller, Act const& act, Request const& request,
           std::vector<workflow::Happening>& happenings) {
    for (auto& h : happenings) {
        h.act = doing.input.id;
        // Nor a number of what was asked for: tried with each name, it would tell whose it is.
        if (act.nameless) continue;
        h.request = fingerprint(request);
        h.staff = caller.staff;
        if (auto doer = doing.doer(); !doer.empty()) h.by = doer;
        h.for_whom = doing.input.for_whom;
        if (doing.input.for_whom) {
            h.told = doing.input.told;
            h.told_on = doing.input.told_on;
        }
    }
}

Answer<view::Done> carry_out(World const& world, Writer& writer, Caller const& caller,
                             Loaded const& loaded, Act const& act, Request const& request,
                             Instant now) {
    auto const here = here_in(loaded, world.books, caller, writer, now);
    auto input = read_input(act, here, request);
    if (!input) return tl::unexpected<No>(No{No::Kind::form, std::move(input.error()), {}});
    if (auto clash = conflict(act, here, request)) return tl::unexpected<No>(std::move(*clash));
    auto const& id = loaded.file.conference().id;
    workflow::Draft draft(*loaded.book, loaded.file, now, loaded.around, world.random,
                          writer.last_seq(id));
    Doing doing{here, *input, draft, {}, {}, act.name};
    if (act.when != nullptr && !act.when(here))
        return refuse(No::Kind::not_now, refusal("act.not_now"));
    auto decided = act.decide(doing);
    if (!decided) return refuse(kind_of(decided.error()), std::move(decided.error()));
    RADSLAG_SURE(!draft.happenings().empty());
    if (draft.happenings().front().about.empty()) draft.happenings().front().about = doing.made;
    stamp(doing, caller, act, request, draft.happenings());
    workflow::follow(draft);
    writer.save(caller.organisation, id, draft.happenings(),
                glance_of(draft.book(), draft.file(), loaded.around));
    auto done = told(id, draft.happenings());
    done.doubts = std::move(doing.doubts);
    return done;
}

} // namespace

Answer<view::Done> perform(World const& world, Caller const& caller, CaseId const& id,
                           std::string_view name, Request const& request) {
    auto const* act = find_act(name);
    if (act == nullptr) return refuse(No::Kind::not_there, refusal("act.unknown"));
    Answer<view::Done> answer = refuse(No::Kind::fault, refusal("world.fault"));
    auto wrote = world.store.write([&](Writer& writer) {
        auto const now = world.clock.now();
        answer = [&]() -> Answer<view::Done> {
            auto loaded = load(writer, world.books, caller, id, now);
            if (!loaded) {
                if (auto before = done_at_parting(writer, caller, id, *act, request))
                    return *before;
                return tl::unexpected<No>(std::move(loaded.error()));
            }
            if (auto before = done_before(writer, caller, id, *act, request)) return *before;
            if (auto permitted = permit(*loaded, name, request); !permitted)
                return refuse(kind_of(permitted.error()), std::move(permitted.error()));
            return carry_out(world, writer, caller, *loaded, *act, request, now);
        }();
        return answer.has_value();
    });
    if (!wrote) return refuse(No::Kind::fault, refusal("world.fault"));
    return answer;
}

PersonId doer_of(Here const& here, std::string_view act) {
    for (auto const& id : here.actor.as) {
        auto const* person = people::find(here.all<people::Person>(), id);
        workflow::Who one;
        one.add(here.model().role(person->role));
        if (workflow::may(here.book, here.facts, one, act)) return id;
    }
    if (!here.actor.as.empty()) return here.actor.as.front();
    return here.actor.unready.empty() ? PersonId{} : here.actor.unready.front();
}

PersonId whose(Here const& here, Request const& request, std::string_view act) {
    return request.for_whom.empty() ? doer_of(here, act) : PersonId{request.for_whom};
}

PersonId Doing::doer() const { return doer_of(here, act); }
PersonId Doing::whose() const { return input.for_whom ? *input.for_whom : doer(); }

workflow::Happening& Doing::happen(std::string detail, std::string why) {
    auto& happening = draft.happen(std::string(act));
    happening.about = input.about;
    happening.detail = std::move(detail);
    happening.why = std::move(why);
    return happening;
}

// Everything that falls due in this case, one thing after another.
bool tick_case(World const& world, Writer& writer, DueCase const& due, Instant now) {
    bool acted = false;
    while (true) {
        auto organisation = writer.organisation(due.organisation);
        auto file = writer.case_file(due.organisation, due.id);
        if (!organisation || !file) return acted;
        auto const* book =
            world.books.find(file->conference().model, file->conference().model_version);
        if (book == nullptr) return acted;
        workflow::Draft draft(*book, *file, now, circumstances(writer, *organisation, now),
                              world.random, writer.last_seq(due.id));
        if (!workflow::tick(draft)) return acted;
        draft.happenings().front().act = ActId::make(world.random);
        workflow::follow(draft);
        writer.save(due.organisation, due.id, draft.happenings(),
                    glance_of(draft.book(), draft.file(), draft.around()));
        acted = true;
    }
}

Answer<std::size_t> tick(World const& world) {
    std::size_t touched = 0;
    bool more = true;
    while (more) {
        auto wrote = world.store.write([&](Writer& writer) {
            auto const now = world.clock.now();
            auto due = writer.due(date_in("UTC", Instant{now.micros + 14 * 3'600'000'000LL}), 100);
            std::size_t acted = 0;
            for (auto const& one : due) acted += tick_case(world, writer, one, now) ? 1 : 0;
            touched += acted;
            // What is due in another time zone tomorrow comes again; it must not turn the loop.
            more = acted > 0 && due.size() == 100;
            return acted > 0;
        });
        if (!wrote) return refuse(No::Kind::fault, refusal("world.fault"));
    }
    return touched;
}

} // namespace radslag::commands
