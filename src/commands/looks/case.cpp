// The head of a case: where it stands, what holds it, whose turn it is, what is due, who sees what.
#include <algorithm>

#include "commands/looks/looks.h"
#include "workflow/workflow.h"

namespace radslag::commands {
namespace looks {
namespace {

view::StatusView status_of(Look const& look) {
    auto const& c = look.here.conference();
    view::StatusView status;
    status.is = word(c.status);
    status.since = c.status_since;
    if (c.status == conference::Status::stopped)
        status.stop = c.stop.empty() ? look.house("stop") : look.words("stop", c.stop);
    status.why = why_words(look, c.status_why);
    status.until = c.postponed_until;
    return status;
}

std::vector<view::MyRole> my_roles(Look const& look) {
    auto const& here = look.here;
    std::vector<view::MyRole> mine;
    auto add = [&](PersonId const& id, bool ready) {
        auto const* person = people::find(here.all<people::Person>(), id);
        if (person == nullptr) return;
        view::MyRole role{person->role, look.words("role", person->role), id.text, ready, false,
                          false};
        auto const* assignment = workflow::assignment_of(here.file, id);
        auto ix = here.model().role(person->role);
        if (assignment != nullptr && ix != process::nowhere) {
            auto const& rule = here.model().roles[ix];
            role.pledge_missing = rule.pledge && !assignment->pledged_at;
            role.impartial_missing =
                rule.impartial && assignment->impartial != conference::Impartial::yes;
        }
        mine.push_back(std::move(role));
    };
    for (auto const& id : here.actor.as) add(id, true);
    for (auto const& id : here.actor.unready) add(id, false);
    return mine;
}

std::vector<view::Stage> journey_of(Look const& look) {
    auto const& here = look.here;
    auto const& stages = here.model().stages;
    bool const over = here.conference().status == conference::Status::closed;
    std::vector<view::Stage> journey;
    for (Ix i = 0; i < stages.size(); ++i) {
        view::Stage stage{stages[i].id,
                          look.words("stage", stages[i].id),
                          look.words("stage_now", stages[i].id),
                          "ahead",
                          {}};
        if (i < here.facts.stage || (over && i == here.facts.stage)) stage.state = "done";
        else if (i == here.facts.stage) stage.state = "here";
        if (stage.state != "ahead")
            for (auto const& entry : here.all<conference::StageEntry>())
                if (entry.stage == stage.id && (!stage.since || entry.entered_at > *stage.since))
                    stage.since = entry.entered_at;
        journey.push_back(std::move(stage));
    }
    return journey;
}

view::Gate gate_of(Look const& look) {
    auto const& here = look.here;
    auto const& stage = here.model().stages[here.facts.stage];
    auto const& rules = here.book.gate_of_stage(here.facts.stage);
    view::Gate gate;
    if (!stage.moved_by.empty()) gate.move_on = look.words("move_on", stage.id);
    gate.open = workflow::is_open(rules, here.facts);
    gate.moved_by = look.who(stage.moved_by);
    gate.needs = needs_of(look, rules);
    bool const more = stage.rounds_at_most == 0 || here.conference().round < stage.rounds_at_most;
    if (stage.again != process::nowhere && more) gate.go_round = look.words("go_round", stage.id);
    return gate;
}

// Who could take a turn: people of each role who are here, in order; staff only when they are
// ready.
std::vector<std::vector<PersonId>> holders(Look const& look) {
    auto const& here = look.here;
    std::vector<std::vector<PersonId>> found(here.model().roles.size());
    for (auto const& person : here.all<people::Person>()) {
        auto role = here.model().role(person.role);
        if (role != process::nowhere && workflow::is_ready(here.book, here.file, person) &&
            !workflow::is_shut_out(here.file, person.id))
            found[role].push_back(person.id);
    }
    return found;
}

std::vector<view::Turn> turns_of(Look const& look) {
    auto const& here = look.here;
    auto const& model = here.model();
    auto const held = holders(look);
    Who filled;
    for (Ix i = 0; i < held.size(); ++i)
        if (!held[i].empty()) filled.add(i);
    std::vector<std::vector<std::string>> of_roles(held.size());
    std::vector<std::vector<std::string>> of_offices(process::words(process::Office{}).size());
    for (auto turn : workflow::turns(here.book, here.facts)) {
        auto const* need = model.need(turn.need);
        auto what = need != nullptr ? need_text(look, *need)
                                    : look.words("move_on", model.stages[here.facts.stage].id);
        // A role that nobody holds is told only where nobody else can do it.
        bool const somebody = (turn.who.roles & filled.roles) != 0 || turn.who.offices != 0;
        if (somebody) turn.who.roles &= filled.roles;
        for (Ix i = 0; i < held.size(); ++i)
            if (turn.who.has(i)) of_roles[i].push_back(what);
        for (std::size_t i = 0; i < of_offices.size(); ++i)
            if (turn.who.has(process::Office(i))) of_offices[i].push_back(what);
    }
    std::vector<view::Turn> turns;
    for (Ix i = 0; i < held.size(); ++i) {
        if (of_roles[i].empty()) continue;
        view::Turn turn{model.roles[i].id,
                        look.words("role", model.roles[i].id),
                        {},
                        here.actor.who.has(i),
                        std::move(of_roles[i])};
        if (look.any(Matter::people) || model.roles[i].offices != 0)
            for (auto const& id : held[i]) turn.names.push_back(look.name_for(id));
        turns.push_back(std::move(turn));
    }
    for (std::size_t i = 0; i < of_offices.size(); ++i) {
        if (of_offices[i].empty()) continue;
        std::string const office(word(process::Office(i)));
        turns.push_back({"office:" + office,
                         look.house("office." + office),
                         {},
                         here.actor.who.has(process::Office(i)),
                         std::move(of_offices[i])});
    }
    return turns;
}

std::vector<view::DueView> dues_of(Look const& look) {
    std::vector<view::DueView> dues;
    for (auto const* due : workflow::running(look.here.file))
        dues.push_back({due->id.text, look.words("deadline", due->of), workflow::last_day(*due),
                        std::string(word(workflow::state_of(*due, look.here.today))),
                        look.reason(due->moved_why)});
    return dues;
}

std::vector<view::Sees> sees_of(Look const& look) {
    std::vector<view::Sees> sees;
    for (std::size_t i = 0; i < matter_count; ++i)
        sees.push_back({std::string(word(Matter(i))),
                        look.who(workflow::who_sees(look.here.book, look.here.facts, Matter(i)))});
    return sees;
}

} // namespace

std::string why_words(Look const& look, std::string const& why) {
    static constexpr std::string_view mark = "consent:";
    if (!why.starts_with(mark)) return look.reason(why);
    auto told = look.house("consent.taken_back");
    if (look.all(Matter::consents)) told += ": " + look.words("consent", why.substr(mark.size()));
    return told;
}

void show_head(Look const& look, view::CaseView& view) {
    auto const& here = look.here;
    auto const& c = here.conference();
    view.id = c.id.text;
    view.number = c.number;
    view.name = look.case_name();
    view.model = {c.model, look.words("model", "name")};
    view.model_version = c.model_version;
    view.language = c.language;
    auto const counter = here.file.counter();
    view.version = counter.version;
    view.access = counter.access;
    view.round = c.round;
    if (c.acute_at) view.acute_why = look.reason(c.acute_why);
    if (c.acute_at && view.acute_why.empty()) view.acute_why = look.house("acute");
    view.status = status_of(look);
    view.me = my_roles(look);
    view.journey = journey_of(look);
    view.gate = gate_of(look);
    view.turn = turns_of(look);
    view.due = dues_of(look);
    view.can = can_now(here);
    view.sees = sees_of(look);
}

} // namespace looks

view::CaseView view_of(Here const& here) {
    looks::Look const look(here);
    view::CaseView view;
    show_head(look, view);
    using process::Matter;
    if (look.any(Matter::people)) view.people = people_of(look);
    view.referral = referral_of(look);
    if (look.any(Matter::consents)) view.consents = consents_of(look);
    if (look.any(Matter::questions)) view.questions = questions_of(look);
    if (look.any(Matter::safety)) view.safety = safety_of(look);
    if (look.any(Matter::papers)) view.papers = papers_of(look);
    if (look.any(Matter::meetings)) view.meetings = meetings_of(look);
    if (look.any(Matter::accounts)) view.accounts = accounts_of(look);
    if (look.any(Matter::offers)) view.offers = offers_of(look);
    if (look.any(Matter::plan)) view.plan = plan_of(look);
    if (look.all(Matter::evaluation)) view.evaluation = evaluation_of(look);
    view.log = look.any(Matter::log);
    return view;
}

Answer<view::CaseView> look_at_case(World const& world, Caller const& caller, CaseId const& id) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    auto const now = world.clock.now();
    auto loaded = load(**reader, world.books, caller, id, now);
    if (!loaded) return tl::unexpected<No>(std::move(loaded.error()));
    return view_of(Here{*loaded->book, loaded->file, loaded->facts, loaded->actor, loaded->staff,
                        loaded->organisation, caller.language, now, loaded->today, **reader});
}

} // namespace radslag::commands
