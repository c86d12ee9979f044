// Who decides about somebody, and who is invited to what (HF6, HF8, GN8).
#include "domain/circle/circle.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::circle {
namespace {

PersonId const aunt{"aunt"}, uncle{"uncle"}, mother{"mother"}, father{"father"},
    stranger{"stranger"};

Decision said(PersonId by, Word word, PersonId about = aunt) {
    Decision decision;
    decision.about = about;
    decision.by = by;
    decision.answer = word;
    return decision;
}

Decision replaced(Decision decision) {
    decision.replaced_at = Instant{7};
    return decision;
}

TEST(Deciders, WhereEachMustAgreeOneNoIsANo) {
    auto standing_of = [](std::vector<Decision> const& said) {
        return standing(said, aunt, {mother, father}, true);
    };
    EXPECT_EQ(standing_of({}), Standing::waiting);
    EXPECT_EQ(standing_of({said(mother, Word::yes)}), Standing::waiting);
    EXPECT_EQ(standing_of({said(mother, Word::yes), said(father, Word::yes)}), Standing::yes);
    EXPECT_EQ(standing_of({said(mother, Word::yes), said(father, Word::no)}), Standing::no);
    EXPECT_EQ(standing_of({said(father, Word::no)}), Standing::no);
}

TEST(Deciders, WhereOneIsEnoughANoWaitsForTheOthers) {
    auto standing_of = [](std::vector<Decision> const& said) {
        return standing(said, aunt, {mother, father}, false);
    };
    EXPECT_EQ(standing_of({}), Standing::waiting);
    EXPECT_EQ(standing_of({said(father, Word::no)}), Standing::waiting);
    EXPECT_EQ(standing_of({said(father, Word::no), said(mother, Word::yes)}), Standing::yes);
    EXPECT_EQ(standing_of({said(father, Word::no), said(mother, Word::no)}), Standing::no);
}

TEST(Deciders, OnlyTheLastWordOfThoseWhoDecideAboutThisPersonCounts) {
    for (bool each : {true, false}) {
        EXPECT_EQ(standing({said(stranger, Word::no)}, aunt, {mother}, each), Standing::waiting);
        EXPECT_EQ(standing({said(mother, Word::yes, uncle)}, aunt, {mother}, each),
                  Standing::waiting);
        EXPECT_EQ(standing({replaced(said(mother, Word::yes)), said(mother, Word::no)}, aunt,
                           {mother}, each),
                  Standing::no);
        EXPECT_EQ(standing({said(stranger, Word::yes)}, aunt, {}, each), Standing::waiting);
    }
}

Invitation invitation(PersonId person, std::string meeting, std::int64_t round) {
    Invitation one;
    one.person = person;
    one.meeting = std::move(meeting);
    one.round = round;
    return one;
}

TEST(Invitations, AreSentOnceToEachMeetingOfEachRound) {
    std::vector const sent{invitation(aunt, "counsel", 1)};
    EXPECT_EQ(test::refused(invite(sent, invitation(aunt, "counsel", 1))), "circle.invited person");
    EXPECT_EQ(test::refused(invite(sent, invitation(uncle, "counsel", 1))), "");
    EXPECT_EQ(test::refused(invite(sent, invitation(aunt, "follow_up", 1))), "");
    EXPECT_EQ(test::refused(invite(sent, invitation(aunt, "counsel", 2))), "");
    EXPECT_EQ(invitation_of(sent, aunt, "counsel", 1), &sent.front());
}

TEST(Invitations, WhoComesAndWhoNeedsAChair) {
    struct Case {
        Coming coming;
        bool comes, takes_room;
    };
    for (auto const& [coming, comes, takes_room] :
         {Case{Coming::in_room, true, true}, Case{Coming::by_link, true, false},
          Case{Coming::by_substitute, true, true}, Case{Coming::by_letter, false, false},
          Case{Coming::cannot, false, false}}) {
        auto const answered =
            *answer(invitation(aunt, "counsel", 1), coming, "On the early bus", Instant{5});
        EXPECT_EQ(answered.comes(), comes);
        EXPECT_EQ(answered.takes_room(), takes_room);
        EXPECT_EQ(answered.answer_note, "On the early bus");
        EXPECT_EQ(answered.answered_at, Instant{5});
    }
    EXPECT_FALSE(invitation(aunt, "counsel", 1).comes());
}

} // namespace
} // namespace radslag::circle
