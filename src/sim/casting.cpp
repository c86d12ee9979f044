#include "sim/casting.h"

#include <algorithm>
#include <set>

namespace radslag::sim {
namespace {

using process::Condition;
using process::Model;
using process::nowhere;

bool needs(std::vector<process::Need> const& all, Condition what) {
    return std::ranges::any_of(all, [&](auto const& need) { return need.what == what; });
}

// Where the committee decides; where the plan is answered: in a stage, or in a meeting held in it.
std::optional<Ix> stage_of(Model const& model, Condition what) {
    for (auto const& meeting : model.meetings)
        for (auto const& step : meeting.steps)
            if (needs(step.needs, what)) return meeting.stage;
    for (Ix i = 0; i < model.stages.size(); ++i)
        if (needs(model.stages[i].needs, what)) return i;
    return {};
}

class Casting {
public:
    Casting(std::vector<Town> const& towns, Date today, Chance& chance)
        : towns_(towns), today_(today), chance_(chance) {}

    void stages(workflow::RuleBook const& book) {
        auto const& model = book.model();
        static constexpr Mood moods[] = {Mood::due_soon, Mood::usual, Mood::late, Mood::fresh};
        for (Ix stage = 0; stage < model.stages.size(); ++stage) {
            auto const nth = parts_.size();
            Aim aim;
            aim.stage = stage;
            aim.mood = moods[nth % 4];
            aim.acute = nth % 6 == 1;
            aim.passes = nth % 5 == 2;
            aim.says_no = nth % 3 == 0;
            add(book, aim, nth % 3 == 2);
        }
    }

    void endings(workflow::RuleBook const& book, std::size_t nth) {
        auto const& model = book.model();
        Aim whole;
        whole.rest = Rest::closed;
        whole.says_no = true;
        add(book, whole, nth % 2 == 1);
        meeting_step(book, nth);
        for (auto const& stop : model.stops) {
            if (!stopped_.insert(stop.id).second) continue;
            Aim aim;
            aim.rest = Rest::stop;
            aim.of = stop.id;
            auto const until =
                stop.until == nowhere ? static_cast<Ix>(model.stages.size() - 1) : stop.until;
            // Not the first try only: a stage can lie on no way from here.
            bool added = false;
            for (Ix at = stop.from; at <= until && !added; ++at) {
                aim.stage = at;
                added = add(book, aim, false);
            }
            if (!added) stopped_.erase(stop.id);
        }
        if (auto stage = stage_of(model, Condition::granted); stage && model.committee) {
            Aim aim;
            aim.stage = *stage;
            add(book, aim, true); // the committee has something before it
            aim.rest = Rest::refused;
            add(book, aim, false);
        }
        if (nth % 2 == 0) by_the_family(book);
        else on_the_way(book);
        if (nth % 3 == 1) another_round(book);
        lapsed(book);
    }

    // Whatever else happens in a town.
    void others(std::vector<workflow::RuleBook const*> const& books, std::size_t about) {
        for (int tries = 0; parts_.size() < about && tries < 1000; ++tries) {
            auto const& book = *books[static_cast<std::size_t>(tries) % books.size()];
            Aim aim;
            aim.stage = static_cast<Ix>(chance_.below(book.model().stages.size()));
            if (chance_.odds(20)) aim.rest = Rest::closed;
            aim.mood = chance_.odds(25)   ? Mood::late
                       : chance_.odds(40) ? Mood::due_soon
                                          : Mood::usual;
            aim.says_no = chance_.odds(40);
            aim.passes = chance_.odds(15);
            aim.acute = chance_.odds(8);
            if (chance_.odds(20)) aim.rounds = 2;
            add(book, aim, chance_.odds(20));
        }
    }

    std::vector<Part> take() { return std::move(parts_); }

private:
    void meeting_step(workflow::RuleBook const& book, std::size_t nth) {
        auto const& meetings = book.model().meetings;
        if (meetings.empty()) return;
        auto const& meeting = meetings.front();
        if (meeting.steps.empty()) return;
        Aim aim;
        aim.rest = Rest::step;
        aim.stage = meeting.stage;
        aim.of = meeting.id + "." + meeting.steps[nth % meeting.steps.size()].id;
        add(book, aim, true);
    }

    void by_the_family(workflow::RuleBook const& book) {
        Aim aim;
        aim.rest = Rest::withdrawn;
        for (Ix at = 0; at < book.model().stages.size(); ++at)
            if (!book.model().stages[at].before_start) {
                aim.stage = at;
                if (add(book, aim, false)) return;
            }
    }

    void on_the_way(workflow::RuleBook const& book) {
        Aim rests;
        rests.rest = Rest::postponed;
        for (Ix at = 0; at < book.model().stages.size(); ++at)
            if (!book.model().stages[at].before_start) {
                rests.stage = at;
                if (add(book, rests, false)) break;
            }
        if (!book.model().plan) return;
        auto const& endings = book.model().plan->endings;
        auto const stage = stage_of(book.model(), Condition::plan_ended);
        if (!stage || endings.empty() || !endings.front().may_send_back) return;
        Aim back;
        back.rest = Rest::sent_back;
        back.stage = *stage;
        add(book, back, false);
    }

    // They met again.
    void another_round(workflow::RuleBook const& book) {
        auto const& stages = book.model().stages;
        for (Ix at = 0; at < stages.size(); ++at) {
            if (stages[at].again == nowhere) continue;
            Aim aim;
            aim.stage = at;
            aim.rounds = 2;
            add(book, aim, false);
            return;
        }
    }

    // A yes for a time, and the time is over.
    void lapsed(workflow::RuleBook const& book) {
        for (auto const& consent : book.model().consents) {
            if (!consent.lapses_after) continue;
            Aim aim;
            aim.stage = static_cast<Ix>(book.model().stages.size() - 1);
            aim.at_least_days =
                days_between(today_, radslag::add(today_, *consent.lapses_after)) + 21;
            if (add(book, aim, false)) return;
        }
    }

    bool add(workflow::RuleBook const& book, Aim aim, bool elsewhere) {
        auto intakes = std::vector<process::Intake const*>{};
        for (auto const& intake : book.model().intakes) intakes.push_back(&intake);
        chance_.shuffle(intakes);
        if (aim.rest == Rest::closed) aim.stage = 0;
        for (auto const* intake : intakes) {
            aim.intake = intake;
            auto way = Way::to(book.model(), aim, today_, chance_);
            if (!way) continue;
            parts_.push_back({&town_of(book.model(), elsewhere), &book, aim, std::move(*way)});
            return true;
        }
        if (aim.rounds == 1) return false;
        aim.rounds = 1;
        return add(book, aim, elsewhere);
    }

    Town const& town_of(Model const& model, bool elsewhere) {
        for (auto const& town : towns_)
            if (town.every_model == elsewhere &&
                (elsewhere || town.organisation.country == model.country))
                return town;
        return towns_.front();
    }

    std::vector<Town> const& towns_;
    Date today_;
    Chance& chance_;
    std::vector<Part> parts_;
    std::set<std::string> stopped_;
};

} // namespace

std::vector<Part> cast(std::vector<Town> const& towns, commands::Books const& books,
                       std::size_t about, Date today, Chance& chance) {
    Casting casting(towns, today, chance);
    std::size_t nth = 0;
    for (auto const* book : books.all()) {
        casting.stages(*book);
        casting.endings(*book, nth++);
    }
    if (!books.all().empty()) casting.others(books.all(), about);
    return casting.take();
}

} // namespace radslag::sim
