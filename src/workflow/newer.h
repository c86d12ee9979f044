#pragma once
// A running case goes over to a newer version of its model: it keeps what it is, and what the newer
// version asks for on the way to where it stands is there. Else it keeps the version it began with.
#include "workflow/follow.h"

namespace radslag::workflow {

// Codes meeting.still_open; model.lacks with the fact "what": "stage.circle", a key of texts
// (process/texts.h) or "need." and its id, something that the case names and the newer version does
// not have, or means something else by; model.asks_more with the fact "needs": needs, deciders
// ("decides.friend"), roles, the intake or the way to the stage that the case does not satisfy.
// What the present version asked for on the way, too, and lacks now, is not asked anew.
Result<void> may_go_over(RuleBook const& now, RuleBook const& next, CaseFile const& file,
                         Circumstances const& around);

// Deadlines of the newer version that would run had the case begun with it: they start on the day
// on which they would have, and later by the days on which the case rested. `past`: all that
// happened before in the case; the draft is under the newer version.
void begin_dues(Draft& draft, process::Model const& before, std::vector<Happening> const& past,
                std::string const& zone);

} // namespace radslag::workflow
