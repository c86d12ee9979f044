// Who is prepared, and whose questions these are (A5, SN2, SN4).
#include "domain/preparation/preparation.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::preparation {
namespace {

using test::refused;

PersonId const mother{"mother"}, father{"father"};
Date const today = *read_date("2026-11-28");

Prepared prepared(PersonId person, std::int64_t round, std::vector<std::string> checks = {}) {
    Prepared one;
    one.person = person;
    one.round = round;
    one.on = today;
    one.checks = std::move(checks);
    return one;
}

TEST(APreparation, WasTodayOrBefore) {
    auto one = prepared(mother, 1);
    EXPECT_EQ(refused(prepare(one, today)), "");
    one.on = add_days(today, 1);
    EXPECT_EQ(refused(prepare(one, today)), "date.not_yet on");
}

TEST(APreparation, IsWholeWhenEachCheckWasGoneThrough) {
    EXPECT_TRUE(is_ready(prepared(mother, 1, {"purpose", "place"}), {"place", "purpose"}));
    EXPECT_FALSE(is_ready(prepared(mother, 1, {"purpose"}), {"place", "purpose"}));
    EXPECT_TRUE(is_ready(prepared(mother, 1), {}));
}

TEST(APreparation, IsOfOnePersonInOneRound) {
    std::vector const all{prepared(mother, 1)};
    EXPECT_EQ(prepared_of(all, mother, 1), &all.front());
    EXPECT_EQ(prepared_of(all, mother, 2), nullptr);
    EXPECT_EQ(prepared_of(all, father, 1), nullptr);
}

TEST(AQuestion, IsTakenAwayOnce) {
    auto const away = *remove({}, Instant{5});
    EXPECT_EQ(away.removed_at, Instant{5});
    EXPECT_EQ(refused(remove(away, Instant{6})), "question.removed question");
    EXPECT_EQ(standing_questions({Question{}, away}), 1U);
}

TEST(Questions, AreAgreedByEachAfterTheLastChange) {
    auto question = [](std::int64_t changed_in) {
        Question one;
        one.changed_in = changed_in;
        return one;
    };
    auto agreed = [](PersonId by, std::int64_t in) {
        Agreement one;
        one.by = by;
        one.changed_in = in;
        return one;
    };
    std::vector const questions{question(3), question(7)};
    EXPECT_TRUE(are_agreed(questions, {agreed(mother, 8), agreed(father, 9)}, {mother, father}));
    EXPECT_FALSE(are_agreed(questions, {agreed(mother, 8)}, {mother, father}));
    EXPECT_FALSE(are_agreed(questions, {agreed(mother, 5)}, {mother}));
    EXPECT_TRUE(are_agreed(questions, {}, {}));
    // Whoever agrees in the very act that changed it, agrees with the change.
    EXPECT_TRUE(are_agreed(questions, {agreed(mother, 7)}, {mother}));
}

} // namespace
} // namespace radslag::preparation
