#include "process/read.h"

namespace radslag::process {
namespace {

May read_may(Names const& names, Fields& fields, Ix last) {
    May may;
    may.who = fields.who("who", Must::be_filled);
    may.acts = fields.known("acts", "an act", texts_of(act_names()), Must::be_filled);
    may.from = fields.stage("from", 0);
    may.until = fields.stage("until", last);
    may.in_steps =
        fields.known("in_steps", "a step of this model (meeting.step)", names.steps, Must::not_be);
    may.for_whom = fields.who("for_whom");
    may.rule = fields.rule();
    return may;
}

std::vector<See> read_see(Fields& fields, Ix last) {
    See see;
    see.who = fields.who("who", Must::be_filled);
    see.from = fields.stage("from", 0);
    see.until = fields.stage("until", last);
    see.own_only = fields.flag("own_only");
    see.rule = fields.rule();
    std::vector<See> sees;
    for (auto const& what :
         fields.known("what", "a matter", texts_of(words(Matter{})), Must::be_filled)) {
        see.what = *read_word<Matter>(what);
        sees.push_back(see);
    }
    return sees;
}

} // namespace

void read_rights(Reading& reading, Fields& root, Model& model) {
    auto last = static_cast<Ix>(reading.names.stages.size() - 1);
    each_table(reading, root, "may",
               [&](Fields& f) { model.mays.push_back(read_may(reading.names, f, last)); });
    each_table(reading, root, "see", [&](Fields& f) {
        for (auto& see : read_see(f, last)) model.sees.push_back(see);
    });
}

} // namespace radslag::process
