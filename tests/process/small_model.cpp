#include "process/small_model.h"

namespace radslag::process::test {

char const* const small_model = R"(grammar = 1
id = "small"
version = 1
country = "SE"
home_language = "sv"
groups = ["adults"]

[[role]]
id = "main_person"
is = "main_person"
at_least = 1
at_most = 2
source = "R1"

[[role]]
id = "guardian"
is = "speaks_for"
at_most = 4
source = "R1"

[[role]]
id = "relative"
is = "network"
source = "R2"

[[role]]
id = "teacher"
is = "professional"
at_most = 5
source = "R2"

[[role]]
id = "coordinator"
is = "coordinator"
at_least = 1
at_most = 1
offices = ["coordinator"]
outsider = false
incompatible = ["teacher"]
pledge = true
impartial = true
ends = "stage_left:followup"
source = ["R1", "ours"]

[[role]]
id = "referrer"
is = "referrer"
at_most = 1
offices = ["employee"]
outsider = false
source = "ours"

[[intake]]
id = "referred"
way = "referral"
who = ["office:employee"]
stage = "referral"
fields = ["contact", "child"]
anonymous = true
confirms = ["no_notification"]

[[intake]]
id = "offered"
way = "direct"
who = ["office:case_worker"]
stage = "asked"

[[criteria]]
id = "child"
at_least = 1
of = ["truancy", "crime"]

[committee]
every = "6 weeks"
members = ["coordinator"]
chair = ["office:committee"]

[[consent]]
id = "taking_part"
from = ["main_person", "guardian"]
own_voice_from_age = 15
lapses = "case_end"
withdrawn = "stops_case"
source = "R1"

[[consent]]
id = "name"
from = ["guardian"]
lapses = "12 months"
links_identity = true
source = "R3"

[[decides]]
about = ["relative", "teacher"]
who = ["main_person", "guardian"]
each = false
source = "R2"

[[stage]]
id = "referral"
moved_by = ["coordinator"]
before_start = true
needs = [
  { what = "referral_complete", source = "R3" },
  { what = "criteria_met", strength = "method", passed_by = ["coordinator"], source = "R3" },
  { what = "granted", source = "R3" },
  { what = "referrer_answered", source = "R3" },
]

[[stage]]
id = "asked"
moved_by = ["coordinator"]
before_start = true
needs = [
  { what = "named", who = ["main_person"], at_least = 1, source = "R1" },
  { what = "identity_linked", source = "R3" },
  { what = "consent", of = "taking_part", source = "R1" },
  { what = "role", of = "coordinator", source = "R1" },
]

[[stage]]
id = "circle"
moved_by = ["coordinator"]
needs = [
  { what = "own_words", source = "R1" },
  { what = "questions", source = "R1" },
  { what = "decided", who = ["relative"], source = "R2" },
  { what = "invited", who = ["relative", "teacher"], source = "R2" },
  { what = "answered", who = ["relative", "teacher"], source = "R2" },
  { what = "prepared", who = ["relative", "teacher"], strength = "method", passed_by = ["coordinator"], source = "R2" },
  { what = "meeting_planned", of = "conference", source = "ours" },
]

[[stage]]
id = "meeting"
needs = [ { what = "meeting_held", of = "conference", source = "R2" } ]

[[stage]]
id = "plan"
needs = [
  { what = "plan_written", source = "R2" },
  { what = "actions_owned", source = "R2" },
  { what = "plan_ended", of = "gone_through", source = "R2" },
]

[[stage]]
id = "followup"
moved_by = ["coordinator"]
next = ""
again = "followup"
again_by = ["coordinator"]
every = "3 months"
rounds_at_most = 5
needs = [
  { what = "meeting_held", of = "review", source = "R2" },
  { what = "rounds", at_least = 2, strength = "method", passed_by = ["coordinator"], source = "R2" },
]

[preparation]
whom = ["main_person", "relative", "teacher"]
by = ["coordinator"]
ways = ["visit", "phone"]
checks = ["questions"]

[questions]
written_by = ["main_person"]
agreed_by = ["guardian"]

[[meeting]]
id = "conference"
stage = "meeting"
minutes = 180
required = ["teacher"]
needs = [ { what = "consent", of = "taking_part", source = "R1" } ]

  [[meeting.step]]
  id = "information"
  present = ["main_person", "guardian", "relative", "teacher", "coordinator"]
  needs = [
    { what = "present", who = ["main_person"], source = "R1" },
    { what = "accounts", source = "R2" },
    { what = "offers", source = "R2" },
  ]
  source = "R2"

  [[meeting.step]]
  id = "private"
  private = true
  present = ["main_person", "guardian", "relative"]
  source = "R2"

  [[meeting.step]]
  id = "agreement"
  present = ["main_person", "guardian", "relative", "coordinator"]
  back = ["coordinator"]
  back_if_in = "information"
  source = "R2"

[[meeting]]
id = "review"
stage = "followup"
review_questions = ["worked"]

  [[meeting.step]]
  id = "talk"
  present = ["main_person", "guardian", "relative", "coordinator"]
  needs = [
    { what = "actions_reviewed", source = "R2" },
    { what = "review_answered", of = "review", source = "R2" },
  ]
  source = "R2"

[plan]
written_by = "family"
headings = ["better"]

  [[plan.ending]]
  id = "gone_through"
  way = "agreed"
  by = ["teacher"]
  may_send_back = true
  source = "R2"

[[deadline]]
id = "hold"
starts = "stage_left:asked"
ends = "meeting_end:conference"
within = "8 weeks"
acute_within = "2 weeks"
warn = "1 week"
whose = ["coordinator"]
source = "ours"

[[questionnaire]]
id = "after"
after = "conference"
who = ["relative"]
questions = [ { id = "heard", answer = "scale" } ]

[[stop]]
id = "withdrawn"
by = ["coordinator"]
from = "asked"
until = "plan"

[[may]]
who = ["office:manager"]
acts = ["assign"]

[[may]]
who = ["coordinator"]
acts = ["declare_impartial", "move_on", "pass_gate", "judge_criteria", "answer_referrer"]

[[may]]
who = ["office:committee"]
acts = ["decide_referral"]
until = "referral"

[[may]]
who = ["coordinator"]
acts = ["name_person", "speak_for", "link_identity", "stop_case", "write_words"]
from = "asked"

[[may]]
who = ["main_person", "guardian"]
acts = ["give_consent", "withdraw_consent"]
from = "asked"

[[may]]
who = ["coordinator"]
acts = ["write_question", "agree_questions", "decide_invitation", "write_words"]
for_whom = ["main_person", "guardian"]
from = "circle"

[[may]]
who = ["coordinator"]
acts = ["invite", "record_preparation", "plan_meeting"]
from = "circle"

[[may]]
who = ["relative", "teacher"]
acts = ["record_answer"]
from = "circle"

[[may]]
who = ["coordinator"]
acts = ["open_meeting", "next_step", "end_meeting"]
from = "meeting"

[[may]]
who = ["coordinator"]
acts = ["arrive"]
from = "meeting"
for_whom = ["main_person", "guardian", "relative", "teacher", "coordinator"]

[[may]]
who = ["teacher"]
acts = ["give_account", "offer_support"]
from = "meeting"
until = "meeting"
in_steps = ["conference.information"]

[[may]]
who = ["main_person", "relative"]
acts = ["write_action", "hand_over_plan"]
from = "meeting"
until = "plan"

[[may]]
who = ["teacher"]
acts = ["answer_plan"]
from = "plan"
until = "plan"

[[may]]
who = ["relative"]
acts = ["report_action", "answer_review", "answer_questionnaire"]
from = "meeting"

[[may]]
who = ["coordinator"]
acts = ["go_round"]
from = "followup"

[[see]]
what = ["people", "questions"]
who = ["coordinator"]
from = "asked"

[[see]]
what = ["judgement"]
who = ["office:committee"]
until = "referral"

[[see]]
what = ["plan"]
who = ["main_person", "relative"]
from = "meeting"
own_only = true
)";

char const* const small_texts = R"([model]
name = "A small model"
summary = "For tests."
[group]
adults = "Adults"
[role]
main_person = "main person"
guardian = "guardian"
relative = "relative"
teacher = "teacher"
coordinator = "coordinator"
referrer = "referrer"
[roles]
main_person = "main persons"
guardian = "guardians"
relative = "relatives"
teacher = "teachers"
coordinator = "coordinators"
referrer = "referrers"
[stage]
referral = "Referral"
asked = "First contact"
circle = "Circle"
meeting = "Meeting"
plan = "Plan"
followup = "Follow-up"
[stage_now]
referral = "The committee looks at the referral."
asked = "We find out whether you want it."
circle = "We find out who shall come."
meeting = "The conference is held."
plan = "The plan is gone through."
followup = "We see how it goes."
[move_on]
referral = "Go on to first contact"
asked = "Go on to the circle"
circle = "Go on to the meeting"
followup = "Close"
[go_round]
followup = "Meet once more"
[meeting]
conference = "Conference"
review = "Review"
[step]
conference.information = "Information"
conference.private = "Private part"
"conference.agreement" = "Agreement"
review.talk = "Talk"
[step_about]
conference.information = "Everyone tells."
conference.private = "The family is alone."
conference.agreement = "We go through the plan."
review.talk = "We look back."
[consent]
taking_part = "I want to take part."
name = "You may know our name."
[intake]
referred = "Referral"
offered = "Offered"
[field]
referred.contact = "How do we reach you?"
referred.child = "How is the child?"
[confirm]
referred.no_notification = "This is no notification."
[axis]
child = "The child"
[criterion]
child.truancy = "Truancy"
child.crime = "Crime"
[check]
questions = "Questions gone through"
[review]
review.worked = "What worked?"
[heading]
better = "What can be better"
[ending]
gone_through = "Gone through"
[deadline]
hold = "Hold the conference"
[questionnaire]
after = "Afterwards"
[ask]
after.heard = "Were you heard?"
[stop]
withdrawn = "Withdrawn"
[need]
stage.circle.1 = "Own words are there"
)";

std::vector<ModelFile> small_files() {
    std::vector<ModelFile> files{{model_path, small_model}};
    for (auto const* language : {"sv", "da", "en"})
        files.push_back({std::string("models/small/1/texts.") + language + ".toml", small_texts});
    return files;
}

ModelFile small_requirements() {
    return {"models/requirements.toml", R"([[requirement]]
id = "R1"
strength = ["hard"]
statement = "One."
[[requirement]]
id = "R2"
strength = ["hard", "method"]
statement = "Two."
[[requirement]]
id = "R3"
strength = ["offer"]
statement = "Three."
)"};
}

} // namespace radslag::process::test
