// The head of a case: where it stands, what holds it, whose turn it is, what is due, who sees what.
#include <algorithm>

#include "commands/looks/looks.h"
#include "commands/looks/noted.h"
#include "commands/staff/staff.h"
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
    if (workflow::has_more_rounds(stage, here.conference().round))
        gate.go_round = look.words("go_round", stage.id);
    return gate;
}

std::vector<view::Named> whose(Look const& look, std::string const& deadline) {
    std::vector<view::Named> all;
    auto const& model = look.here.model();
    auto const* rule = deadline_of(model, deadline);
    if (rule == nullptr) return all;
    for (Ix i = 0; i < model.roles.size(); ++i)
        if (rule->whose.has(i))
            all.push_back({model.roles[i].id, look.words("role", model.roles[i].id)});
    auto const offices = process::words(process::Office{});
    for (std::size_t i = 0; i < offices.size(); ++i) {
        std::string const office(offices[i]);
        if (rule->whose.has(process::Office(i)))
            all.push_back({"office:" + office, look.house("office." + office)});
    }
    return all;
}

std::vector<view::DueView> dues_of(Look const& look) {
    std::vector<view::DueView> dues;
    for (auto const* due : workflow::running(look.here.file))
        dues.push_back({due->id.text, look.words("deadline", due->of), workflow::last_day(*due),
                        std::string(word(workflow::state_of(*due, look.here.today))),
                        whose(look, due->of), look.reason(due->moved_why)});
    return dues;
}

std::vector<view::Sees> sees_of(Look const& look) {
    std::vector<view::Sees> sees;
    for (std::size_t i = 0; i < matter_count; ++i)
        sees.push_back({std::string(word(Matter(i))),
                        look.who(workflow::who_sees(look.here.book, look.here.facts, Matter(i)))});
    return sees;
}

// Fidelity and the log are looks of their own.
void tell_what(Looked& note, Loaded const& loaded, view::CaseView const& view) {
    note.of = CaseId{view.id};
    for (std::size_t i = 0; i < std::size_t(Matter::fidelity); ++i)
        if (workflow::sees(*loaded.book, loaded.facts, loaded.actor.who, Matter(i)) != Sight::none)
            note.matters.emplace_back(word(Matter(i)));
    if (!view.people) return;
    for (auto const& person : *view.people)
        if (!person.staff && !person.me) note.persons.push_back(PersonId{person.id});
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
    view.can = look.can;
    view.sees = sees_of(look);
    for (auto const& one : look.restrictions())
        view.restrictions.push_back(
            restriction_view(one, here.language, here.organisation, here.today));
}

} // namespace looks

view::CaseView view_of(Here const& here) {
    looks::Look look(here);
    look.can = looks::can_now(look);
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
    view.fidelity = look.all(Matter::fidelity);
    view.log = look.any(Matter::log);
    return view;
}

Answer<view::CaseView> look_at_case(World const& world, Caller const& caller, CaseId const& id) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    auto const now = world.clock.now();
    auto loaded = load(**reader, world.books, caller, id, now);
    if (!loaded) return tl::unexpected<No>(std::move(loaded.error()));
    auto view = view_of(here_in(*loaded, world.books, caller, **reader, now));
    auto note = looked(world, caller, "look_at_case");
    looks::tell_what(note, *loaded, view);
    return told_and_noted(world, std::move(view), {std::move(note)});
}

} // namespace radslag::commands
