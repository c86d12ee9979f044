// Who is here, who speaks for whom, and who is shut out from whose matters (A11).
#include "domain/people/people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::people {
namespace {

using test::refused;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

PersonId const elsa{"elsa"}, brother{"brother"}, mother{"mother"}, gone{"gone"};
constexpr Instant monday{1'000'000}, tuesday{2'000'000};

struct Family : ::testing::Test {
    std::vector<Person> people{person(elsa), person(brother), person(mother),
                               *take_off(person(gone), "Moved away", monday)};
    Speaks const speaks = *speak_for(people, {}, mother, elsa, RowId{"one"}, monday);
    Speaks const out = *shut_out(speaks, "The court, 3 November", tuesday);
    Speaks const ended = [this] {
        auto one = speaks;
        one.ended_at = tuesday;
        return one;
    }();

    static Person person(PersonId id) {
        Person one;
        one.id = id;
        return one;
    }
    std::string speak(std::vector<Speaks> const& all, PersonId guardian, PersonId whom) const {
        return refused(speak_for(people, all, guardian, whom, RowId{"two"}, monday));
    }
    std::vector<PersonId> speakers(std::vector<Speaks> const& all, PersonId whom) const {
        std::vector<PersonId> ids;
        for (auto const* one : speakers_for(people, all, whom)) ids.push_back(one->id);
        return ids;
    }
};

TEST(AName, IsThereAlsoToTheEye) {
    EXPECT_EQ(*read_name("  Åsa  ", "name"), "Åsa");
    EXPECT_EQ(refused(read_name("", "name")), "field.missing name");
    EXPECT_EQ(refused(read_name(" \u200b ", "name")), "field.missing name");
    EXPECT_EQ(refused(read_name(std::string(name_limit, 'a'), "name")), "");
    EXPECT_NE(refused(read_name(std::string(name_limit + 1, 'a'), "name")), "");
}

TEST(AnAge, IsInWholeYears) {
    auto const born = *read_date("2012-02-29");
    EXPECT_EQ(age_on(born, *read_date("2026-02-28")), 13);
    EXPECT_EQ(age_on(born, *read_date("2026-03-01")), 14);
    EXPECT_EQ(age_on(born, *read_date("2028-02-29")), 16);
}

TEST_F(Family, SomebodyIsTakenOffOnceAndWithAReason) {
    EXPECT_EQ(refused(take_off(person(elsa), "", monday)), "field.missing reason");
    EXPECT_EQ(people[3].taken_off_at, monday);
    EXPECT_EQ(people[3].taken_off_why, "Moved away");
    EXPECT_EQ(refused(take_off(people[3], "Moved away", tuesday)), "person.not_here person");
}

TEST_F(Family, AGuardianSpeaksForSomebodyElseAndBothAreHere) {
    EXPECT_EQ(speak({}, mother, elsa), "");
    EXPECT_EQ(speak({}, gone, elsa), "person.not_here guardian");
    EXPECT_EQ(speak({}, PersonId{"nobody"}, elsa), "person.not_here guardian");
    EXPECT_EQ(speak({}, mother, gone), "person.not_here whom");
    EXPECT_EQ(speak({}, mother, PersonId{"nobody"}), "person.not_here whom");
    EXPECT_EQ(speak({}, mother, mother), "people.speaks_for_self whom");
}

TEST_F(Family, AGuardianSpeaksForTheSamePersonOnce) {
    EXPECT_EQ(speak({speaks}, mother, elsa), "people.speaks_already guardian");
    // Whoever is shut out does not come in again by another row.
    EXPECT_EQ(speak({out}, mother, elsa), "people.speaks_already guardian");
    EXPECT_EQ(speak({ended}, mother, elsa), "");
    EXPECT_EQ(speak({speaks}, mother, brother), "");
    EXPECT_EQ(speak({speaks}, brother, elsa), "");
}

TEST_F(Family, AGuardianIsShutOutOnceAndByADecision) {
    EXPECT_EQ(refused(shut_out(speaks, "", tuesday)), "field.missing reason");
    EXPECT_EQ(refused(shut_out(ended, "The court", tuesday)), "people.speaks_ended speaks");
    EXPECT_EQ(out.shut_out_at, tuesday);
    EXPECT_EQ(out.shut_out_why, "The court, 3 November");
    EXPECT_EQ(refused(shut_out(out, "The court", tuesday)), "people.already_shut_out speaks");
}

TEST_F(Family, AGuardianIsLetInAgainWhenShutOut) {
    EXPECT_EQ(refused(let_in(speaks)), "people.not_shut_out speaks");
    auto const again = *let_in(out);
    EXPECT_TRUE(again.holds());
    EXPECT_EQ(again.shut_out_why, "");
}

TEST_F(Family, WhoeverSpeaksNowIsHereAndNotShutOut) {
    EXPECT_THAT(speakers({speaks}, elsa), ElementsAre(mother));
    EXPECT_THAT(speakers({speaks}, brother), IsEmpty());
    EXPECT_THAT(speakers({out}, elsa), IsEmpty());
    EXPECT_THAT(speakers({ended}, elsa), IsEmpty());
    people[2] = *take_off(people[2], "Moved away", tuesday);
    EXPECT_THAT(speakers({speaks}, elsa), IsEmpty());
}

TEST_F(Family, WhoeverIsShutOutFromOneIsShutOutAndMayStillSpeakForTheOther) {
    auto for_brother = speaks;
    for_brother.whom = brother;
    EXPECT_TRUE(is_shut_out({out, for_brother}, mother));
    EXPECT_FALSE(speaks_for_nobody({out, for_brother}, mother));
    EXPECT_TRUE(speaks_for_nobody({out}, mother));
    EXPECT_FALSE(is_shut_out({speaks, for_brother}, mother));
    EXPECT_FALSE(speaks_for_nobody({speaks}, mother));
    EXPECT_FALSE(is_shut_out({out}, brother));
    auto over = out;
    over.ended_at = tuesday;
    EXPECT_FALSE(is_shut_out({over}, mother));
}

} // namespace
} // namespace radslag::people
