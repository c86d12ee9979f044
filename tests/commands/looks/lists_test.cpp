// The log, the desk, the lists and the committee.
#include "commands/looks/log.h"
#include "commands/looks/rig.h"

namespace radslag::commands::test {
namespace {

using process::Office;

class Lists : public Looking {
public:
    Staff sara = staff("Sara Lind", {Office::coordinator});
    Staff anders = staff("Anders Berg", {Office::case_worker});
    Staff karin = staff("Karin Dahl", {Office::manager});

    Case named_case(std::int64_t number, std::string name, std::string stage = "circle") {
        Case c(*this, hoor, std::move(stage), number);
        c.assigned(sara, "coordinator");
        auto row = c.file.conference();
        row.name = std::move(name);
        c.put(row, "name_person");
        return c;
    }
    void due(Case& c, Date on, std::string of = "conference") {
        workflow::Due row;
        row.id = fresh<RowId>();
        row.of = std::move(of);
        row.started_on = add_days(on, -20);
        row.on = on;
        c.put(row, "move_on");
    }
};

TEST_F(Lists, TheDeskPutsWhatIsLateFirst) {
    auto late = named_case(1, "Familjen Ek");
    due(late, add_days(late.today(), -1));
    auto turn = named_case(2, "Familjen Falk");
    due(turn, add_days(turn.today(), 30));
    auto desk = look_at_desk(world, caller(sara));
    ASSERT_TRUE(desk.has_value());
    ASSERT_EQ(desk->late.size(), 1U);
    EXPECT_EQ(desk->late.front().name, "Familjen Ek");
    EXPECT_EQ(desk->late.front().due, "Hold the family group conference");
    EXPECT_TRUE(desk->late.front().late);
    EXPECT_EQ(desk->late.front().my_roles, std::vector<std::string>{"coordinator"});
    ASSERT_EQ(desk->my_turn.size(), 1U);
    EXPECT_EQ(desk->my_turn.front().stage.name, "The circle");
    auto nothing = look_at_desk(world, caller(karin));
    ASSERT_TRUE(nothing.has_value());
    EXPECT_EQ(told(nothing->late) + told(nothing->my_turn) + told(nothing->others), "");
}

TEST_F(Lists, WhatIsLateStandsOnTheDesksOfThoseWhoKeepIt) {
    auto conference = named_case(1, "Familjen Ek"); // the coordinator's alone
    conference.assigned(anders, "case_worker");
    due(conference, add_days(conference.today(), -1));
    auto answer = named_case(2, "Familjen Falk", "asked"); // the case worker's and the manager's, too
    answer.assigned(anders, "case_worker");
    due(answer, add_days(answer.today(), -1), "answer");
    auto late = [&](Staff const& who) {
        auto desk = look_at_desk(world, caller(who));
        std::vector<std::string> names;
        for (auto const& row : desk->late) names.push_back(row.name);
        std::sort(names.begin(), names.end());
        return names;
    };
    EXPECT_EQ(late(sara), (std::vector<std::string>{"Familjen Ek", "Familjen Falk"}));
    EXPECT_EQ(late(anders), std::vector<std::string>{"Familjen Falk"});
    EXPECT_EQ(late(karin), std::vector<std::string>{"#2"});
    auto others = look_at_desk(world, caller(anders));
    EXPECT_NE((told(others->my_turn) + told(others->others)).find("Familjen Ek"), std::string::npos);
}

TEST_F(Lists, TheDeskOffersWhatOnesOfficeMayBegin) {
    auto desk = look_at_desk(world, caller(anders));
    ASSERT_TRUE(desk.has_value());
    ASSERT_EQ(desk->can.size(), 2U);
    EXPECT_EQ(desk->can[0].act, "open_case");
    EXPECT_EQ(desk->can[0].choices.front().field, "intake");
    auto const open = told(desk->can[0]);
    for (auto const* intake : {"/offered", "/requested"})
        EXPECT_NE(open.find(std::string(hoor) + intake), std::string::npos);
    EXPECT_EQ(open.find(hilleroed), std::string::npos);
    EXPECT_EQ(desk->can[1].act, "refer");
    auto const refer = told(desk->can[1]);
    EXPECT_NE(refer.find(std::string(hilleroed) + "/referral"), std::string::npos);
    EXPECT_NE(refer.find("no_notification"), std::string::npos);
    auto manager = look_at_desk(world, caller(karin));
    ASSERT_EQ(manager->can.size(), 1U);
    EXPECT_EQ(manager->can[0].act, "refer");
}

TEST_F(Lists, AManagersListHasNumbersForNames) {
    named_case(14, "Familjen Ek");
    auto mine = list_cases(world, caller(sara), {});
    ASSERT_EQ(mine->cases.size(), 1U);
    EXPECT_EQ(mine->cases.front().name, "Familjen Ek");
    auto theirs = list_cases(world, caller(karin), {});
    ASSERT_EQ(theirs->cases.size(), 1U);
    EXPECT_EQ(theirs->cases.front().name, "#14");
    EXPECT_EQ(told(*theirs).find("Ek"), std::string::npos);
    EXPECT_TRUE(list_cases(world, caller(anders), {})->cases.empty());
}

TEST_F(Lists, WhoHasNotDeclaredImpartialitySeesTheNumberAndThatItIsTheirTurn) {
    auto const mine = staff("Olle Norén", {Office::coordinator});
    Case c(*this, hoor, "circle", 21);
    c.edit([](conference::Conference& row) { row.name = "Familjen Ek"; });
    c.assigned(mine, "coordinator", false);
    auto waiting = list_cases(world, caller(mine), {});
    ASSERT_EQ(waiting->cases.size(), 1U);
    EXPECT_EQ(waiting->cases.front().name, "#21");
    EXPECT_TRUE(waiting->cases.front().my_turn);
    EXPECT_EQ(told(*waiting).find("Ek"), std::string::npos);
    c.assigned(mine, "coordinator");
    EXPECT_EQ(list_cases(world, caller(mine), {})->cases.front().name, "Familjen Ek");
}

TEST_F(Lists, ACasePaperMovesNothingThatOthersRead) {
    auto const leads = staff("Olle Norén", {Office::coordinator});
    auto const works = staff("Rut Alm", {Office::case_worker});
    Case c(*this, hoor, "circle", 22);
    c.assigned(leads, "coordinator");
    auto const writer = c.assigned(works, "case_worker");
    auto const before = told(*list_cases(world, caller(leads), {})) + told(c.seen_by(leads));
    clock.set(Instant{clock.now().micros + 60'000'000});
    casepapers::Paper paper;
    paper.id = fresh<RowId>();
    paper.title = "Utredning";
    paper.text = "Text";
    paper.dated = c.today();
    paper.written_by = writer;
    c.put(paper, "write_paper", writer);
    EXPECT_EQ(told(*list_cases(world, caller(leads), {})) + told(c.seen_by(leads)), before);
    EXPECT_NE(told(c.seen_by(works)).find("Utredning"), std::string::npos);
}

TEST_F(Lists, APageIsFilledThoughCasesBetweenAreClosed) {
    auto const mine = staff("Olle Norén", {Office::case_worker});
    for (std::int64_t n = 1; n <= 12; ++n) {
        clock.set(Instant{clock.now().micros + 1'000'000});
        Case c(*this, hoor, "circle", n);
        if (n % 4 == 0) c.assigned(mine, "case_worker");
    }
    ListFilter filter;
    filter.limit = 2;
    auto first = list_cases(world, caller(mine), filter);
    ASSERT_TRUE(first.has_value());
    ASSERT_EQ(first->cases.size(), 2U);
    EXPECT_EQ(first->cases[0].number, 12);
    EXPECT_EQ(first->cases[1].number, 8);
    filter.cursor = first->next;
    auto second = list_cases(world, caller(mine), filter);
    ASSERT_EQ(second->cases.size(), 1U);
    EXPECT_EQ(second->cases[0].number, 4);
    EXPECT_EQ(second->next, "");
}

// Every act has its place in the log, or is left out on purpose.
TEST_F(Lists, TheLogKnowsEveryAct) {
    auto c = named_case(1, "Familjen Ek");
    for (auto name : process::act_names())
        if (name != "take_back") // it needs something to take back
            c.did(std::string(name), {}, [](workflow::Draft&) {}, anders.id);
    std::set<std::string> shown;
    std::string cursor;
    do {
        auto page = c.log_for(sara, cursor);
        EXPECT_LE(page.entries.size(), 50U);
        for (auto const& entry : page.entries) shown.insert(entry.act);
        cursor = page.next;
    } while (!cursor.empty());
    std::set<std::string> const closed{
        "judge_criteria",    "decide_referral", "write_paper", "change_paper",
        "pass_to_committee", "correct",         "take_back",   "answer_questionnaire"};
    for (auto name : process::act_names())
        EXPECT_NE(shown.contains(std::string(name)), closed.contains(std::string(name))) << name;
}

TEST_F(Lists, TheLogsCursorCountsNothingThatIsClosed) {
    auto c = named_case(1, "Familjen Ek");
    auto const before = c.log_for(sara).entries.size();
    auto const worker = c.assigned(anders, "case_worker");
    for (int i = 0; i < 60; ++i) {
        c.did("write_paper", worker, [](workflow::Draft&) {});
        c.did("postpone", worker, [](workflow::Draft&) {});
    }
    auto first = c.log_for(sara);
    ASSERT_EQ(first.entries.size(), 50U);
    EXPECT_EQ(first.entries.front().who, "Anders Berg, case worker");
    EXPECT_EQ(first.next, std::to_string(before + 1 + 60 - 50));
    auto second = c.log_for(sara, first.next);
    EXPECT_EQ(second.entries.size(), before + 1 + 10);
    EXPECT_EQ(second.next, "");
    EXPECT_FALSE(look_at_log(world, caller(sara), c.id, "x").has_value());
}

TEST_F(Lists, OnesOwnLatestActsCanBeTakenBack) {
    auto c = named_case(1, "Familjen Ek");
    auto const mine = c.file.all<people::Person>().front().id;
    auto const worker = c.assigned(anders, "case_worker");
    preparation::Question q;
    q.id = fresh<RowId>();
    q.text = "Hur kan morgnarna bli lugnare?";
    q.by = worker;
    q.written_at = clock.now();
    c.put(q, "write_question", mine);
    auto entry = c.log_for(sara).entries.front();
    EXPECT_EQ(entry.act, "write_question");
    EXPECT_EQ(entry.about, q.text);
    EXPECT_TRUE(entry.can_take_back);
    auto theirs = c.log_for(anders).entries.front();
    EXPECT_FALSE(theirs.can_take_back);
    EXPECT_EQ(theirs.seq, entry.seq);
    auto const seq = c.seq;
    c.did("take_back", mine, [&](workflow::Draft& draft) {
        draft.happenings().back().about = std::to_string(seq);
        draft.happenings().back().detail = entry.act;
        draft.happenings().back().why = "Fel familj";
    });
    auto log = c.log_for(sara);
    EXPECT_EQ(log.entries[0].act, "take_back");
    EXPECT_EQ(log.entries[0].why, "Fel familj");
    EXPECT_TRUE(log.entries[1].taken_back);
    EXPECT_FALSE(log.entries[1].can_take_back);
}

// The number of a line says nothing of its place, and opens no line that is closed.
TEST_F(Lists, ALineIsFoundByItsNumberByWhoMayReadIt) {
    auto c = named_case(1, "Familjen Ek");
    auto const worker = c.assigned(anders, "case_worker");
    c.did("postpone", worker, [](workflow::Draft&) {});
    c.did("write_paper", worker, [](workflow::Draft&) {});
    c.did("make_acute", worker, [](workflow::Draft&) {});
    auto log = c.log_for(anders);
    ASSERT_EQ(log.entries[1].act, "write_paper");
    auto line = [&](Staff const& reader, std::int64_t number) {
        return c.as(reader, [&](Here const& here) { return line_of_log(here, number); });
    };
    ASSERT_TRUE(line(anders, log.entries[1].seq).has_value());
    EXPECT_EQ(line(anders, log.entries[1].seq)->seq, c.seq - 1);
    EXPECT_FALSE(line(sara, log.entries[1].seq).has_value());
    EXPECT_EQ(line(sara, log.entries[0].seq)->name, "make_acute");
    EXPECT_FALSE(line(sara, c.seq).has_value());
    EXPECT_GT(std::abs(log.entries[0].seq - log.entries[2].seq), 2);
}

// ---- a referral in Hillerød -----------------------------------------------------------------------

class Referred : public Lists {
public:
    Staff ida = staff("Ida Holst", {Office::employee});
    Staff bente = staff("Bente Krogh", {Office::committee});
    Case c{*this, hilleroed, "committee", 7};
    PersonId referrer = c.assigned(ida, "referrer");
    referral::Referral row;

    Referred() {
        row.id = fresh<RowId>();
        row.intake = "referral";
        row.sent_at = clock.now();
        row.referrer = referrer;
        row.criteria = {"child.truancy"};
        row.judged_at = clock.now();
        row.departed_why = "Særlige hensyn";
        row.passed_at = clock.now();
        c.put(row, "refer", referrer);
        c.put(referral::Description{fresh<RowId>(), 0, "child", "Kommer sjældent i skole"}, "refer",
              referrer);
    }
    void decide(referral::Verdict verdict) {
        clock.set(Instant{clock.now().micros + 1'000'000});
        row.verdict = verdict;
        row.verdict_why = "Udvalgets egne grunde";
        row.decided_at = clock.now();
        c.put(row, "decide_referral");
    }
};

TEST_F(Referred, TheReferrerGetsTheAnswerAndNotTheReasons) {
    decide(referral::Verdict::granted);
    auto waiting = c.seen_by(ida);
    ASSERT_TRUE(waiting.referral.has_value());
    EXPECT_EQ(waiting.referral->verdict, "");
    ASSERT_TRUE(waiting.referral->descriptions.has_value());
    EXPECT_EQ(waiting.referral->descriptions->front().text, "Kommer sjældent i skole");
    row.answer = "Vi ringer til jer";
    row.answered_at = clock.now();
    c.put(row, "answer_referrer");
    auto answered = c.seen_by(ida);
    EXPECT_EQ(answered.referral->verdict, "granted");
    EXPECT_EQ(answered.referral->answer, "Vi ringer til jer");
    EXPECT_FALSE(answered.referral->criteria.has_value());
    auto const all = told(answered);
    EXPECT_EQ(all.find("Udvalgets egne grunde"), std::string::npos);
    EXPECT_EQ(all.find("Særlige hensyn"), std::string::npos);
    EXPECT_EQ(answered.name, "#7");
}

TEST_F(Referred, TheCommitteeSeesWhatIsReadyForIt) {
    auto judged = c.seen_by(bente);
    ASSERT_TRUE(judged.referral.has_value());
    ASSERT_TRUE(judged.referral->criteria.has_value());
    ASSERT_EQ(judged.referral->criteria->size(), 2U);
    EXPECT_EQ(judged.referral->criteria->front().criteria.size(), 6U);
    EXPECT_EQ(judged.referral->criteria->back().criteria.size(), 5U);
    EXPECT_EQ(judged.referral->departed_why, "Særlige hensyn");
    auto committees = look_at_committees(world, caller(bente));
    ASSERT_TRUE(committees.has_value());
    ASSERT_EQ(committees->committees.size(), 1U);
    auto const& committee = committees->committees.front();
    ASSERT_EQ(committee.ready.size(), 1U);
    EXPECT_EQ(committee.ready.front().name, "#7");
    EXPECT_TRUE(committee.to_answer.empty());
    EXPECT_TRUE(look_at_committees(world, caller(ida))->committees.empty());
    decide(referral::Verdict::granted);
    auto after = look_at_committees(world, caller(bente));
    EXPECT_TRUE(after->committees.front().ready.empty());
    EXPECT_EQ(after->committees.front().to_answer.size(), 1U);
    decide(referral::Verdict::more_needed);
    EXPECT_EQ(look_at_committees(world, caller(bente))->committees.front().not_ready.size(), 1U);
}

TEST_F(Referred, TheCommitteesDaysAreThoseToCome) {
    write([&](Writer& writer) {
        for (int days : {-7, 35, 3})
            writer.put(CommitteeDay{fresh<RowId>(), organisation.id, std::string(hilleroed),
                                    add_days(c.today(), days), {}});
    });
    auto committees = look_at_committees(world, caller(bente));
    ASSERT_EQ(committees->committees.front().days.size(), 2U);
    EXPECT_EQ(committees->committees.front().next, add_days(c.today(), 3));
}

TEST_F(Referred, EveryModelTellsItsStages) {
    auto models = all_models(books, "da");
    ASSERT_EQ(models.models.size(), library().all().size());
    for (auto const& model : models.models) {
        EXPECT_FALSE(model.summary.empty());
        EXPECT_FALSE(model.stages.empty());
    }
}

} // namespace
} // namespace radslag::commands::test
