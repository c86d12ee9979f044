// How the method was followed: who reads what of a case, and what is told of a year's cases.
#include "commands/looks/rig.h"

namespace radslag::commands::test {
namespace {

using evaluation::Outcome;
using process::Office;

constexpr auto rule_of_the_map = "stage.circle.3";
constexpr auto rule_of_their_word = "stage.circle.5";

class Method : public Looking {
public:
    Staff sara = staff("Sara Lind", {Office::coordinator});
    Staff anders = staff("Anders Berg", {Office::case_worker});
    Staff karin = staff("Karin Dahl", {Office::manager});
    Staff sofia = staff("Sofia Ek", {Office::case_worker});
    std::int64_t number = 0;

    // A case in which these rules were asked, each in its round.
    struct Asked {
        std::string rule;
        Outcome outcome;
        Date on;
        std::int64_t round = 1;
    };
    Case asked(std::vector<Asked> const& all, std::string_view model = hoor) {
        Case c(*this, model, model == hoor ? "circle" : "network", ++number);
        for (auto const& one : all) {
            evaluation::Followed row;
            row.id = fresh<RowId>();
            row.model = model;
            row.model_version = c.book.model().version;
            row.rule = one.rule;
            row.round = one.round;
            row.outcome = one.outcome;
            row.at = clock.now();
            row.on = one.on;
            c.put(row, "move_on");
        }
        return c;
    }
    void cases(int how_many, std::vector<Asked> const& all) {
        for (int i = 0; i < how_many; ++i) asked(all);
    }
    view::FidelityFigures figures(std::optional<int> year = {}) {
        auto told = look_at_figures(world, caller(karin), year);
        if (!told) throw std::runtime_error(told.error().why.front().code);
        return std::move(*told);
    }
    view::RuleFiguresView figure(view::FidelityFigures const& all, std::string_view rule,
                                 std::string_view model = hoor) {
        for (auto const& one : all.models)
            if (one.model.id == model)
                for (auto const& each : one.rules)
                    if (each.id == rule) return each;
        throw std::runtime_error("no such rule");
    }
    view::RuleRoundView followed(Case const& c, Staff const& reader, std::string_view rule) {
        auto told = look_at_fidelity(world, caller(reader), c.id);
        if (!told) throw std::runtime_error(told.error().why.front().code);
        for (auto const& one : told->rules)
            if (one.id == rule) return one.rounds.back();
        throw std::runtime_error("no such rule");
    }
};

Date const summer = *read_date("2026-06-15");

TEST_F(Method, AYearTellsInHowManyCasesEachRuleWasKeptAndPassed) {
    cases(11,
          {{rule_of_the_map, Outcome::kept, summer}, {rule_of_their_word, Outcome::kept, summer}});
    cases(7, {{rule_of_the_map, Outcome::kept, summer},
              {rule_of_their_word, Outcome::passed, summer}});
    auto const told = figures();
    EXPECT_EQ(told.year, 2026);
    EXPECT_EQ(told.until, read_date("2026-09-30"));
    auto const word = figure(told, rule_of_their_word);
    EXPECT_EQ(word.cases, 15);
    EXPECT_EQ(word.kept, 10);
    EXPECT_EQ(word.passed, 5);
    EXPECT_FALSE(word.late);
    auto const map = figure(told, rule_of_the_map);
    EXPECT_EQ(map.cases, 15);
    EXPECT_FALSE(map.kept);
    EXPECT_FALSE(map.passed);
    EXPECT_EQ(map.nearly_all, "kept");
}

TEST_F(Method, ACaseCountsOnceWithTheWorstOfItsRounds) {
    cases(5, {{rule_of_their_word, Outcome::kept, summer, 1},
              {rule_of_their_word, Outcome::passed, summer, 2},
              {rule_of_their_word, Outcome::kept, summer, 3}});
    cases(5, {{rule_of_their_word, Outcome::kept, summer, 1}});
    auto const word = figure(figures(), rule_of_their_word);
    EXPECT_EQ(word.cases, 10);
    EXPECT_EQ(word.kept, 5);
    EXPECT_EQ(word.passed, 5);
}

TEST_F(Method, OfFourCasesNothingIsToldAndOfNoneNeither) {
    cases(4, {{rule_of_their_word, Outcome::passed, summer}});
    auto const four = figure(figures(), rule_of_their_word);
    auto const none = figure(figures(), rule_of_the_map);
    for (auto const& one : {four, none}) {
        EXPECT_FALSE(one.cases || one.kept || one.passed || one.late);
        EXPECT_EQ(one.nearly_all, "");
    }
    EXPECT_EQ(figures().models.size(), books.all().size())
        << "that a model is told of says nothing";
}

TEST_F(Method, WhatOneCaseDoesTodayChangesNoFigure) {
    cases(9, {{rule_of_their_word, Outcome::passed, summer}});
    auto const before = told(figures());
    auto const today = date_in(organisation.zone, clock.now());
    cases(1, {{rule_of_their_word, Outcome::passed, today}});
    EXPECT_EQ(told(figures()), before);
    clock.set(*read_instant("2027-01-01T09:00:00Z"));
    EXPECT_EQ(figure(figures(2026), rule_of_their_word).cases, 10);
    EXPECT_EQ(figures().year, 2026) << "no quarter of the new year is over";
    EXPECT_FALSE(figures(2027).until);
}

TEST_F(Method, EachYearIsCountedByItself) {
    cases(6, {{rule_of_their_word, Outcome::passed, *read_date("2025-12-31")}});
    cases(6, {{rule_of_their_word, Outcome::passed, *read_date("2026-01-01")}});
    EXPECT_EQ(figure(figures(2025), rule_of_their_word).cases, 5);
    EXPECT_EQ(figure(figures(2026), rule_of_their_word).cases, 5);
    EXPECT_FALSE(figure(figures(2024), rule_of_their_word).cases);
}

TEST_F(Method, ATimeCanBeLate) {
    for (int i = 0; i < 15; ++i)
        asked({{"deadline.answer",
                i < 5    ? Outcome::kept
                : i < 10 ? Outcome::passed
                         : Outcome::late,
                summer}},
              hilleroed);
    auto const answer = figure(figures(), "deadline.answer", hilleroed);
    EXPECT_TRUE(answer.timed);
    EXPECT_EQ(answer.kept, 5);
    EXPECT_EQ(answer.passed, 5);
    EXPECT_EQ(answer.late, 5);
}

TEST_F(Method, OnlyManagersReadTheFiguresAndOnlyOfTheirOwnOrganisation) {
    cases(6, {{rule_of_their_word, Outcome::passed, summer}});
    for (auto const& other : {sara, anders}) {
        auto const told = look_at_figures(world, caller(other), {});
        ASSERT_FALSE(told.has_value());
        EXPECT_EQ(told.error().kind, No::Kind::not_yours);
    }
    Organisation const elsewhere{fresh<OrganisationId>(), "Annorstad", "SE", "Europe/Stockholm",
                                 "sv"};
    auto them = karin;
    them.id = fresh<StaffId>();
    them.organisation = elsewhere.id;
    them.mail = "them@example.org";
    write([&](Writer& writer) {
        writer.put(elsewhere);
        writer.put(them);
    });
    auto const told = look_at_figures(world, {them.id, elsewhere.id, "en"}, {});
    ASSERT_TRUE(told.has_value());
    EXPECT_FALSE(figure(*told, rule_of_their_word).cases);
}

conference::Waiver waiver(Looking& rig, PersonId const& by, std::string why) {
    return {rig.fresh<RowId>(), 0, rule_of_their_word, 1, std::move(why), by, rig.clock.now()};
}

TEST_F(Method, TheReasonIsForThoseWhoSeePeopleAndForWhoWroteIt) {
    Case c(*this, hoor, "circle", 1);
    auto const coordinator = c.assigned(sara, "coordinator");
    c.assigned(anders, "case_worker");
    c.put(waiver(*this, coordinator, "Familjen Ek vill det"), "pass_gate", coordinator);
    auto const own = followed(c, sara, rule_of_their_word);
    EXPECT_EQ(own.state, "passed");
    EXPECT_EQ(own.why, "Familjen Ek vill det");
    EXPECT_EQ(own.by, "Sara Lind");
    EXPECT_EQ(own.role, "coordinator");
    EXPECT_EQ(followed(c, anders, rule_of_their_word).why, "Familjen Ek vill det");
    auto const managers = followed(c, karin, rule_of_their_word);
    EXPECT_EQ(managers.state, "passed");
    EXPECT_EQ(managers.why, "");
    EXPECT_TRUE(managers.why_closed);
    EXPECT_EQ(told(*look_at_fidelity(world, caller(karin), c.id)).find("Ek"), std::string::npos);
}

TEST_F(Method, WhoIsGivenNoSightOfItHearsThatItIsNotThere) {
    Case c(*this, hoor, "circle", 1);
    c.assigned(sofia, "social_worker");
    auto const told = look_at_fidelity(world, caller(sofia), c.id);
    ASSERT_FALSE(told.has_value());
    EXPECT_EQ(told.error().kind, No::Kind::not_there);
}

TEST_F(Method, WhatTheOlderVersionAskedIsNotTakenForTheNewersRules) {
    auto c = asked({{rule_of_their_word, Outcome::passed, summer}});
    c.assigned(sara, "coordinator");
    auto both = library();
    auto newer = *both.newest(hoor);
    newer.version += 1;
    both.add(std::move(newer));
    Books const two(both);
    c.edit([](conference::Conference& row) { row.model_version += 1; });
    auto const told = look_at_fidelity({*store, two, clock, random}, caller(sara), c.id);
    ASSERT_TRUE(told.has_value());
    std::vector<std::string> states;
    for (auto const& one : told->rules)
        if (one.id == rule_of_their_word) states.push_back(one.rounds.back().state);
    EXPECT_EQ(states, (std::vector<std::string>{"ahead", "passed"}));
}

TEST_F(Method, NoFigureNamesAReason) {
    for (int i = 0; i < 8; ++i) {
        auto c = asked({{rule_of_their_word, Outcome::passed, summer}});
        auto const coordinator = c.assigned(sara, "coordinator");
        c.put(waiver(*this, coordinator, "Familjen Ek vill det"), "pass_gate", coordinator);
    }
    auto const all = told(figures());
    EXPECT_EQ(all.find("Ek"), std::string::npos);
    EXPECT_EQ(all.find("Sara"), std::string::npos);
}

} // namespace
} // namespace radslag::commands::test
