#include "sim/aim.h"

#include <algorithm>

namespace radslag::sim {
namespace {

using process::Deadline;
using process::Model;
using process::MomentKind;
using process::nowhere;

constexpr std::size_t legs_at_most = 60;

struct Stop {
    Ix stage;
    std::int64_t round;
};

std::int64_t rounds_asked_by(process::Stage const& stage) {
    std::int64_t most = 1;
    for (auto const& need : stage.needs)
        if (need.what == process::Condition::rounds)
            most = std::max<std::int64_t>(most, need.at_least);
    return most;
}

// The stages it goes through, in order; empty when it never comes there.
std::vector<Stop> stops_on_the_way(Model const& model, Aim const& aim) {
    std::vector<Stop> way;
    Stop now{aim.intake->stage, 1};
    while (way.size() < legs_at_most && now.stage != nowhere) {
        way.push_back(now);
        auto const& stage = model.stages[now.stage];
        auto const rounds =
            aim.rest == Rest::closed ? std::max(aim.rounds, rounds_asked_by(stage)) : aim.rounds;
        bool const again = stage.again != nowhere && now.round < rounds &&
                           (stage.rounds_at_most == 0 || now.round < stage.rounds_at_most);
        if (aim.rest == Rest::closed) {
            if (!again && stage.next == nowhere) return way;
        } else if (now.stage == aim.stage && now.round >= aim.rounds) {
            return way;
        }
        now = again ? Stop{stage.again, now.round + 1} : Stop{stage.next, now.round};
    }
    return {};
}

int days_of(Span span) { return span.months * 30 + span.days; }

bool begins_in(Deadline const& rule, std::string const& stage, std::string const& before) {
    return (rule.starts.kind == MomentKind::stage_entered && rule.starts.of == stage) ||
           (rule.starts.kind == MomentKind::stage_left && rule.starts.of == before);
}

// The shortest time that the model gives from when this stage is entered; nothing: it gives none.
std::optional<int> time_given(Model const& model, std::vector<Stop> const& way, std::size_t i,
                              bool acute) {
    std::optional<int> found;
    auto const& stage = model.stages[way[i].stage].id;
    auto const before = i == 0 ? std::string{} : model.stages[way[i - 1].stage].id;
    for (auto const& rule : model.deadlines) {
        if (!begins_in(rule, stage, before)) continue;
        auto const days = days_of(acute && rule.acute_within ? *rule.acute_within : rule.within);
        if (!found || days < *found) found = days;
    }
    return found;
}

bool is_held_in(Model const& model, Ix stage) {
    return std::ranges::any_of(model.meetings, [&](auto const& m) { return m.stage == stage; });
}

int days_in(Model const& model, std::vector<Stop> const& way, std::size_t i, bool acute,
            Chance& chance) {
    auto const& stage = model.stages[way[i].stage];
    if (stage.moved_by.empty() && !is_held_in(model, way[i].stage)) return chance.between(0, 2);
    auto const given = time_given(model, way, i, acute);
    auto most = given ? std::max(1, *given / 2) : 16;
    return chance.between(std::max(1, most / 4), std::min(most, 60));
}

// How long it has been in its last stage.
int days_at_rest(Model const& model, Aim const& aim, std::vector<Stop> const& way,
                 std::vector<int> const& days, Chance& chance) {
    auto given = time_given(model, way, way.size() - 1, aim.acute);
    int gone = 0;
    for (auto i = way.size() - 1; !given && i > 0; --i) { // it began earlier
        gone += days[i - 1];
        given = time_given(model, way, i - 1, aim.acute);
    }
    auto const left = given.value_or(30) - gone;
    switch (aim.mood) {
    case Mood::fresh:
        return chance.between(1, 2);
    case Mood::due_soon:
        return std::max(1, left - chance.between(1, 6));
    case Mood::late:
        return std::max(4, left + chance.between(2, 16));
    case Mood::usual:
        break;
    }
    return chance.between(1, std::max(2, std::min(left * 2 / 3, 40)));
}

} // namespace

Date workday(Date date) {
    auto const day = static_cast<int>(iso_week(date).day);
    return day <= 5 ? date : add_days(date, 5 - day);
}

std::optional<Way> Way::to(Model const& model, Aim const& aim, Date today, Chance& chance) {
    auto const stops = stops_on_the_way(model, aim);
    if (stops.empty()) return {};
    std::vector<int> days;
    for (std::size_t i = 0; i + 1 < stops.size(); ++i)
        days.push_back(days_in(model, stops, i, aim.acute, chance));
    bool const rests = aim.rest == Rest::stage || aim.rest == Rest::postponed;
    int last = 0;
    if (rests) last = days_at_rest(model, aim, stops, days, chance);
    else if (aim.rest == Rest::step) last = chance.between(1, 4);
    else last = days_in(model, stops, stops.size() - 1, aim.acute, chance);
    days.push_back(last);
    bool const over = !rests && aim.rest != Rest::step;
    int const ago = aim.rest == Rest::sent_back ? 12 : 120;
    auto end = over ? add_days(today, -chance.between(2, ago)) : today;
    int all = 0;
    for (auto one : days) all += one;
    if (all < aim.at_least_days) days.back() += aim.at_least_days - all;
    Way way;
    way.meets_today_ = aim.rest == Rest::step;
    way.legs_.resize(stops.size());
    for (auto i = stops.size(); i-- > 0;) {
        auto const from = workday(add_days(end, -days[i]));
        way.legs_[i] = {stops[i].stage, stops[i].round, from, end};
        end = from;
    }
    return way;
}

void Way::begin_on(Date day) {
    auto const later = days_between(legs_.front().from, day);
    for (auto& leg : legs_) {
        leg.from = add_days(leg.from, later);
        leg.to = workday(add_days(leg.to, later));
    }
}

Leg const* Way::leg(Ix stage, std::int64_t round) const {
    auto at = std::ranges::find_if(
        legs_, [&](Leg const& leg) { return leg.stage == stage && leg.round == round; });
    return at == legs_.end() ? nullptr : &*at;
}

bool Way::is_last(Ix stage, std::int64_t round) const {
    return !legs_.empty() && legs_.back().stage == stage && legs_.back().round == round;
}

Date Way::meeting_day(Ix stage, std::int64_t round, Date now, Date today, Chance& chance) const {
    auto const* at = leg(stage, round);
    bool const ahead = at == nullptr || (is_last(stage, round) && at->to == today && !meets_today_);
    auto day =
        ahead ? workday(add_days(std::max(now, today), chance.between(3, 30))) : workday(at->to);
    if (at != nullptr && !ahead && meets_today_ && is_last(stage, round)) day = today;
    return std::max(day, now);
}

} // namespace radslag::sim
