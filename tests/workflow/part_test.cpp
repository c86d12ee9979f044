// What is decided about one participant.
#include "workflow/part.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::workflow {
namespace {

using circle::Standing;
using process::Function;
using process::Strength;
using test::refused;

constexpr Ix child = 0, aunt = 1, teacher = 2, leader = 3;

Who of(std::initializer_list<Ix> roles) {
    Who who;
    for (auto role : roles) who.add(role);
    return who;
}

process::Model small() {
    process::Model model;
    model.roles.resize(4);
    model.roles[child].id = "child";
    model.roles[child].is = Function::main_person;
    model.roles[aunt].id = "aunt";
    model.roles[teacher].id = "teacher";
    model.roles[teacher].is = Function::professional;
    model.roles[leader].id = "leader";
    model.roles[leader].is = Function::coordinator;
    model.roles[leader].incompatible = of({teacher});
    process::Decides hard, method;
    hard.about = of({aunt});
    method.about = of({teacher});
    method.rule.strength = Strength::method;
    model.decides = {hard, method};
    return model;
}
RuleBook const& book() {
    static RuleBook const one(std::make_shared<process::Model const>(small()));
    return one;
}

Part part(Ix role, void (*change)(Part&) = [](Part&) {}) {
    Part one;
    one.role = role;
    change(one);
    return one;
}
constexpr auto not_ready = [](Part& p) { p.ready = false; };
constexpr auto shut_out = [](Part& p) { p.shut_out = true; };
constexpr auto silent = [](Part& p) { p.shut_out = p.silent = true; };
constexpr auto too_young = [](Part& p) { p.own_voice = false; };

TEST(AVoice, IsAskedForItsConsentAlsoWhenShutOutFromOneOfSeveral) {
    process::Consent consent;
    consent.from = of({child});
    EXPECT_TRUE(is_asked(consent, part(child)));
    EXPECT_TRUE(is_asked(consent, part(child, shut_out)));
    EXPECT_FALSE(is_asked(consent, part(child, silent)));
    EXPECT_FALSE(is_asked(consent, part(child, not_ready)));
    EXPECT_FALSE(is_asked(consent, part(child, too_young)));
    EXPECT_FALSE(is_asked(consent, part(aunt)));
}

TEST(AVoice, DecidesAndAgreesUnlessShutOut) {
    process::Decides rule;
    rule.who = of({child});
    process::Questions questions;
    questions.agreed_by = of({child});
    process::Ending ending;
    ending.by = of({child});
    EXPECT_TRUE(decides(rule, part(child)));
    EXPECT_TRUE(agrees(questions, part(child)));
    EXPECT_TRUE(answers(ending, part(child)));
    for (auto const& none :
         {part(child, not_ready), part(child, shut_out), part(child, silent), part(aunt)}) {
        EXPECT_FALSE(decides(rule, none));
        EXPECT_FALSE(agrees(questions, none));
        EXPECT_FALSE(answers(ending, none));
    }
    EXPECT_FALSE(decides(rule, part(child, too_young)));
    EXPECT_FALSE(agrees(questions, part(child, too_young)));
    EXPECT_TRUE(answers(ending, part(child, too_young))); // whoever is heard may like the plan
}

TEST(AVoice, OfSomebodyShutOutIsRecordedForNothingButTheirYesForAnother) {
    EXPECT_EQ(refused(may_be_recorded_for(part(child), "answer_plan")), "");
    EXPECT_EQ(refused(may_be_recorded_for(part(child, shut_out), "answer_plan")),
              "people.is_shut_out for_whom");
    for (auto const* own : {"give_consent", "refuse_consent", "withdraw_consent"}) {
        EXPECT_EQ(refused(may_be_recorded_for(part(child, shut_out), own)), "");
        EXPECT_EQ(refused(may_be_recorded_for(part(child, silent), own)),
                  "people.is_shut_out for_whom");
    }
}

TEST(AGuest, ComesWithAYesWhereThatIsHardAndNotAgainstANoElsewhere) {
    auto wanted = [](Ix role, Standing said) {
        auto guest = part(role);
        guest.said = said;
        return is_wanted(book(), guest);
    };
    EXPECT_TRUE(wanted(aunt, Standing::yes));
    EXPECT_FALSE(wanted(aunt, Standing::waiting));
    EXPECT_FALSE(wanted(aunt, Standing::no));
    for (auto soft : {teacher, leader}) { // one with a rule of method, one with none
        EXPECT_TRUE(wanted(soft, Standing::yes));
        EXPECT_TRUE(wanted(soft, Standing::waiting));
        EXPECT_FALSE(wanted(soft, Standing::no));
    }
}

TEST(AGuest, IsInvitedOnceToAMeetingThatHasAPlaceForThem) {
    process::Meeting meeting;
    meeting.steps.resize(1);
    meeting.steps[0].present = of({aunt, teacher, leader});
    auto may_be = [&](Part guest, bool passed = false) {
        return may_be_invited(book(), meeting, guest, passed);
    };
    auto waiting = [](Ix role) {
        auto guest = part(role);
        guest.said = Standing::waiting;
        return guest;
    };
    EXPECT_TRUE(may_be(part(aunt)));
    EXPECT_FALSE(may_be(part(aunt, shut_out)));
    EXPECT_FALSE(may_be(part(aunt, [](Part& p) { p.invited = true; })));
    EXPECT_FALSE(may_be(part(child)));  // no place in any step
    EXPECT_FALSE(may_be(part(leader))); // holds it, and is not asked to come
    // Without their word: only where the rule is one of method, and was passed with a reason.
    EXPECT_FALSE(may_be(waiting(teacher)));
    EXPECT_TRUE(may_be(waiting(teacher), true));
    EXPECT_FALSE(may_be(waiting(aunt), true));
    meeting.steps[0].present.add(child);
    EXPECT_FALSE(may_be(waiting(child), true)); // nobody decides about them
}

TEST(AStep, IsThePlaceOfItsRolesAndOfThoseWhoComeBack) {
    process::Step step;
    step.present = of({child, teacher});
    EXPECT_TRUE(belongs(step, part(child)));
    EXPECT_FALSE(belongs(step, part(child, not_ready)));
    EXPECT_FALSE(belongs(step, part(child, shut_out)));
    EXPECT_FALSE(belongs(step, part(aunt)));

    step.back = of({teacher});
    auto was_away = part(teacher, [](Part& p) { p.was_in_step_asked = false; });
    EXPECT_TRUE(belongs(step, was_away)); // whoever comes back, where no earlier step is asked for
    step.back_if_in = "account";
    EXPECT_FALSE(belongs(step, was_away));
    EXPECT_TRUE(belongs(step, part(teacher)));
    was_away.role = child; // who was never out is not asked
    EXPECT_TRUE(belongs(step, was_away));
}

TEST(ARole, IsOpenToWhoeverHoldsItWithWhatItAsks) {
    process::Role role;
    EXPECT_TRUE(is_open(role, {true, false, false, true}));
    EXPECT_FALSE(is_open(role, {false, true, true, true}));
    EXPECT_FALSE(is_open(role, {true, true, true, false}));
    role.pledge = true;
    EXPECT_FALSE(is_open(role, {true, false, true, true}));
    EXPECT_TRUE(is_open(role, {true, true, false, true}));
    role.impartial = true;
    EXPECT_FALSE(is_open(role, {true, true, false, true}));
    EXPECT_TRUE(is_open(role, {true, true, true, true}));
}

TEST(ARole, FitsBesideAnotherInBothDirections) {
    EXPECT_FALSE(fits_beside(book(), leader, {teacher, true}));
    EXPECT_FALSE(fits_beside(book(), leader, {teacher, false})); // they have read it
    EXPECT_FALSE(fits_beside(book(), teacher, {leader, true}));
    EXPECT_TRUE(fits_beside(book(), teacher, {leader, false})); // nothing is coordinated any more
    EXPECT_TRUE(fits_beside(book(), aunt, {leader, true}));
}

TEST(AFamilysName, ComesOnceAfterTheYesAndBeforeAnybody) {
    EXPECT_TRUE(may_be_named({false, false, false}));
    EXPECT_FALSE(may_be_named({true, true, false}));
    EXPECT_TRUE(may_be_named({true, true, true}));
    EXPECT_TRUE(may_be_linked({true, true, false}));
    EXPECT_FALSE(may_be_linked({true, false, false}));
    EXPECT_FALSE(may_be_linked({true, true, true}));
    EXPECT_TRUE(may_stand({true, false, false}, false));
    EXPECT_FALSE(may_stand({true, false, false}, true));
    EXPECT_TRUE(may_stand({true, true, true}, true));
}

} // namespace
} // namespace radslag::workflow
