// Damage to the work around the meetings, and to who may and sees what.
#include "process/damage.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

class Rights : public testing::TestWithParam<Damage> {};
TEST_P(Rights, IsTold) { expect_told(GetParam()); }

Damage const work[] = {
    {"criteria_too_many",
     {{"at_least = 1\nof = [", "at_least = 3\nof = ["}},
     "3\nof",
     "`child` ask for 3 of 2",
     "Lower `at_least`"},
    {"ending_by_nobody",
     {{"  by = [\"teacher\"]", "  by = []"}},
     "[]",
     "`gone_through` can be given by nobody: `by` is empty",
     "Name who gives it",
     1},
    {"ending_by_unable",
     {{"acts = [\"answer_plan\"]", "acts = [\"ask_clarification\"]"}},
     "[\"teacher\"]\n  may_send_back",
     "nobody may `answer_plan` by or for `teacher`",
     "act `answer_plan`",
     2},
    {"ending_by_each",
     {{"  by = [\"teacher\"]", "  by = [\"teacher\", \"relative\"]\n  each = true"}},
     "[\"teacher\", \"relative\"]",
     "`answer_plan` by or for `relative`",
     "act `answer_plan`",
     2},
    {"deadline_never_starts",
     {{"starts = \"stage_left:asked\"", "starts = \"act:make_acute\""}},
     "\"act:make_acute\"",
     "starts with `act:make_acute`, which never happens",
     "somebody may do"},
    {"deadline_backwards",
     {{"starts = \"stage_left:asked\"", "starts = \"stage_left:plan\""}},
     "\"meeting_end:conference\"",
     "ends before it starts",
     "comes after"},
    {"acute_is_slower",
     {{"acute_within = \"2 weeks\"", "acute_within = \"3 months\""}},
     "\"3 months\"\nwarn",
     "gives acute cases more time",
     "shorter than `within`"},
    {"warns_too_early",
     {{"warn = \"1 week\"", "warn = \"8 weeks\""}},
     "\"8 weeks\"\nwhose",
     "warns before it has started",
     "shorter"},
    {"nobody_fills_in",
     {{", \"answer_questionnaire\"]", "]"}},
     "[\"relative\"]\nquestions",
     "nobody may `answer_questionnaire`",
     "act `answer_questionnaire`"},
};
INSTANTIATE_TEST_SUITE_P(Work, Rights, testing::ValuesIn(work), name_of_damage);

Damage const rights[] = {
    {"no_committee",
     {{"[committee]\nevery = \"6 weeks\"\nmembers = [\"coordinator\"]\nchair = "
       "[\"office:committee\"]\nno_stop = \"not_suitable\"\n",
       ""}},
     "\"decide_referral\"]",
     "`decide_referral` makes no sense here: the model has not [committee]",
     "add [committee]",
     3},
    {"no_stops",
     {{"[[stop]]\nid = \"not_suitable\"\nby = [\"coordinator\"]\nuntil = \"asked\"\n", ""},
      {"[[stop]]\nid = \"withdrawn\"\nby = [\"coordinator\"]\nfrom = \"asked\"\nuntil = "
       "\"plan\"\n",
       ""},
      {"no_stop = \"not_suitable\"\n", ""}},
     "\"stop_case\"",
     "the model has not [[stop]]",
     "add [[stop]]",
     7},
    {"no_deadline_to_extend",
     {{"acts = [\"assign\"]", "acts = [\"assign\", \"choose_purpose\"]"}},
     "\"choose_purpose\"",
     "not `purposes` in [questions]",
     "Take `choose_purpose` away"},
    {"nothing_to_judge_seen",
     {{"[[criteria]]\nid = \"child\"\nat_least = 1\nof = [\"truancy\", "
       "\"crime\"]\n\n[committee]\nevery = \"6 weeks\"\nmembers = [\"coordinator\"]\nchair = "
       "[\"office:committee\"]\nno_stop = \"not_suitable\"\n",
       ""}},
     "\"judgement\"]",
     "`judgement` makes no sense here",
     "[[criteria]] or [committee]",
     15},
    {"may_backwards",
     {{"from = \"meeting\"\nuntil = \"plan\"", "from = \"meeting\"\nuntil = \"circle\""}},
     "\"circle\"\n\n[[may]]\nwho = [\"teacher\"]\nacts = [\"answer_plan\"]",
     "ends in `circle` before it begins in `meeting`",
     "or a later one",
     5},
    {"see_backwards",
     {{"own_only = true", "until = \"circle\"\nown_only = true"}},
     "\"circle\"\nown_only",
     "before it begins in `meeting`",
     "or a later one"},
    {"second_see_backwards",
     {{"what = [\"judgement\"]\nwho = [\"office:committee\"]\nuntil = \"referral\"",
       "what = [\"judgement\"]\nwho = [\"office:committee\"]\nfrom = \"asked\"\nuntil = "
       "\"referral\""}},
     "\"referral\"\n\n[[see]]\nwhat = [\"plan\"]",
     "before it begins in `asked`",
     "or a later one"},
    {"step_in_other_stage",
     {{"from = \"meeting\"\nuntil = \"meeting\"\nin_steps",
       "from = \"plan\"\nuntil = \"plan\"\nin_steps"}},
     "\"conference.information\"]",
     "is in the stage `meeting`, where this does not hold",
     "span that stage",
     3},
    {"nobody_of_them_there",
     {{"who = [\"relative\"]\nacts = [\"report_action\"",
       "who = [\"referrer\"]\nin_steps = [\"review.talk\"]\nfor_whom = [\"relative\"]\nacts = "
       "[\"report_action\""}},
     "\"review.talk\"",
     "Nobody of `referrer` is present in the step `review.talk`",
     "somebody who is present"},
    {"no_meeting_then",
     {{"acts = [\"assign\"]", "acts = [\"assign\", \"pause_meeting\"]\nuntil = \"asked\""}},
     "\"pause_meeting\"",
     "only in stages where no meeting is held",
     "span the stage of a meeting"},
};
INSTANTIATE_TEST_SUITE_P(Rights, Rights, testing::ValuesIn(rights), name_of_damage);

} // namespace
} // namespace radslag::process::test
