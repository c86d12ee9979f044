// A year, or some days of it, with people who forget and come late, and a wire and a process that
// fail.
#include <algorithm>
#include <chrono>
#include <queue>

#include <fmt/format.h>

#include "sim/fates.h"
#include "sim/play.h"
#include "sim/shaky.h"
#include "sim/sim.h"

namespace radslag::sim {
namespace {

constexpr std::int64_t day_micros = 86'400'000'000;
constexpr std::size_t cases_of_a_town = 110; // in a year: what four coordinators can lead

class Bridge final : public Checker { // for the prover: who looks on
public:
    explicit Bridge(Witness const& witness) : Checker("witness"), witness_(witness) {}
    void saved(Saved const& saved) override { witness_(saved.book, saved.file, saved.around); }

private:
    Witness const& witness_;
};

class YearLong {
public:
    YearLong(commands::Store& store, commands::Books const& books, Year const& year,
             Witness const& witness)
        : year_(year),
          books_(books),
          chance_(year.seed),
          ids_(chance_.branch()),
          clock_(year.from),
          fate_(year.calm ? Troubles{} : Troubles::usual(), chance_.branch()),
          plant_(find_plant(year.plant)),
          watched_(store, books, clock_, watch_, fate_, plant_),
          world_{watched_, books, clock_, ids_.random()},
          wire_(world_, books, watch_, year.calm ? Troubles{} : Troubles::usual(), chance_.branch(),
                plant_),
          ground_{world_, clock_, wire_, Instant{year.from.micros + year.days * day_micros},
                  !year.calm} {
        watch_.blind(year.blind);
        if (witness) watch_.checkers.push_back(std::make_unique<Bridge>(witness));
    }

    Outcome<Lived> live(commands::Store& store) {
        auto const began = std::chrono::steady_clock::now();
        auto const scale = static_cast<double>(year_.conferences) * 365 / std::max(1, year_.days);
        auto const of_each =
            1 + static_cast<std::size_t>(scale) / (cases_of_a_town * phrasebook().towns.size());
        auto towns = make_towns(store, ids_.random(), Instant{year_.from.micros - 400 * day_micros},
                                of_each);
        if (!towns) return tl::unexpected(towns.error());
        towns_ = std::move(*towns);
        arrive();
        play();
        Lived lived = count();
        std::chrono::duration<double> const took = std::chrono::steady_clock::now() - began;
        lived.seconds = took.count();
        return lived;
    }

private:
    struct Arrival {
        Town const* town;
        workflow::RuleBook const* book;
        Aim aim;
        Way way;
        std::uint64_t seed;
    };
    using Turn = std::pair<Instant, std::size_t>;

    // Spread over the days; each knows where it is to come (fates.h).
    void arrive() {
        auto const first = date_in("UTC", year_.from);
        for (std::size_t nth = 0; nth < year_.conferences; ++nth) {
            auto const& town = chance_.pick(towns_);
            auto const* book = model_for(town);
            if (book == nullptr) continue;
            auto const day = add_days(first, chance_.between(0, std::max(0, year_.days - 1)));
            auto fate = draw_fate(book->model(), day, chance_);
            if (!fate) continue;
            arrivals_.push_back(
                {&town, book, fate->aim, std::move(fate->way), chance_.random().next()});
            plays_.emplace_back();
            told_.emplace_back();
            queue_.push(
                {instant_of(town.organisation.zone, day, Minutes{8 * 60 + chance_.between(0, 400)}),
                 arrivals_.size() - 1});
        }
    }

    workflow::RuleBook const* model_for(Town const& town) {
        std::vector<workflow::RuleBook const*> own;
        for (auto const* book : books_.all())
            if (town.every_model || book->model().country == town.organisation.country)
                own.push_back(book);
        if (own.empty()) own = books_.all();
        return own.empty() ? nullptr : chance_.pick(own);
    }

    void play() {
        auto tick_at = year_.from;
        while (!queue_.empty()) {
            auto const [at, nth] = queue_.top();
            queue_.pop();
            for (; tick_at <= std::min(at, ground_.until); tick_at.micros += day_micros) {
                clock_.set(tick_at);
                wire_.deliver_late();
                wire_.tick();
            }
            if (at > ground_.until) continue;
            auto& play = plays_[nth];
            if (!play) {
                auto& one = arrivals_[nth];
                play = std::make_unique<Play>(ground_, *one.town, *one.book, one.aim, one.way,
                                              Chance(one.seed));
            }
            play->sit();
            if (auto next = play->next()) queue_.push({std::max(*next, at), nth});
            else leave(nth);
        }
    }

    void leave(std::size_t nth) {
        told_[nth] = plays_[nth]->told();
        plays_[nth].reset();
    }

    Lived count() {
        Lived lived;
        for (std::size_t nth = 0; nth < plays_.size(); ++nth)
            if (plays_[nth]) leave(nth);
        std::map<std::string, std::size_t> refusals;
        for (auto const& told : told_) {
            lived.acts += told.acts;
            lived.refused += told.refused;
            for (auto const& [what, times] : told.refusals) refusals[what] += times;
        }
        lived.refusals.assign(refusals.begin(), refusals.end());
        std::ranges::stable_sort(lived.refusals, std::greater<>{},
                                 [](auto const& one) { return one.second; });
        auto const& wire = wire_.happened();
        lived.lost = wire.lost;
        lived.doubled = wire.doubled;
        lived.delayed = wire.delayed;
        lived.crashed = wire.crashed;
        lived.bugs = wire.bugs;
        lived.first_bug = wire.first_bug;
        lived.first_otherwise = wire.first_otherwise;
        lived.told_otherwise = wire.told_otherwise;
        lived.happenings = watch_.happenings;
        lived.conferences = arrivals_.size();
        lived.digest = fmt::format("{:016x}", watch_.digest);
        for (auto const& checker : watch_.checkers)
            lived.checkers.push_back({std::string(checker->name()), checker->times(),
                                      checker->wrongs(), checker->first()});
        measure(lived);
        return lived;
    }

    // What came of those that had the time to come to something.
    void measure(Lived& lived) {
        auto reader = world_.store.read();
        if (!reader) return;
        auto const early = Instant{ground_.until.micros - 150 * day_micros};
        for (auto const& organisation : (*reader)->organisations())
            for (auto const* status : {"running", "postponed", "stopped", "closed"}) {
                commands::ListFilter filter;
                filter.status = status;
                filter.limit = 100;
                do {
                    auto page = (*reader)->list(organisation.id, {}, filter);
                    for (auto const& row : page.rows)
                        if (auto const file = (*reader)->case_file(organisation.id, row.glance.id))
                            measure_one(lived, *file, early);
                    filter.cursor = page.next;
                } while (!filter.cursor.empty());
            }
    }

    void measure_one(Lived& lived, workflow::CaseFile const& file, Instant early) {
        auto const& c = file.conference();
        auto const* book = books_.find(c.model, c.model_version);
        if (c.began_at > early || book == nullptr) return;
        ++lived.asked;
        std::optional<Instant> willing;
        for (auto const& entry : file.all<conference::StageEntry>()) {
            auto const stage = book->model().stage(entry.stage);
            if (stage != process::nowhere && !book->model().stages[stage].before_start && !willing)
                willing = entry.entered_at;
        }
        if (!willing) return;
        ++lived.willing;
        for (auto const& meeting : file.all<meeting::Meeting>()) {
            if (!meeting.was_held()) continue;
            ++lived.held;
            lived.days_to_meeting += (meeting.opened_at->micros - willing->micros) / day_micros;
            for (auto const& seat : file.all<meeting::Seat>())
                lived.seats += seat.meeting == meeting.id ? 1 : 0;
            if (!file.all<plan::Plan>().empty()) ++lived.planned;
            return;
        }
    }

    Year const& year_;
    commands::Books const& books_;
    Chance chance_, ids_;
    SetClock clock_;
    Watch watch_;
    RandomFate fate_;
    Plant const* plant_;
    WatchedStore watched_;
    commands::World world_;
    ShakyWire wire_;
    Ground ground_;
    std::vector<Town> towns_;
    std::vector<Arrival> arrivals_;
    std::vector<std::unique_ptr<Play>> plays_;
    std::vector<Told> told_;
    std::priority_queue<Turn, std::vector<Turn>, std::greater<>> queue_;
};

} // namespace

Outcome<Lived> live_a_year(commands::Store& store, commands::Books const& books, Year const& year,
                           Witness const& witness) {
    if (!year.plant.empty() && find_plant(year.plant) == nullptr)
        return broken("There is no such mistake to plant.", year.plant);
    return YearLong(store, books, year, witness).live(store);
}

std::vector<std::string> planted_mistakes() {
    std::vector<std::string> all;
    for (auto const& plant : plants()) all.emplace_back(plant.name);
    return all;
}

std::string planted_for(std::string const& mistake) {
    auto const* plant = find_plant(mistake);
    return plant == nullptr ? std::string{} : std::string(plant->found_by);
}

bool Lived::fine() const {
    return bugs == 0 && told_otherwise == 0 &&
           std::ranges::all_of(checkers, [](auto const& one) { return one.wrongs == 0; });
}

void tell(Lived const& lived, std::ostream& out) {
    auto share = [](std::size_t of, std::size_t all) {
        return all == 0 ? 0.0 : 100.0 * double(of) / double(all);
    };
    out << fmt::format("{} conferences, {} acts done, {} refused, {} happenings in {:.1f} s: "
                       "{:.0f} happenings a second\n",
                       lived.conferences, lived.acts, lived.refused, lived.happenings,
                       lived.seconds, double(lived.happenings) / std::max(lived.seconds, 1e-9));
    out << fmt::format(
        "on the wire: {} lost, {} sent twice, {} late; the process ended {} times in the middle\n",
        lived.lost, lived.doubled, lived.delayed, lived.crashed);
    out << "digest " << lived.digest << "\n\n";
    out << fmt::format("{:<20} {:>12} {:>7}\n", "checker", "looked", "wrong");
    for (auto const& one : lived.checkers) {
        out << fmt::format("{:<20} {:>12} {:>7}\n", one.name, one.times, one.wrongs);
        if (one.wrongs > 0) out << "    first: " << one.first << "\n";
    }
    if (lived.bugs > 0)
        out << lived.bugs << " broken assumptions in the program, the first: " << lived.first_bug
            << "\n";
    if (lived.told_otherwise > 0)
        out << lived.told_otherwise << " requests sent twice were answered otherwise, the first: "
            << lived.first_otherwise << "\n";
    out << fmt::format("\nof {} that had time to end: {:.0f} % willing, {:.0f} % held, {:.0f} % of "
                       "those with a plan; {:.1f} "
                       "people in the room, {:.0f} days from the yes to the meeting\n",
                       lived.asked, share(lived.willing, lived.asked),
                       share(lived.held, lived.asked), share(lived.planned, lived.held),
                       lived.held == 0 ? 0.0 : double(lived.seats) / double(lived.held),
                       lived.held == 0 ? 0.0 : double(lived.days_to_meeting) / double(lived.held));
    out << "\nrefused most often:\n";
    for (std::size_t i = 0; i < std::min<std::size_t>(12, lived.refusals.size()); ++i)
        out << fmt::format("{:>8}  {}\n", lived.refusals[i].second, lived.refusals[i].first);
}

} // namespace radslag::sim
