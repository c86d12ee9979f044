#include "workflow/facts.h"

#include <algorithm>

namespace radslag::workflow {

using people::Person;

conference::Assignment const* assignment_of(CaseFile const& file, PersonId const& person) {
    conference::Assignment const* found = nullptr;
    for (auto const& a : file.all<conference::Assignment>())
        if (a.person == person && (found == nullptr || a.holds())) found = &a;
    return found;
}

bool is_ready(RuleBook const& book, CaseFile const& file, Person const& person) {
    if (!person.is_here()) return false;
    if (!person.staff) return true;
    auto const* assignment = assignment_of(file, person.id);
    auto ix = book.model().role(person.role);
    if (assignment == nullptr || ix == process::nowhere) return false;
    return is_open(book.model().roles[ix], holding_of(*assignment));
}

Holding holding_of(conference::Assignment const& a) {
    return {a.holds(), a.pledged_at.has_value(), a.impartial == conference::Impartial::yes, true};
}

bool is_shut_out(CaseFile const& file, PersonId const& person) {
    return people::is_shut_out(file.all<people::Speaks>(), person);
}

std::vector<Person const*> people_in(RuleBook const& book, CaseFile const& file, Who who) {
    std::vector<Person const*> found;
    for (auto const& person : file.all<Person>())
        if (book.is_in(who, person.role) && is_ready(book, file, person)) found.push_back(&person);
    return found;
}

namespace {

// Of the age of main persons alone something depends.
bool is_younger(RuleBook const& book, Person const& person, Date today, int age) {
    return person.born && book.function(person.role) == process::Function::main_person &&
           people::age_on(*person.born, today) < age;
}

} // namespace

std::vector<Person const*> asked(RuleBook const& book, CaseFile const& file, Date today,
                                 process::Consent const& consent) {
    std::vector<Person const*> found;
    for (auto const* person : people_in(book, file, consent.from)) {
        auto voice = voice_of(book, file, today, *person);
        voice.own_voice = !is_younger(book, *person, today, consent.own_voice_from_age);
        if (is_asked(consent, voice)) found.push_back(person);
    }
    return found;
}

bool has_own_voice(RuleBook const& book, Person const& person, Date today) {
    int age = 0;
    for (auto const& consent : book.model().consents)
        if (consent.withdrawn == process::Withdrawn::stops_case)
            age = std::max(age, consent.own_voice_from_age);
    return !is_younger(book, person, today, age);
}

Part voice_of(RuleBook const& book, CaseFile const& file, Date today, Person const& person) {
    Part part;
    part.role = book.model().role(person.role);
    part.ready = is_ready(book, file, person);
    part.shut_out = is_shut_out(file, person.id);
    part.silent = people::speaks_for_nobody(file.all<people::Speaks>(), person.id);
    part.own_voice = has_own_voice(book, person, today);
    return part;
}

Part guest_of(RuleBook const& book, CaseFile const& file, Date today, Person const& person) {
    auto part = voice_of(book, file, today, person);
    part.said = standing_of(book, file, today, person);
    part.invited = invitation_ahead(book, file, person.id) != nullptr;
    return part;
}

Part seat_of(RuleBook const& book, CaseFile const& file, meeting::Meeting const& meeting,
             process::Step const& step, Person const& person) {
    Part part;
    part.role = book.model().role(person.role);
    part.ready = is_ready(book, file, person);
    part.shut_out = is_shut_out(file, person.id);
    part.was_in_step_asked = meeting::was_in(file.all<meeting::Seat>(), meeting.id, person.id,
                                             step.back_if_in);
    return part;
}

Name name_of(RuleBook const& book, CaseFile const& file) {
    auto const* intake = book.model().intake(file.conference().intake);
    auto const& referrals = file.all<referral::Referral>();
    Name name;
    name.anonymous = intake != nullptr && intake->anonymous;
    if (referrals.empty()) return name;
    name.granted = referrals.front().verdict == referral::Verdict::granted;
    name.linked = referrals.front().identity_at.has_value();
    return name;
}

std::vector<PersonId> deciders(RuleBook const& book, CaseFile const& file, Date today,
                               process::Decides const& rule) {
    std::vector<PersonId> found;
    for (auto const* person : people_in(book, file, rule.who))
        if (decides(rule, voice_of(book, file, today, *person))) found.push_back(person->id);
    return found;
}

process::Decides const* decides_about(RuleBook const& book, std::string const& role) {
    auto const ix = book.model().role(role);
    return ix == process::nowhere ? nullptr : decides_about(book, ix);
}

bool somebody_is_named(CaseFile const& file) {
    auto const& all = file.all<Person>();
    return std::any_of(all.begin(), all.end(),
                       [](Person const& p) { return p.is_here() && !p.staff; });
}

circle::Standing standing_of(RuleBook const& book, CaseFile const& file, Date today,
                             Person const& person) {
    auto const* rule = decides_about(book, person.role);
    if (rule == nullptr) return circle::Standing::yes;
    return circle::standing(file.all<circle::Decision>(), person.id, deciders(book, file, today, *rule),
                            rule->each);
}

std::optional<Ahead> meeting_ahead(RuleBook const& book, CaseFile const& file) {
    auto const& all = file.all<meeting::Meeting>();
    auto const round = file.conference().round;
    auto const* next = meeting::current(all);
    if (next != nullptr && next->is_open()) return Ahead{next->meeting, next->round};
    auto const& model = book.model();
    auto stage = model.stage(file.conference().stage);
    // `next` leads on, never round (process/ sees to it).
    for (; stage != process::nowhere; stage = model.stages[stage].next)
        for (auto const& rule : model.meetings)
            if (rule.stage == stage && !meeting::was_held(all, rule.id, round))
                return Ahead{rule.id, round};
    if (next != nullptr) return Ahead{next->meeting, next->round};
    return {};
}

bool is_ended(RuleBook const& book, CaseFile const& file, process::Ending const& ending) {
    auto const* plan = plan::standing(file.all<plan::Plan>());
    if (plan == nullptr) return false;
    std::vector<PersonId> answering;
    for (auto const* p : people_in(book, file, ending.by))
        if (!is_shut_out(file, p->id)) answering.push_back(p->id);
    auto const& given = file.all<plan::EndingAnswer>();
    // Where one is enough, their yes stays a yes when they have left the case.
    if (!ending.each)
        for (auto const& answer : given) answering.push_back(answer.by);
    return plan::is_ended(given, plan->id, ending.id, answering, ending.each,
                          plan::changed_at(*plan, file.all<plan::Action>()));
}

bool has_place(process::Meeting const& meeting, Ix role) {
    return std::any_of(meeting.steps.begin(), meeting.steps.end(),
                       [&](process::Step const& step) { return step.present.has(role); });
}

circle::Invitation const* invitation_ahead(RuleBook const& book, CaseFile const& file,
                                           PersonId const& person) {
    auto const ahead = meeting_ahead(book, file);
    if (!ahead) return nullptr;
    return circle::invitation_of(file.all<circle::Invitation>(), person, ahead->meeting,
                                 ahead->round);
}

bool takes_part(RuleBook const& book, CaseFile const& file, Date today, Person const& person) {
    if (!is_ready(book, file, person) || is_shut_out(file, person.id)) return false;
    if (standing_of(book, file, today, person) != circle::Standing::yes) return false;
    auto const* invitation = invitation_ahead(book, file, person.id);
    return invitation == nullptr || !invitation->answer || invitation->comes();
}

std::vector<Person const*> absent(RuleBook const& book, CaseFile const& file,
                                  meeting::Meeting const& held) {
    std::vector<Person const*> found;
    auto const* rule = book.model().meeting(held.meeting);
    if (rule == nullptr || !held.was_held()) return found;
    for (auto const* person : people_in(book, file, rule->required))
        if (circle::invitation_of(file.all<circle::Invitation>(), person->id, held.meeting,
                                  held.round) != nullptr &&
            meeting::seat_of(file.all<meeting::Seat>(), held.id, person->id) == nullptr)
            found.push_back(person);
    return found;
}

bool has_more_rounds(process::Stage const& stage, std::int64_t round) {
    if (stage.again == process::nowhere) return false;
    return stage.rounds_at_most == 0 || round < stage.rounds_at_most;
}

Facts abstract(RuleBook const& book, CaseFile const& file, Circumstances const& around) {
    auto const& conference = file.conference();
    Facts facts;
    facts.stage = book.model().stage(conference.stage);
    facts.first_round = conference.round == 1;
    facts.status = conference.status;
    for (auto const& atom : book.atoms()) facts.atoms.push_back(count(book, file, around, atom));
    for (auto const& need : book.need_ids()) {
        auto const& waivers = file.all<conference::Waiver>();
        facts.waived.push_back(std::any_of(waivers.begin(), waivers.end(), [&](auto const& w) {
            return w.need == need && w.round == conference.round;
        }));
    }
    if (auto const* now = meeting::current(file.all<meeting::Meeting>())) {
        facts.meeting = book.place_of_meeting(now->meeting);
        facts.meeting_state = now->is_planned()    ? MeetingState::planned
                              : now->paused_at     ? MeetingState::paused
                                                   : MeetingState::open;
        if (now->is_open()) facts.step = now->step;
    }
    return facts;
}

} // namespace radslag::workflow
