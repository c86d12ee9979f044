// A case goes over to a newer version of its model: what it names, and who is in it. How it goes on
// under the newer one, the scenes of strangers/second-edition live.
#include "workflow/newer.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::workflow {
namespace {

using process::Model;
using test::refused;

template <class T> T named(std::string id) {
    T one;
    one.id = std::move(id);
    return one;
}

Model edition(int version) {
    Model model;
    model.id = "small";
    model.version = version;
    model.roles = {named<process::Role>("child"), named<process::Role>("leader"),
                   named<process::Role>("teacher")};
    model.roles[1].is = process::Function::coordinator;
    model.stages = {named<process::Stage>("asked"), named<process::Stage>("talks")};
    model.stages[0].next = 1;
    model.intakes = {named<process::Intake>("request")};
    model.intakes[0].stage = 0;
    model.intakes[0].fields = {"why"};
    process::Axis axis;
    axis.id = "reason";
    axis.of = {"truancy"};
    model.criteria = {axis};
    model.consents = {named<process::Consent>("yes")};
    model.preparation.emplace().checks = {"place"};
    model.questions.emplace().purposes = {"calm"};
    model.meetings = {named<process::Meeting>("counsel")};
    model.meetings[0].stage = 1;
    model.meetings[0].steps = {named<process::Step>("private")};
    model.meetings[0].review_questions = {"kept"};
    auto& plan = model.plan.emplace();
    plan.headings = {"home"};
    plan.endings = {named<process::Ending>("approved")};
    model.deadlines = {named<process::Deadline>("answer")};
    model.questionnaires = {named<process::Questionnaire>("after")};
    model.questionnaires[0].questions = {{"heard", process::AnswerKind::scale}};
    process::Need need = named<process::Need>("stage.asked.1");
    need.what = process::Condition::own_words;
    need.rule.strength = process::Strength::method;
    model.stages[0].needs = {need};
    return model;
}

template <class R> R row(std::string id, void (*fill)(R&)) {
    R one;
    one.id = decltype(R::id){std::move(id)};
    fill(one);
    return one;
}

// A case that has been through all of it, and waits in `talks`.
CaseFile lived() {
    CaseFile file;
    file.put(row<conference::Conference>("case", [](auto& c) {
        c.model = "small";
        c.intake = "request";
        c.stage = "talks";
    }));
    file.put(row<conference::StageEntry>("entry", [](auto& e) { e.stage = "asked"; }));
    file.put(row<conference::Waiver>("waiver", [](auto& w) { w.need = "stage.asked.1"; }));
    file.put(row<referral::Description>("description", [](auto& d) { d.field_id = "why"; }));
    file.put(row<referral::Referral>("referral", [](auto& r) { r.criteria = {"truancy"}; }));
    file.put(row<people::Person>("elsa", [](auto& p) { p.role = "child"; }));
    file.put(row<consent::Consent>("consent", [](auto& c) {
        c.consent = "yes";
        c.person = PersonId{"elsa"};
    }));
    file.put(row<preparation::Purpose>("purpose", [](auto& p) { p.chosen = {"calm"}; }));
    file.put(row<preparation::Prepared>("prepared", [](auto& p) { p.checks = {"place"}; }));
    file.put(row<meeting::Meeting>("meeting", [](auto& m) {
        m.meeting = "counsel";
        m.opened_at = Instant{1};
        m.ended_at = Instant{2};
        m.outcome = meeting::Outcome::held;
    }));
    file.put(row<meeting::Seat>("seat", [](auto& s) {
        s.meeting = RowId{"meeting"};
        s.in_steps = {"private"};
        s.left_at = Instant{2};
    }));
    file.put(row<followup::Review>("review", [](auto& r) {
        r.meeting = RowId{"meeting"};
        r.question = "kept";
    }));
    file.put(row<plan::Action>("action", [](auto& a) { a.heading = "home"; }));
    file.put(row<plan::EndingAnswer>("ending", [](auto& e) { e.ending = "approved"; }));
    file.put(row<evaluation::Answers>("answers", [](auto& a) {
        a.questionnaire = "after";
        a.role = "child";
        a.answers = {"heard=4"};
    }));
    file.put(row<Due>("due", [](auto& d) { d.of = "answer"; }));
    return file;
}

struct Newer : ::testing::Test {
    Model next = edition(2);
    CaseFile file = lived();
    Circumstances const around{*read_date("2026-11-28"), {}};
    RuleBook const first{std::make_shared<Model const>(edition(1))};

    std::string going() const {
        auto const over =
            may_go_over(first, RuleBook(std::make_shared<Model const>(next)), file, around);
        if (over) return {};
        auto told = over.error().code;
        for (auto const& [name, value] : over.error().facts) told += " " + value;
        return told;
    }
};

TEST_F(Newer, WhatSaysTheSameIsGoneOverTo) { EXPECT_EQ(going(), ""); }

// Each thing that the case names, called otherwise in the newer version.
TEST_F(Newer, WhatTheCaseNamesIsThere) {
    struct Change {
        char const* lacks;
        void (*change)(Model&);
    };
    for (auto const& [lacks, change] : {
             Change{"stage.talks", [](Model& m) { m.stages[1].id = "circle"; }},
             Change{"stage.asked", [](Model& m) { m.stages[0].id = "begun"; }},
             Change{"intake.request", [](Model& m) { m.intakes[0].id = "referral"; }},
             Change{"field.request.why", [](Model& m) { m.intakes[0].fields = {"what"}; }},
             Change{"criterion.reason.truancy", [](Model& m) { m.criteria[0].of = {"crime"}; }},
             Change{"need.stage.asked.1", [](Model& m) { m.stages[0].needs.clear(); }},
             Change{"need.stage.asked.1",
                    [](Model& m) { m.stages[0].needs[0].what = process::Condition::questions; }},
             Change{"deadline.answer", [](Model& m) { m.deadlines.clear(); }},
             Change{"role.child", [](Model& m) { m.roles[0].id = "person"; }},
             Change{"consent.yes", [](Model& m) { m.consents.clear(); }},
             Change{"purpose.calm", [](Model& m) { m.questions.reset(); }},
             Change{"check.place", [](Model& m) { m.preparation->checks.clear(); }},
             Change{"meeting.counsel", [](Model& m) { m.meetings[0].id = "talk"; }},
             Change{"step.counsel.private", [](Model& m) { m.meetings[0].steps[0].id = "alone"; }},
             Change{"review.counsel.kept",
                    [](Model& m) { m.meetings[0].review_questions.clear(); }},
             Change{"heading.home", [](Model& m) { m.plan->headings = {"school"}; }},
             Change{"ending.approved", [](Model& m) { m.plan->endings.clear(); }},
             Change{"ask.after.heard",
                    [](Model& m) { m.questionnaires[0].questions[0].id = "seen"; }},
         }) {
        next = edition(2);
        change(next);
        EXPECT_EQ(going(), std::string("model.lacks ") + lacks);
    }
}

TEST_F(Newer, WhatIsAskedOnTheWayIsThere) {
    auto need = named<process::Need>("stage.asked.2");
    need.what = process::Condition::questions;
    next.stages[0].needs.push_back(need);
    EXPECT_EQ(going(), "model.asks_more stage.asked.2");
    next.stages[0].needs[1].rule.strength = process::Strength::method;
    EXPECT_EQ(going(), "model.asks_more stage.asked.2");
    next.stages[0].needs[1].rule.strength = process::Strength::offer;
    EXPECT_EQ(going(), "");
    // What lies ahead asks when it is come to.
    next = edition(2);
    next.stages[1].needs.push_back(need);
    EXPECT_EQ(going(), "");
}

TEST_F(Newer, WhatAMeetingThatWasHeldWouldHaveBroughtForthIsThere) {
    auto need = named<process::Need>("step.counsel.private.1");
    need.what = process::Condition::plan_written;
    next.meetings[0].steps[0].needs = {need};
    EXPECT_EQ(going(), "model.asks_more step.counsel.private.1");
    for (auto& one : file.all<meeting::Meeting>()) one.outcome = meeting::Outcome::broken_off;
    EXPECT_EQ(going(), "");
}

TEST_F(Newer, WhatWasGivenForAMeetingIsOverWithIt) {
    auto need = named<process::Need>("meeting.counsel.1");
    need.what = process::Condition::consent;
    need.of = "yes";
    next.meetings[0].needs = {need};
    next.consents[0].from.add(Ix{0});
    for (auto& one : file.all<consent::Consent>()) one.lapsed_at = Instant{2};
    EXPECT_EQ(going(), "model.asks_more meeting.counsel.1");
    next.consents[0].lapses = process::Lapse::meeting_end;
    EXPECT_EQ(going(), "");
}

TEST_F(Newer, WhatWasLackingBeforeIsNotAskedAnew) {
    for (auto& one : file.all<conference::Waiver>())
        one.round = 2; // of the next round: passed nothing here
    EXPECT_EQ(going(), "");
    next.stages[0].needs[0].what = process::Condition::questions;
    for (auto& one : file.all<conference::Waiver>()) one.need.clear();
    EXPECT_EQ(going(), "model.asks_more stage.asked.1");
}

TEST_F(Newer, AWayLeadsToWhereTheCaseStands) {
    next.intakes[0].stage = 1;
    EXPECT_EQ(going(), "");
    next.stages[1].next = 0; // … and no longer comes by it
    next.stages[0].next = process::nowhere;
    next.intakes[0].stage = 0;
    EXPECT_EQ(going(), "model.asks_more stage.talks");
}

TEST_F(Newer, NobodyHoldsTwoRolesThatAreKeptApartNorIsOneTooMany) {
    auto holds = [&](std::string id, std::string role, std::string staff) {
        conference::Assignment one;
        one.id = RowId{std::move(id)};
        one.role = std::move(role);
        one.staff = StaffId{std::move(staff)};
        file.put(one);
    };
    holds("first", "leader", "gun");
    holds("second", "teacher", "gun");
    EXPECT_EQ(going(), "");
    next.roles[1].incompatible.add(Ix{2});
    EXPECT_EQ(going(), "model.asks_more role.leader\nrole.teacher");
    next = edition(2);
    next.roles[1].at_most = 1;
    EXPECT_EQ(going(), "");
    holds("third", "leader", "ylva");
    EXPECT_EQ(going(), "model.asks_more role.leader");
    for (auto& one : file.all<conference::Assignment>())
        if (one.id == RowId{"third"}) one.ended_at = Instant{3};
    EXPECT_EQ(going(), "");
}

TEST_F(Newer, NobodyIsNamedWhereTheFamilyWouldBeDescribedAnonymously) {
    EXPECT_TRUE(somebody_is_named(file));
    next.intakes[0].anonymous = true;
    EXPECT_EQ(going(), "model.asks_more intake.request");
}

TEST_F(Newer, TheRulesDoNotChangeWhilePeopleSitTogether) {
    for (auto& one : file.all<meeting::Meeting>()) {
        one.ended_at.reset();
        one.outcome.reset();
        one.step = "private";
    }
    EXPECT_EQ(going(), "meeting.still_open");
}

// ---- deadlines

struct Clocks : Newer {
    std::vector<Happening> past;
    SeededRandom random{7};

    void happened(std::string name, std::string detail, char const* day) {
        Happening one;
        one.name = std::move(name);
        one.detail = std::move(detail);
        one.at = instant_of("Europe/Stockholm", *read_date(day), *read_time("09:00"));
        past.push_back(one);
    }
    std::string starts() {
        process::Deadline rule = named<process::Deadline>("talk");
        rule.starts = {process::MomentKind::stage_entered, "talks"};
        rule.ends = {process::MomentKind::meeting_end, "counsel"};
        rule.within = *read_span("2 weeks");
        return starts(rule);
    }
    std::string starts(process::Deadline const& rule) {
        next.deadlines.push_back(rule);
        RuleBook const book(std::make_shared<Model const>(next));
        Draft draft(first, file, Instant{1}, around, random, 0);
        draft.happen("move_model");
        draft.go_over_to(book);
        begin_dues(draft, first.model(), past, "Europe/Stockholm");
        std::string all;
        for (auto const& due : draft.file().all<Due>())
            if (due.of == rule.id) all += write_date(due.started_on) + " " + write_date(due.on);
        return all;
    }
};

TEST_F(Clocks, RunFromWhenTheyWouldHaveBegun) {
    happened("stage_entered", "asked", "2026-11-01");
    happened("stage_entered", "talks", "2026-11-10");
    EXPECT_EQ(starts(), "2026-11-10 2026-11-24");
}
TEST_F(Clocks, ThatWereNotReachedDoNotRun) {
    happened("stage_entered", "asked", "2026-11-01");
    EXPECT_EQ(starts(), "");
}
TEST_F(Clocks, ThatWereMetDoNotRun) {
    happened("stage_entered", "talks", "2026-11-10");
    happened("meeting_held", "counsel", "2026-11-12");
    EXPECT_EQ(starts(), "");
}
TEST_F(Clocks, WhatWasTakenBackStartsNothing) {
    happened("stage_entered", "talks", "2026-11-10");
    past.back().taken_back_by = 9;
    EXPECT_EQ(starts(), "");
}
TEST_F(Clocks, RestWithTheCase) {
    happened("postpone", "", "2026-10-01");
    happened("taken_up_again", "", "2026-11-01"); // before it began
    happened("stage_entered", "talks", "2026-11-10");
    happened("postpone", "", "2026-11-12");
    happened("take_up_again", "", "2026-11-17");
    EXPECT_EQ(starts(), "2026-11-15 2026-11-29");
}
TEST_F(Clocks, OfAMeetingRunFromItsDay) {
    process::Deadline rule = named<process::Deadline>("written");
    rule.starts = {process::MomentKind::meeting_day, "counsel"};
    rule.ends = {process::MomentKind::act, "hand_over_plan"};
    rule.within = *read_span("1 week");
    for (auto& one : file.all<meeting::Meeting>()) one.day = *read_date("2026-11-20");
    happened("plan_meeting", "counsel", "2026-11-10");
    EXPECT_EQ(starts(rule), "2026-11-20 2026-11-27");
}
TEST_F(Clocks, ThatTheFirstVersionHadKeepTheirDate) {
    process::Deadline rule = named<process::Deadline>("answer");
    rule.starts = {process::MomentKind::stage_entered, "talks"};
    rule.within = *read_span("2 weeks");
    next.deadlines.clear();
    happened("stage_entered", "talks", "2026-11-10");
    file.all<Due>().front().met_at = Instant{1}; // or it would go on, whatever is decided here
    auto const had = file.all<Due>().front();
    EXPECT_EQ(starts(rule), write_date(had.started_on) + " " + write_date(had.on));
}

} // namespace
} // namespace radslag::workflow
