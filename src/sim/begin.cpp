// Who comes to a case, what is left undone in it, and how it begins.
#include <algorithm>

#include "sim/play.h"

namespace radslag::sim {
namespace {

using process::Function;
using process::Strength;

Wanted wanted_by(process::Model const& model, Aim const& aim, Chance& chance) {
    Wanted wanted;
    bool speaks = false, must = false, own_voice = false;
    for (auto const& role : model.roles) {
        if (role.is == Function::speaks_for) {
            speaks = true;
            must = must || role.at_least > 0;
        }
        if (role.is == Function::main_person && role.at_most > 1)
            wanted.mains = chance.odds(8) ? 2 : 1;
    }
    for (auto const& consent : model.consents)
        own_voice = own_voice || consent.own_voice_from_age > 0;
    wanted.anonymous = aim.intake->anonymous;
    wanted.child = speaks && (wanted.anonymous || must || (own_voice && chance.odds(55)));
    if (!wanted.child || wanted.anonymous) wanted.mains = 1;
    wanted.network = chance.between(2, 5);
    wanted.professionals = chance.between(2, 3);
    return wanted;
}

bool is_hard_in(std::vector<process::Need> const& needs, process::Condition what,
                std::string const& of) {
    return std::ranges::any_of(needs, [&](process::Need const& need) {
        return need.what == what && need.of == of && need.rule.strength == Strength::hard;
    });
}

// An earlier gate on the way, of a stage or a meeting, cannot be passed without it.
bool is_asked_before(process::Model const& model, Way const& way, process::Condition what,
                     std::string const& of) {
    for (std::size_t i = 0; i + 1 < way.legs().size(); ++i) {
        auto const stage = way.legs()[i].stage;
        if (is_hard_in(model.stages[stage].needs, what, of)) return true;
        for (auto const& meeting : model.meetings) {
            if (meeting.stage != stage) continue;
            if (is_hard_in(meeting.needs, what, of)) return true;
            for (auto const& step : meeting.steps)
                if (is_hard_in(step.needs, what, of)) return true;
        }
    }
    return false;
}

} // namespace

Play::Play(Ground const& ground, Town const& town, workflow::RuleBook const& book, Aim aim, Way way,
           Chance chance)
    : ground_(ground),
      town_(town),
      book_(book),
      aim_(std::move(aim)),
      way_(std::move(way)),
      chance_(std::move(chance)),
      home_(invent(*town.tongue, wanted_by(book.model(), aim_, chance_), way_.legs().front().from,
                   chance_)),
      filler_(home_, chance_.branch()),
      stage_(aim_.intake->stage) {
    linked_ = !aim_.intake->anonymous;
    leave_undone();
    now_ = at_work(way_.legs().front().from);
    next_ = now_;
}

// Where it is to rest in a stage that goes on by itself, something must be missing.
void Play::leave_undone() {
    bool const stays = aim_.rest == Rest::stage || aim_.rest == Rest::postponed ||
                       aim_.rest == Rest::stop || aim_.rest == Rest::withdrawn;
    if (!stays) return;
    auto const& gate = book_.gate_of_stage(way_.legs().back().stage);
    bool const by_itself = model().stages[way_.legs().back().stage].moved_by.empty();
    for (auto const& asked : gate.needs)
        if (chance_.odds(45)) undone_.insert(asked.need->id);
    if (!by_itself) return;
    for (auto at = gate.needs.rbegin(); at != gate.needs.rend(); ++at) {
        auto const& need = *at->need;
        // Where everybody came there is nothing to follow up: that alone keeps nothing open.
        if (need.rule.strength == Strength::offer ||
            need.what == process::Condition::absence_followed_up ||
            is_asked_before(model(), way_, need.what, need.of))
            continue;
        avoided_.insert({need.what, need.of});
        undone_.insert(need.id);
        return;
    }
}

void Play::begin() {
    std::vector<commands::Staff const*> able;
    for (auto const& one : town_.staff)
        if ((aim_.intake->who.offices & one.offices) != 0) able.push_back(&one);
    chance_.shuffle(able);
    for (auto const* one : able)
        if (begin_as(*one)) return plan_next(true);
    next_.reset(); // nobody in this town begins one
}

bool Play::begin_as(commands::Staff const& one) {
    ground_.clock.set(now_);
    auto const who = town_.caller(one);
    auto const desk = commands::look_at_desk(ground_.world, who);
    if (!desk) return false;
    bool const referral = aim_.intake->way == process::IntakeWay::referral;
    std::string const act = referral ? "refer" : "open_case";
    auto const can = std::ranges::find(desk->can, act, &view::Can::act);
    auto const intake = model().id + "/" + aim_.intake->id;
    if (can == desk->can.end()) return false;
    auto request = filler_.begin(*can, intake, referral, aim_.acute);
    request.id = ActId::make(ground_.world.random);
    auto done = ground_.wire.send(who, {}, act, request);
    if (!done) {
        ++told_.refused;
        for (auto const& why : done.error().why)
            ++told_.refusals[act + ": " + why.code + " " + why.field];
        return false;
    }
    ++told_.acts;
    id_ = CaseId{done->case_id};
    held_.push_back({one.id, {}}); // in which role, the case tells
    return true;
}

} // namespace radslag::sim
