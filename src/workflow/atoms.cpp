#include "workflow/atoms.h"

namespace radslag::workflow {

using namespace atoms;
using process::Condition;

std::vector<PersonId> lacking(RuleBook const& book, CaseFile const& file, Date today,
                              Atom const& atom) {
    Asking a{book, file, today, atom};
    switch (atom.what) {
    case Condition::consent:
        return without_consent(a);
    case Condition::questions:
        return not_agreeing(a);
    case Condition::own_words:
        return without_own_words(a);
    case Condition::decided:
        return undecided(a);
    case Condition::invited:
        return uninvited(a);
    case Condition::answered:
        return unanswered(a);
    case Condition::prepared:
        return unprepared(a);
    case Condition::absence_followed_up:
        return not_followed_up(a);
    case Condition::accounts:
        return silent<meeting::Account>(a);
    case Condition::offers:
        return silent<meeting::Offer>(a);
    default:
        return {};
    }
}

Count count(RuleBook const& book, CaseFile const& file, Circumstances const& around,
            Atom const& atom) {
    Asking a{book, file, around.today, atom};
    auto const* referral = referral_of(a);
    switch (atom.what) {
    case Condition::consent: {
        auto asked = consenting(a).size();
        return asked == 0 ? Count::none : of_lacking(without_consent(a).size(), asked);
    }
    case Condition::role:
        return roles(a);
    case Condition::questions:
        return questions(a);
    case Condition::purpose: {
        auto const& all = a.all<preparation::Purpose>();
        return of(!all.empty() && !all.back().chosen.empty());
    }
    case Condition::own_words: {
        auto mains = book.model().everyone(Function::main_person);
        auto asked = people_in(book, file, mains).size();
        return asked == 0 ? Count::none : of_lacking(without_own_words(a).size(), asked);
    }
    case Condition::named:
        return count_named(a);
    case Condition::decided:
        return of_lacking(undecided(a).size(), a.who().size());
    case Condition::invited:
        return of_lacking(uninvited(a).size(), a.who().size());
    case Condition::answered:
        return of_lacking(unanswered(a).size(), a.who().size());
    case Condition::prepared:
        return of_lacking(unprepared(a).size(), a.who().size());
    case Condition::meeting_planned:
        return of(meeting_of_round(a) != nullptr);
    case Condition::time_set_aside:
        return of(is_long_enough(a));
    case Condition::room_limit:
        return of(room_suffices(a, around));
    case Condition::meeting_held: {
        auto const* m = meeting_of_round(a);
        return of(m != nullptr && m->was_held());
    }
    case Condition::absence_followed_up: {
        auto const* m = meeting_of_round(a);
        if (m == nullptr || !m->was_held()) return Count::none;
        return of_lacking(not_followed_up(a).size(), required(a).size());
    }
    case Condition::present:
        return in_room(a);
    case Condition::accounts:
        return of_lacking(silent<meeting::Account>(a).size(), professionals_in_room(a).size());
    case Condition::offers:
        return of_lacking(silent<meeting::Offer>(a).size(), professionals_in_room(a).size());
    case Condition::plan_written:
        return of(plan::standing(a.all<plan::Plan>()) != nullptr);
    case Condition::actions_owned:
        return of(plan::all_owned(a.all<plan::Action>()));
    case Condition::headings_filled: {
        auto const& plan = book.model().plan;
        return of(plan && plan::all_headings_filled(a.all<plan::Action>(), plan->headings));
    }
    case Condition::plan_ended:
        return plan_ended(a);
    case Condition::review_answered:
        return reviewed(a);
    case Condition::actions_reviewed:
        return actions_reviewed(a);
    case Condition::referral_complete:
        return referral_complete(a);
    case Condition::referral_passed:
        return of(referral != nullptr && referral->passed_at);
    case Condition::criteria_met:
        return criteria(a);
    case Condition::granted:
        return of(referral != nullptr && referral->verdict == referral::Verdict::granted);
    case Condition::referrer_answered:
        return of(referral != nullptr && referral->answered_at);
    case Condition::identity_linked:
        return of(may_be_named(name_of(book, file)));
    case Condition::rounds:
        return of(a.round() >= atom.at_least);
    }
    return Count::none;
}

} // namespace radslag::workflow
