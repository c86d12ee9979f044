#include "sim/fates.h"

#include <algorithm>

#include "sim/words.h"

namespace radslag::sim {
namespace {

using process::Model;
using process::nowhere;

bool is_early(Model const& model, Ix stage) { return model.stages[stage].before_start; }

// The first stage in which a meeting is held.
Ix meeting_stage(Model const& model) {
    Ix first = static_cast<Ix>(model.stages.size() - 1);
    for (auto const& meeting : model.meetings) first = std::min(first, meeting.stage);
    return first;
}

// A reason of the model's for ending in one of these stages.
std::optional<Aim> stopped_in(Model const& model, bool (*fits)(Model const&, Ix), Chance& chance) {
    std::vector<Aim> able;
    for (auto const& stop : model.stops) {
        auto const until =
            stop.until == nowhere ? static_cast<Ix>(model.stages.size() - 1) : stop.until;
        for (Ix stage = stop.from; stage <= until; ++stage) {
            if (!fits(model, stage)) continue;
            Aim aim;
            aim.rest = Rest::stop;
            aim.of = stop.id;
            aim.stage = stage;
            able.push_back(aim);
        }
    }
    if (able.empty()) return {};
    return chance.pick(able);
}

Aim the_whole_way(Model const& model, Chance& chance) {
    Aim aim;
    aim.rest = Rest::closed;
    aim.says_no = chance.odds(30);
    aim.passes = chance.odds(15);
    aim.acute = chance.odds(6);
    bool const again =
        std::ranges::any_of(model.stages, [](auto const& stage) { return stage.again != nowhere; });
    if (again && chance.odds(35)) aim.rounds = 2;
    return aim;
}

Aim draw_aim(Model const& model, Chance& chance) {
    auto const& shares = phrasebook().habits.shares;
    auto share = [&](std::string_view name) { return chance.odds(shares.at(std::string(name))); };
    if (!share("willing")) {
        bool const to_committee = model.committee && chance.odds(40);
        if (to_committee)
            for (Ix stage = 0; stage < model.stages.size(); ++stage)
                for (auto const& need : model.stages[stage].needs)
                    if (need.what == process::Condition::granted) {
                        Aim aim;
                        aim.rest = Rest::refused;
                        aim.stage = stage;
                        return aim;
                    }
        if (auto aim = stopped_in(model, is_early, chance)) return *aim;
    } else if (!share("held_of_willing")) {
        auto before_meeting = [](Model const& m, Ix stage) {
            return !is_early(m, stage) && stage < meeting_stage(m);
        };
        if (chance.odds(25)) {
            Aim aim;
            aim.rest = Rest::withdrawn;
            for (Ix stage = 0; stage < meeting_stage(model); ++stage)
                if (!is_early(model, stage)) aim.stage = stage;
            return aim;
        }
        if (auto aim = stopped_in(model, before_meeting, chance)) return *aim;
    } else if (!share("followed_up")) {
        auto after = [](Model const& m, Ix stage) { return stage > meeting_stage(m); };
        if (auto aim = stopped_in(model, after, chance)) return *aim;
    }
    return the_whole_way(model, chance);
}

} // namespace

std::optional<Fated> draw_fate(Model const& model, Date day, Chance& chance) {
    for (int tries = 0; tries < 5; ++tries) {
        auto aim = draw_aim(model, chance);
        auto intakes = std::vector<process::Intake const*>{};
        for (auto const& intake : model.intakes) intakes.push_back(&intake);
        chance.shuffle(intakes);
        for (auto const* intake : intakes) {
            aim.intake = intake;
            auto way = Way::to(model, aim, day, chance);
            if (!way) continue;
            way->begin_on(day);
            return Fated{aim, std::move(*way)};
        }
    }
    return {};
}

} // namespace radslag::sim
