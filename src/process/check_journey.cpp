#include "process/checker.h"

#include <algorithm>

namespace radslag::process {
namespace {

// The stages of the circle that begins in `start`, in order; empty when `next` leads out of it.
std::vector<std::string> circle_from(Model const& model, Ix start) {
    std::vector<std::string> names;
    Ix at = start;
    while (at != nowhere && names.size() <= model.stages.size()) {
        names.push_back(model.stages[at].id);
        at = model.stages[at].next;
        if (at == start) return names;
    }
    return {};
}

void check_circles(Checker& check) {
    std::set<std::string> told;
    for (Ix i = 0; i < check.model.stages.size(); ++i) {
        auto circle = circle_from(check.model, i);
        if (circle.empty() || told.contains(circle.front())) continue;
        told.insert(circle.begin(), circle.end());
        // The link that leads back stands at the last of them in the file.
        Ix last = 0;
        for (auto const& name : circle) last = std::max(last, check.model.stage(name));
        check.complain(
            fmt::format("stage.{}.next", last),
            fmt::format("{} lead{} round in a circle through `next`, so that a case there "
                        "can never end.",
                        listed(circle), circle.size() == 1 ? "s" : ""),
            "Let `next` lead on; a new round is written with `again`.");
    }
}

// Whoever goes on from a stage must still be there when its meeting is over.
void check_movers_stay(Checker& check, Ix place, std::string const& at) {
    auto const& stage = check.model.stages[place];
    Who gone;
    each_role(stage.moved_by, [&](Ix role) {
        auto const& ends = check.model.roles[role].ends;
        if (!ends || ends->kind != MomentKind::meeting_end) return;
        for (auto const& need : stage.needs)
            if (need.what == Condition::meeting_held && need.of == ends->of) gone.add(role);
    });
    if (!gone.empty() && gone == stage.moved_by)
        check.complain(at + ".moved_by",
                       fmt::format("A case cannot leave {}: the access of {} ends with the meeting "
                                   "that it waits for.",
                                   quoted(stage.id), check.names(gone)),
                       "Let the role end with `stage_left`, or let others move on.");
}

void check_stage(Checker& check, Ix place) {
    auto const& stage = check.model.stages[place];
    auto at = fmt::format("stage.{}", place);
    auto called = "The stage " + quoted(stage.id);
    if (!check.reachable(place))
        return check.complain(at, called + " is never reached: no intake and no stage leads there.",
                              "Let an intake begin there or a `next` lead there, or take it away.");
    if (stage.again != nowhere && stage.again > place)
        check.complain(at + ".again", called + " leads forward with `again`.",
                       "A new round begins in the same or an earlier stage; forward leads `next`.");
    if (stage.moved_by.empty() && stage.needs.empty())
        check.complain(at,
                       called + " asks for nothing and nobody moves on from it, so no case stays.",
                       "Add `moved_by` or `needs`, or take the stage away.");
    Way here = check.within({place});
    if (auto const mute = check.may_not(stage.moved_by, "move_on", here); !mute.empty())
        check.complain(at + ".moved_by",
                       fmt::format("A case is moved from {} by {}, who may not `move_on` there.",
                                   quoted(stage.id), check.names(mute)),
                       "Add a [[may]] with the act `move_on` for them in this stage.");
    check_movers_stay(check, place, at);
    if (auto const mute = check.may_not(stage.again_by, "go_round", here); !mute.empty())
        check.complain(at + ".again_by",
                       fmt::format("A round is begun in {} by {}, who may not `go_round` there.",
                                   quoted(stage.id), check.names(mute)),
                       "Add a [[may]] with the act `go_round` for them in this stage.");
    // A round that is the last one from the beginning can never be begun.
    if (stage.again != nowhere && stage.rounds_at_most == 1)
        check.complain(at + ".rounds_at_most",
                       called + " has rounds with `again`, yet at most one: no second can begin.",
                       "Raise `rounds_at_most`, or take `again` away.");
    std::vector<std::string> stuck;
    auto const& ways = check.ways_to(place);
    for (auto const& [intake, way] : ways)
        if (!stage.moved_by.empty() && !check.someone(stage.moved_by, way))
            stuck.push_back(intake->id);
    if (!stuck.empty())
        check.complain(at + ".moved_by",
                       fmt::format("A case cannot leave {}{}: nobody can be {} by then.",
                                   quoted(stage.id), Checker::told_intakes(stuck, ways.size()),
                                   check.names(stage.moved_by)),
                       "Let somebody be named or assigned to it earlier.");
}

} // namespace

void check_journey(Checker& check) {
    auto const& model = check.model;
    check_circles(check);
    for (Ix i = 0; i < model.stages.size(); ++i) check_stage(check, i);
    for (std::size_t i = 0; i < model.intakes.size(); ++i)
        if (model.intakes[i].who.roles != 0)
            check.complain(
                fmt::format("intake.{}.who", i),
                fmt::format("The intake {} is started by {}, but nobody has a role before "
                            "there is a case.",
                            quoted(model.intakes[i].id),
                            check.names({model.intakes[i].who.roles, 0})),
                "Name offices, such as \"office:case_worker\".");
    for (std::size_t i = 0; i < model.stops.size(); ++i) {
        auto const& stop = model.stops[i];
        auto at = fmt::format("stop.{}", i);
        std::vector<Ix> then;
        for (Ix stage : check.everywhere.stages)
            if (stage >= stop.from && stage <= stop.until) then.push_back(stage);
        if (stop.from > stop.until)
            check.complain(at + ".until",
                           fmt::format("The stop {} ends before it begins.", quoted(stop.id)),
                           "Let `until` be the same stage as `from` or a later one.");
        else if (auto const mute = check.may_not(stop.by, "stop_case", check.within(then));
                 !mute.empty())
            check.complain(at + ".by",
                           fmt::format("The stop {} is said by {}, who may not `stop_case` then.",
                                       quoted(stop.id), check.names(mute)),
                           "Add a [[may]] with the act `stop_case` for them in these stages.");
    }
}

} // namespace radslag::process
