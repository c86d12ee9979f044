// An act is sent, and what came of it is kept in mind.
#include <algorithm>

#include "sim/play.h"

namespace radslag::sim {
namespace {

std::string text_in(commands::Request const& request, std::string const& field) {
    auto at = request.fields.find(field);
    auto const* text = at == request.fields.end() ? nullptr : std::get_if<std::string>(&at->second);
    return text == nullptr ? std::string{} : *text;
}

} // namespace

bool Play::send(Sight& sight, Wish wish) {
    auto const* can = sight.can(wish.act);
    if (can == nullptr) return false;
    if (can->about && !has(*can->about, wish.about)) return false;
    if (wish.for_whom.empty() && !can->own_name) wish.for_whom = chance_.pick(can->for_whom).id;
    if (!wish.for_whom.empty() && !has(can->for_whom, wish.for_whom)) return false;
    auto request = filler_.fill(wish, sight, is_nameless(), day());
    request.id = ActId::make(ground_.world.random);
    ground_.clock.set(std::min(now_, ground_.until));
    auto done = ground_.wire.send(sight.who, id_, wish.act, request);
    // Who is to be seen in a step of a meeting has to come there before the moment at which all is
    // looked at.
    bool const hurries = in_meeting_ && aim_.rest == Rest::step;
    go_on(hurries ? chance_.between(0, 1) : chance_.between(1, 5));
    if (!done) {
        ++told_.refused;
        for (auto const& why : done.error().why)
            ++told_.refusals[wish.act + ": " + why.code + " " + why.field];
        return false;
    }
    ++told_.acts;
    if (ground_.human && share("answers_twice")) {
        auto again = filler_.fill(wish, sight, is_nameless(), day());
        again.id = ActId::make(ground_.world.random);
        static_cast<void>(ground_.wire.send(sight.who, id_, wish.act, again));
    }
    sight.seen.version = std::max(sight.seen.version, done->version);
    remember(sight, wish, request, *done);
    return true;
}

void Play::remember(Sight const& sight, Wish const& wish, commands::Request const& request,
                    view::Done const& done) {
    ++times_["done " + wish.act];
    if (wish.act == "link_identity") linked_ = true;
    if (wish.act == "assign")
        held_.push_back({StaffId{text_in(request, "staff")}, text_in(request, "role")});
    if (wish.act == "hand_over") { // whoever sees no people learns it from the one who has it now
        auto const* person = sight.person(wish.about);
        held_.push_back(
            {StaffId{text_in(request, "staff")}, person == nullptr ? std::string{} : person->role});
    }
    if (wish.act == "answer_plan" && text_in(request, "answer") == "send_back") {
        is_sent_back_ = true;
        if (aim_.rest == Rest::sent_back) finish();
    }
    for (auto const& name : done.happened) {
        if (name == "case_stopped") status_ = "stopped";
        if (name == "case_closed") status_ = "closed";
        if (name == "postpone") status_ = "postponed";
    }
    if (status_ != "running" && (status_ != "postponed" || aim_.rest == Rest::postponed)) finish();
}

} // namespace radslag::sim
