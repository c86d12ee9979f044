// A conference as the model of Höör has it, looked at by everybody who may and by some who may not.
#include "commands/looks/rig.h"

namespace radslag::commands::test {
namespace {

using process::Matter;
using process::Office;

constexpr std::string_view family = "Linnéa Ek";
constexpr std::string_view grandmother = "Astrid Lundgren";
constexpr std::string_view phone = "070-174 06 05";
constexpr std::string_view paper = "Utredning om skolgången";
constexpr std::string_view worry = "Ska inte sitta bredvid Bosse";

class Hoor : public Looking {
public:
    Staff sara = staff("Sara Lind", {Office::coordinator});
    Staff anders = staff("Anders Berg", {Office::case_worker});
    Staff nils = staff("Nils Holm", {Office::case_worker});
    Staff karin = staff("Karin Dahl", {Office::manager});
    Staff olle = staff("Olle Norén", {Office::coordinator});
    Case c{*this, hoor, "preparation", 14};
    PersonId coordinator = c.assigned(sara, "coordinator");
    PersonId worker = c.assigned(anders, "case_worker");
    PersonId social = c.assigned(nils, "social_worker");
    PersonId linnea = c.person(std::string(family), "main_person", worker);
    PersonId maria = c.person("Maria Ek", "guardian", worker);
    PersonId astrid = c.person(std::string(grandmother), "relative", coordinator);
    PersonId eva = c.person("Eva Teacher", "informant", coordinator);

    Hoor() {
        c.edit([](conference::Conference& row) { row.name = family; });
        people::Contact contact;
        contact.id = astrid;
        contact.phone = phone;
        c.put(contact, "change_person", coordinator);
        for (auto const& who : {astrid, eva, social}) c.decide(who, maria);
        casepapers::Paper p;
        p.id = fresh<RowId>();
        p.title = paper;
        p.text = "Hemligt";
        p.dated = c.today();
        p.written_by = worker;
        p.written_at = clock.now();
        c.put(p, "write_paper", worker);
    }

    void worried(std::string text, PersonId const& by) {
        clock.set(Instant{clock.now().micros + 1'000'000});
        circle::SafetyNote note;
        note.id = fresh<RowId>();
        note.about = astrid;
        note.text = std::move(text);
        note.written_at = clock.now();
        c.put(note, "note_safety", by);
    }
    meeting::Meeting open_conference(std::string step) {
        c.edit([](conference::Conference& row) { row.stage = "meeting"; });
        meeting::Meeting m;
        m.id = fresh<RowId>();
        m.meeting = "conference";
        m.day = c.today();
        m.starts = {17 * 60};
        m.ends = {20 * 60};
        m.place = "Hos Astrid, Storgatan 5";
        m.planned_at = clock.now();
        m.opened_at = clock.now();
        m.step = std::move(step);
        m.step_since = clock.now();
        return c.put(m, "open_meeting", coordinator);
    }
    void sits(meeting::Meeting const& m, PersonId const& who, std::vector<std::string> steps) {
        meeting::Seat seat;
        seat.id = fresh<RowId>();
        seat.meeting = m.id;
        seat.person = who;
        seat.came_at = clock.now();
        seat.in_steps = std::move(steps);
        c.put(seat, "arrive", coordinator);
    }
    void writes_action(std::string what, PersonId const& by) {
        clock.set(Instant{clock.now().micros + 1'000'000});
        plan::Action a;
        a.id = fresh<RowId>();
        a.what = std::move(what);
        a.owner = by;
        a.owner_kind = plan::OwnerKind::own_network;
        a.written_at = clock.now();
        c.put(a, "write_action", by);
    }
    static view::SeatView seat(view::CaseView const& view, PersonId const& who) {
        for (auto const& one : view.meetings->front().seats)
            if (one.person == who.text) return one;
        throw std::runtime_error("not among the seats");
    }
};

TEST_F(Hoor, TheCoordinatorSeesTheCircleAndHowToReachIt) {
    auto view = c.seen_by(sara);
    EXPECT_EQ(view.name, family);
    auto const* p = person_in(view, astrid);
    ASSERT_NE(p, nullptr);
    EXPECT_EQ(p->name, grandmother);
    EXPECT_EQ(p->role_name, "relative or friend");
    EXPECT_EQ(p->standing, "yes");
    ASSERT_TRUE(p->contact.has_value());
    EXPECT_EQ(p->contact->phone, phone);
    ASSERT_EQ(view.me.size(), 1U);
    EXPECT_TRUE(view.me.front().ready);
    EXPECT_TRUE(view.log);
}

TEST_F(Hoor, CasePapersAreNotThereForTheCoordinator) {
    auto view = c.seen_by(sara);
    EXPECT_FALSE(view.papers.has_value());
    EXPECT_EQ(told(view).find(paper), std::string::npos);
    auto log = c.log_for(sara);
    EXPECT_EQ(told(log).find("paper"), std::string::npos);
    EXPECT_EQ(told(log).find(paper), std::string::npos);
    auto theirs = c.seen_by(anders);
    ASSERT_TRUE(theirs.papers.has_value());
    ASSERT_EQ(theirs.papers->size(), 1U);
    EXPECT_EQ(theirs.papers->front().title, paper);
    EXPECT_NE(told(c.log_for(anders)).find("write_paper"), std::string::npos);
}

TEST_F(Hoor, TheCaseWorkerKnowsThatSomebodyCanBeReachedButNotHow) {
    auto view = c.seen_by(anders);
    auto const* p = person_in(view, astrid);
    ASSERT_NE(p, nullptr);
    ASSERT_TRUE(p->contact.has_value());
    EXPECT_TRUE(p->contact->there);
    EXPECT_EQ(told(view).find(phone), std::string::npos);
}

TEST_F(Hoor, AManagerSeesNoNameOfTheFamilyAnywhere) {
    open_conference("information");
    auto view = c.seen_by(karin);
    EXPECT_EQ(view.name, "#14");
    EXPECT_FALSE(view.people.has_value());
    EXPECT_FALSE(view.meetings.has_value());
    auto const all = told(view);
    for (auto secret : {"Ek", "Astrid", "Eva", "Storgatan", "070"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
    EXPECT_NE(all.find("Sara Lind"), std::string::npos); // staff are known to staff
    EXPECT_FALSE(look_at_log(world, caller(karin), c.id, "").has_value());
}

// In a model that shows managers the meetings and the consents, they still see no names.
TEST_F(Hoor, WhereMeetingsAreSeenAndPeopleAreNotNobodyHasAName) {
    sits(open_conference("information"), astrid, {"information"});
    auto model = *library().newest(hoor);
    for (auto what : {Matter::meetings, Matter::consents, Matter::preparation, Matter::log}) {
        process::See see;
        see.what = what;
        see.who.add(Office::manager);
        model.sees.push_back(see);
    }
    workflow::RuleBook const other(std::make_shared<process::Model const>(std::move(model)));
    auto view = c.as(karin, [&](Here const& at) {
        return view_of(Here{other, at.file, at.facts, at.actor, at.staff, at.organisation, "en",
                            at.now, at.today, at.reader, at.around, at.books});
    });
    ASSERT_TRUE(view.meetings.has_value());
    EXPECT_EQ(seat(view, astrid).name, "relative or friend");
    EXPECT_EQ(seat(view, social).name, "Nils Holm");
    EXPECT_FALSE(view.consents->empty());
    auto const all = told(view);
    for (auto secret : {"Ek", "Astrid", "Eva", "Storgatan", "070"})
        EXPECT_EQ(all.find(secret), std::string::npos) << secret;
}

TEST_F(Hoor, WhoHasNoPartInItFindsNoCase) {
    auto view = look_at_case(world, caller(olle), c.id);
    ASSERT_FALSE(view.has_value());
    EXPECT_EQ(view.error().kind, No::Kind::not_there);
    auto list = list_cases(world, caller(olle), {});
    ASSERT_TRUE(list.has_value());
    EXPECT_TRUE(list->cases.empty());
}

TEST_F(Hoor, AnAssignmentThatIsNotOpenYetShowsNoFamily) {
    Case other(*this, hoor, "circle", 15);
    other.assigned(olle, "coordinator", false);
    other.person("Signe Falk", "main_person");
    auto view = other.seen_by(olle);
    ASSERT_EQ(view.me.size(), 1U);
    EXPECT_TRUE(view.me.front().impartial_missing);
    EXPECT_FALSE(view.me.front().pledge_missing);
    EXPECT_EQ(told(view).find("Falk"), std::string::npos);
}

TEST_F(Hoor, WhoIsMissingIsToldByNameToWhoMayKnow) {
    auto const need = std::string("stage.preparation.4");
    auto mine = c.seen_by(sara);
    auto const* prepared = need_in(mine.gate.needs, need);
    ASSERT_NE(prepared, nullptr);
    EXPECT_FALSE(prepared->met);
    EXPECT_EQ(prepared->strength, "method");
    EXPECT_TRUE(prepared->may_pass);
    EXPECT_TRUE(holds(prepared->missing, grandmother));
    EXPECT_FALSE(mine.gate.open);
    // The case worker sees people, but not how each is prepared.
    auto theirs = c.seen_by(anders);
    EXPECT_TRUE(need_in(theirs.gate.needs, need)->missing.empty());
    EXPECT_FALSE(need_in(theirs.gate.needs, need)->may_pass);
    EXPECT_TRUE(holds(need_in(theirs.gate.needs, "stage.preparation.2")->missing, grandmother));
    EXPECT_TRUE(need_in(c.seen_by(karin).gate.needs, "stage.preparation.2")->missing.empty());
}

TEST_F(Hoor, APassedNeedTellsWhyAndByWhom) {
    conference::Waiver w{
        fresh<RowId>(), 0,          "stage.preparation.4", 1, "Astrid träffas i morgon",
        coordinator,    clock.now()};
    c.put(w, "pass_gate", coordinator);
    auto view = c.seen_by(sara);
    auto const* need = need_in(view.gate.needs, "stage.preparation.4");
    ASSERT_TRUE(need->passed.has_value());
    EXPECT_EQ(need->passed->by, "Sara Lind");
    EXPECT_FALSE(need->met);
    EXPECT_FALSE(need->may_pass);
    EXPECT_EQ(told(c.seen_by(karin)).find("Astrid"), std::string::npos);
}

TEST_F(Hoor, TheJourneyTellsWhatIsDoneAndWhatIsAhead) {
    auto view = c.seen_by(sara);
    ASSERT_EQ(view.journey.size(), 6U);
    EXPECT_EQ(view.journey[1].state, "done");
    EXPECT_EQ(view.journey[2].state, "here");
    EXPECT_TRUE(view.journey[2].since.has_value());
    EXPECT_EQ(view.journey[3].state, "ahead");
    EXPECT_FALSE(view.journey[3].since.has_value());
    EXPECT_EQ(view.gate.move_on, "Go on to the conference");
    ASSERT_EQ(view.gate.moved_by.size(), 1U);
    EXPECT_EQ(view.gate.moved_by.front(), "the coordinator");
    ASSERT_EQ(view.sees.size(), process::words(process::Matter{}).size());
}

TEST_F(Hoor, TheTurnNamesThoseWhoHoldTheRole) {
    auto view = c.seen_by(sara);
    auto at = std::find_if(view.turn.begin(), view.turn.end(),
                           [](auto const& turn) { return turn.role == "coordinator"; });
    ASSERT_NE(at, view.turn.end());
    EXPECT_TRUE(at->mine);
    EXPECT_TRUE(holds(at->names, "Sara Lind"));
    EXPECT_TRUE(holds(at->what, "The conference has a day and a place"));
    auto theirs = c.seen_by(anders);
    for (auto const& turn : theirs.turn)
        if (turn.role == "coordinator") EXPECT_FALSE(turn.mine);
}

// A consent is waited for from those who lack it, and never from a child too young to be asked.
TEST_F(Hoor, TheTurnWaitsForNobodyWhoIsTooYoungAndForNobodyWhoHasAnswered) {
    c.edit([](conference::Conference& row) { row.stage = "asked"; });
    auto child = *people::find(c.file.all<people::Person>(), linnea);
    child.born = *read_date("2019-05-01");
    c.put(child, "change_person", worker);
    auto per = c.person("Per Ek", "guardian", worker);
    for (auto const& who : {maria, per})
        c.put(people::Speaks{fresh<RowId>(), 0, who, linnea, clock.now(), {}, {}, {}}, "speak_for");
    auto names = [&](std::string_view role) {
        std::vector<std::string> found;
        for (auto const& turn : c.seen_by(sara).turn)
            if (turn.role == role) found = turn.names;
        return found;
    };
    EXPECT_TRUE(names("main_person").empty());
    EXPECT_EQ(names("guardian"), (std::vector<std::string>{"Maria Ek", "Per Ek"}));
    consent::Consent yes;
    yes.id = fresh<RowId>();
    yes.consent = "taking_part";
    yes.person = maria;
    yes.told_on = c.today();
    yes.recorded_at = clock.now();
    c.put(yes, "give_consent", coordinator);
    EXPECT_EQ(names("guardian"), (std::vector<std::string>{"Per Ek"}));
    for (auto const& turn : c.seen_by(anders).turn) {
        EXPECT_FALSE(holds(turn.names, std::string(family)));
        EXPECT_FALSE(turn.what.empty()) << turn.role; // of others too
    }
}

TEST_F(Hoor, AtTheEndItIsToldThatOneCanMeetAgainOrClose) {
    c.edit([](conference::Conference& row) { row.stage = "followup"; });
    for (auto const& need : c.book.gate_of_stage(c.book.model().stage("followup")).needs) {
        conference::Waiver w;
        w.id = fresh<RowId>();
        w.need = need.need->id;
        w.round = 1;
        w.by = coordinator;
        w.why = "Behövs inte";
        w.at = clock.now();
        c.put(w, "pass_gate", coordinator);
    }
    consent::Consent yes;
    yes.consent = "taking_part";
    yes.told_on = c.today();
    yes.recorded_at = clock.now();
    for (auto const& who : {linnea, maria}) {
        yes.id = fresh<RowId>();
        yes.person = who;
        c.put(yes, "give_consent", coordinator);
    }
    auto const view = c.seen_by(sara);
    auto at = std::ranges::find(view.turn, "coordinator", &view::Turn::role);
    ASSERT_NE(at, view.turn.end());
    EXPECT_TRUE(holds(at->what, view.gate.move_on));
    EXPECT_TRUE(holds(at->what, view.gate.go_round));
}

// What can be done is told with the names of what it can be done to.
TEST_F(Hoor, EachRowOfAnActHasItsName) {
    auto label = [](view::CaseView const& view, std::string_view act, std::string const& id) {
        auto can = std::ranges::find(view.can, act, &view::Can::act);
        if (can == view.can.end() || !can->about) return std::string("not offered");
        auto row = std::ranges::find(*can->about, id, &view::Named::id);
        return row == can->about->end() ? std::string("not there") : row->name;
    };
    auto const theirs = c.seen_by(karin); // the manager sees nobody of the family
    EXPECT_EQ(label(theirs, "hand_over", coordinator.text), "Sara Lind, coordinator");
    EXPECT_EQ(label(theirs, "hand_over", worker.text).substr(0, 14), "Anders Berg, c");
    auto const mine = c.seen_by(sara);
    EXPECT_EQ(label(mine, "record_preparation", astrid.text), grandmother);
    for (auto const& can : mine.can)
        if (can.about)
            for (auto const& row : *can.about) EXPECT_FALSE(row.name.empty()) << can.act;
}

// The table of what brings a need about names acts as they are declared.
TEST(Leads, FitTheActsThatTheyLeadTo) {
    for (std::size_t i = 0; i < process::words(process::Condition{}).size(); ++i) {
        auto const all = process::brings_about(process::Condition(i));
        EXPECT_FALSE(all.empty()) << process::words(process::Condition{})[i];
        for (auto const& by : all) {
            auto const* act = find_act(by.act);
            ASSERT_NE(act, nullptr) << by.act;
            for (auto field : {by.of, by.who})
                EXPECT_TRUE(field.empty() || std::ranges::any_of(act->fields,
                                                                 [&](auto const& spec) {
                                                                     return spec.name == field &&
                                                                            spec.pick != nullptr;
                                                                 }))
                    << by.act << "." << field;
            EXPECT_EQ(by.how == process::Brings::about,
                      act->about == "person" && !by.act.starts_with("declare"))
                << by.act;
        }
    }
}

// From a need to its form: the acts that bring it nearer, about those who lack it, and no others.
TEST_F(Hoor, ANeedLeadsToItsForm) {
    auto lead = [&](std::string_view need, std::string_view act) -> std::optional<view::Leads> {
        auto const view = c.seen_by(sara);
        auto const* found = need_in(view.gate.needs, need);
        if (found == nullptr) throw std::runtime_error("no such need");
        auto at = std::ranges::find(found->leads, act, &view::Leads::act);
        return at == found->leads.end() ? std::nullopt : std::optional(*at);
    };
    auto plan = lead("stage.preparation.1", "plan_meeting");
    ASSERT_TRUE(plan.has_value());
    ASSERT_EQ(plan->filled.size(), 1U);
    EXPECT_EQ(plan->filled.front().field, "meeting");
    EXPECT_EQ(plan->filled.front().value, (std::vector<std::string>{"conference"}));
    auto prepare = lead("stage.preparation.4", "record_preparation");
    ASSERT_TRUE(prepare.has_value());
    EXPECT_TRUE(holds(prepare->about, astrid.text));
    preparation::Prepared met;
    met.id = fresh<RowId>();
    met.person = astrid;
    met.on = c.today();
    met.checks = c.book.model().preparation->checks;
    c.put(met, "record_preparation", coordinator);
    EXPECT_FALSE(holds(lead("stage.preparation.4", "record_preparation")->about, astrid.text));
    // Nothing leads on from what is there, and nobody is led to what they may not do.
    for (auto const& need : c.seen_by(sara).gate.needs)
        if (need.met) EXPECT_TRUE(need.leads.empty()) << need.id;
    for (auto const& need : c.seen_by(eva).gate.needs)
        for (auto const& leads : need.leads)
            EXPECT_TRUE(std::ranges::any_of(c.seen_by(eva).can,
                                            [&](auto const& can) { return can.act == leads.act; }));
}

TEST_F(Hoor, AWorryIsReadByTheCoordinatorAndByWhoTold) {
    worried(std::string(worry), worker);
    worried("Berättat av Maria", maria);
    auto all = c.seen_by(sara);
    ASSERT_TRUE(all.safety.has_value());
    EXPECT_EQ(all.safety->size(), 2U);
    auto own = c.seen_by(anders);
    ASSERT_TRUE(own.safety.has_value());
    ASSERT_EQ(own.safety->size(), 1U);
    EXPECT_EQ(own.safety->front().text, worry);
    // Astrid is told nothing of what others said about her.
    auto hers = c.seen_by(astrid);
    ASSERT_TRUE(hers.safety.has_value());
    EXPECT_TRUE(hers.safety->empty());
    auto const log = told(c.log_for(anders));
    EXPECT_EQ(log.find("Maria Ek, parent"), std::string::npos) << log;
}

TEST_F(Hoor, TheTeacherLeavesAndSocialServicesComeBack) {
    auto m = open_conference("information");
    for (auto const& who : {maria, eva, social}) sits(m, who, {"information"});
    auto view = c.seen_by(sara);
    ASSERT_TRUE(view.meetings.has_value());
    EXPECT_EQ(view.meetings->front().state, "open");
    EXPECT_EQ(view.meetings->front().steps[0].state, "here");
    EXPECT_TRUE(seat(view, eva).belongs);
    EXPECT_TRUE(seat(view, eva).in);
    EXPECT_FALSE(seat(view, eva).belongs_next);
    EXPECT_TRUE(seat(view, maria).belongs_next);
    EXPECT_FALSE(seat(view, coordinator).belongs_next);

    m.step = "private";
    c.put(m, "next_step", coordinator);
    view = c.seen_by(sara);
    EXPECT_EQ(view.meetings->front().steps[0].state, "done");
    EXPECT_TRUE(view.meetings->front().steps[1].is_private);
    EXPECT_FALSE(seat(view, eva).belongs);
    EXPECT_FALSE(seat(view, eva).belongs_next);
    EXPECT_FALSE(seat(view, social).belongs);
    EXPECT_TRUE(seat(view, social).belongs_next);
}

// A2: what the family writes while it is alone leaves the room when they hand it over.
TEST_F(Hoor, WhatIsWrittenInPrivateStaysThereUntilItIsHandedOver) {
    auto m = open_conference("private");
    writes_action("Astrid följer till skolan", astrid);
    EXPECT_TRUE(c.seen_by(sara).plan->actions.empty());
    EXPECT_EQ(told(c.log_for(sara)).find("write_action"), std::string::npos);
    EXPECT_EQ(c.seen_by(maria).plan->actions.size(), 1U);
    clock.set(Instant{clock.now().micros + 60'000'000});
    m.step = "agreements";
    m.step_since = clock.now();
    c.put(m, "next_step", coordinator);
    EXPECT_TRUE(c.seen_by(sara).plan->actions.empty());
    writes_action("Skrivet tillsammans", maria);
    EXPECT_EQ(c.seen_by(sara).plan->actions.size(), 1U);
    plan::Plan p;
    p.id = fresh<RowId>();
    p.handed_at = Instant{clock.now().micros + 1};
    p.handed_by = astrid;
    c.put(p, "hand_over_plan", astrid);
    auto view = c.seen_by(sara);
    EXPECT_EQ(view.plan->actions.size(), 2U);
    EXPECT_EQ(view.plan->handed_by, grandmother);
    EXPECT_EQ(view.plan->by_network, 2);
    EXPECT_NE(told(c.log_for(sara)).find("Astrid följer till skolan"), std::string::npos);
    // A teacher sees of the plan what is theirs to do.
    EXPECT_TRUE(c.seen_by(eva).plan->actions.empty());
}

TEST_F(Hoor, AnswersAreCountedInFives) {
    c.edit([](conference::Conference& row) { row.stage = "followup"; });
    auto answers = [&](int n) {
        for (int i = 0; i < n; ++i)
            c.put(evaluation::Answers{fresh<RowId>(),
                                      0,
                                      "after_conference",
                                      1,
                                      "relative",
                                      {"prepared=5", "heard=4", "our_plan=3"},
                                      c.today()},
                  "answer_questionnaire", astrid);
        return c.seen_by(sara).evaluation->front();
    };
    auto four = answers(4);
    EXPECT_EQ(four.answers, 4);
    EXPECT_TRUE(four.questions.front().counts.empty());
    auto five = answers(1);
    EXPECT_EQ(five.questions.front().counts, (std::vector<std::int64_t>{0, 0, 0, 0, 5}));
    auto six = answers(1);
    EXPECT_EQ(six.answers, 6);
    // the sixth is told with the next four
    EXPECT_EQ(six.questions.front().counts, five.questions.front().counts);
    EXPECT_FALSE(c.seen_by(anders).evaluation.has_value());
    EXPECT_EQ(told(c.log_for(sara)).find("answer_questionnaire"), std::string::npos);
}

// Free words come with the figures, by nobody and in no order of time.
TEST_F(Hoor, FreeWordsTellNobodyWhoseTheyAre) {
    c.edit([](conference::Conference& row) { row.stage = "followup"; });
    auto writes = [&](std::string words) {
        c.did("answer_questionnaire", {}, [&](workflow::Draft& draft) {
            draft.put(evaluation::Answers{fresh<RowId>(),
                                          0,
                                          "after_conference",
                                          1,
                                          "relative",
                                          {"prepared=5", "heard=4", "our_plan=3"},
                                          c.today()});
            if (!words.empty())
                draft.put(evaluation::FreeWords{fresh<RowId>(), 0, "after_conference", "words",
                                                std::move(words)});
        });
        auto const seen = c.seen_by(sara).evaluation->front();
        EXPECT_EQ(seen.words.size(), 1U);
        return seen.words.front().texts;
    };
    EXPECT_TRUE(writes("Kaffet var gott").empty());
    EXPECT_TRUE(writes("").empty());
    EXPECT_TRUE(writes("Alla fick prata").empty());
    EXPECT_TRUE(writes("").empty());
    std::vector<std::string> const first{"Alla fick prata", "Bra lokal", "Kaffet var gott"};
    EXPECT_EQ(writes("Bra lokal"), first);
    EXPECT_EQ(writes("Det kom en till"), first); // with the next four
    auto const view = c.seen_by(sara).evaluation->front();
    EXPECT_EQ(told(view).find("\"relative\""), std::string::npos);
    EXPECT_NE(view.words.front().question.find("anything more"), std::string::npos);
}

TEST_F(Hoor, AFamilyMemberSeesTheirOwnConsentOnly) {
    for (auto const& who : {linnea, maria}) {
        consent::Consent row;
        row.id = fresh<RowId>();
        row.consent = "taking_part";
        row.person = who;
        row.told_on = c.today();
        row.recorded_at = clock.now();
        c.put(row, "give_consent", coordinator);
    }
    auto whole = c.seen_by(sara);
    ASSERT_TRUE(whole.consents.has_value());
    EXPECT_EQ(whole.consents->front().people.size(), 2U);
    EXPECT_TRUE(whole.consents->front().whole);
    auto own = c.seen_by(maria);
    ASSERT_TRUE(own.consents.has_value());
    ASSERT_EQ(own.consents->front().people.size(), 1U);
    EXPECT_EQ(own.consents->front().people.front().name, "Maria Ek");
    EXPECT_FALSE(c.seen_by(astrid).consents.has_value());
}

TEST_F(Hoor, AStoppedCaseTellsHowItEnded) {
    c.edit([](conference::Conference& row) {
        row.status = conference::Status::stopped;
        row.stop = "withdrawn";
        row.status_why = "Linnéa ville inte mer";
    });
    auto view = c.seen_by(sara);
    EXPECT_EQ(view.status.is, "stopped");
    EXPECT_EQ(view.status.stop, "Did not want to go on");
    EXPECT_EQ(view.status.why, "Linnéa ville inte mer");
    auto theirs = c.seen_by(karin);
    EXPECT_EQ(theirs.status.stop, "Did not want to go on");
    EXPECT_EQ(theirs.status.why, "");
}

// Every word that the software adds is there in each of its languages.
TEST_F(Hoor, NeedsHaveWordsOfTheirOwnWhereTheModelHasNone) {
    for (auto const* language : {"sv", "da", "en"}) {
        auto view = look_at_case(world, {sara.id, organisation.id, language}, c.id);
        ASSERT_TRUE(view.has_value());
        for (auto const& need : view->gate.needs) EXPECT_FALSE(need.text.empty());
        EXPECT_EQ(told(*view).find('{'), std::string::npos);
        for (auto const& sees : view->sees)
            for (auto const& who : sees.who) EXPECT_FALSE(who.empty());
    }
}

} // namespace
} // namespace radslag::commands::test
