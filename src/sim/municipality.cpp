// A municipality as it stands this morning: everything in it happened in the months before.
#include <queue>

#include <fmt/format.h>

#include "sim/casting.h"
#include "sim/play.h"
#include "sim/sim.h"

namespace radslag::sim {
namespace {

constexpr std::int64_t day_micros = 86'400'000'000;

class NoSecrets final : public commands::Secrets { // committee days ask for none
public:
    std::optional<std::string> hash_password(std::string const&) override { return {}; }
    std::optional<bool> fits(std::string const&, std::string const&) override { return {}; }
    std::string hash_code(std::string_view) override { return {}; }
};

// The next days of each committee, as often as its model says.
void plan_committees(commands::World const& world, std::vector<Town> const& towns) {
    NoSecrets secrets;
    for (auto const& town : towns)
        for (auto const& one : town.staff) {
            auto const committees = commands::look_at_committees(world, town.caller(one));
            if (!committees) continue;
            for (auto const& committee : committees->committees) {
                bool const plans = std::ranges::any_of(
                    committee.can, [](auto const& can) { return can.act == "plan_committee"; });
                if (!plans || !committee.days.empty()) continue;
                auto const& every =
                    world.books.newest(committee.model.id)->model().committee->every;
                auto day = add_days(date_in(town.organisation.zone, world.clock.now()), 9);
                for (int left = 3; left > 0; --left) {
                    commands::Request request;
                    request.id = ActId::make(world.random);
                    request.fields = {{"model", committee.model.id},
                                      {"day", write_date(workday(day))}};
                    static_cast<void>(commands::perform_staff(
                        world, {secrets, {}}, town.caller(one), "plan_committee", request));
                    day = every ? add(day, *every) : add_days(day, 42);
                }
            }
        }
}

class Company { // everybody who plays, in the order of time
public:
    Company(commands::World const& world, SetClock& clock, Instant from, Instant until)
        : world_(world), clock_(clock), next_tick_(from), until_(until) {}

    void join(Play& play) {
        if (auto next = play.next()) queue_.push({*next, plays_.size()});
        plays_.push_back(&play);
    }

    bool play() {
        while (!queue_.empty()) {
            auto const [at, nth] = queue_.top();
            queue_.pop();
            if (!tick_until(std::min(at, until_))) return false;
            auto& play = *plays_[nth];
            play.sit();
            if (auto next = play.next()) queue_.push({*next, nth});
        }
        return tick_until(until_);
    }

private:
    bool tick_until(Instant at) {
        for (; next_tick_ <= at; next_tick_.micros += day_micros) {
            clock_.set(next_tick_);
            if (!commands::tick(world_)) return false;
        }
        return true;
    }

    using Turn = std::pair<Instant, std::size_t>;
    commands::World const& world_;
    SetClock& clock_;
    Instant next_tick_, until_;
    std::vector<Play*> plays_;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> queue_;
};

Instant first_of(std::vector<std::unique_ptr<Play>> const& plays, Instant now) {
    auto first = now;
    for (auto const& play : plays)
        if (auto next = play->next()) first = std::min(first, *next);
    return first;
}

} // namespace

Outcome<Made> make_municipality(commands::Store& store, commands::Books const& books,
                                Municipality const& wish) {
    Chance chance(wish.seed);
    auto ids = chance.branch();
    SetClock clock(wish.now);
    auto const long_ago = Instant{wish.now.micros - 800 * day_micros};
    auto towns = make_towns(store, ids.random(), long_ago);
    if (!towns) return tl::unexpected(towns.error());
    commands::World const world{store, books, clock, ids.random()};
    Made made{towns->size(), 0, 0, 0, {}};
    for (auto const& town : *towns) made.staff += town.staff.size();
    if (wish.cases == 0) return made;
    plan_committees(world, *towns);
    StraightWire wire(world);
    Ground const ground{world, clock, wire, wish.now, false};
    auto const today = date_in(towns->front().organisation.zone, wish.now);
    std::vector<std::unique_ptr<Play>> plays;
    for (auto& part : cast(*towns, books, wish.cases, today, chance))
        plays.push_back(std::make_unique<Play>(ground, *part.town, *part.book, part.aim,
                                               std::move(part.way), chance.branch()));
    auto const first = first_of(plays, wish.now);
    Company company(world, clock, first, wish.now);
    for (auto& play : plays) company.join(*play);
    if (!company.play()) return broken("The municipality cannot be written.", "tick");
    for (auto const& play : plays) {
        made.acts += play->told().acts;
        if (play->id()) ++made.cases;
        if (!play->arrived()) made.astray.push_back(play->where());
    }
    return made;
}

} // namespace radslag::sim
