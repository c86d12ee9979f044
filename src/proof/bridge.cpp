#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "proof/model_proof.h"
#include "proof/proof.h"

namespace radslag::proof {
namespace {

using workflow::CaseFile;
using workflow::Happening;

// What begins a case, and what time does that leaves the facts as they are.
bool begins(std::string_view name) { return name == "open_case" || name == "refer"; }
bool is_of_time(std::string_view name) {
    return name == "consent_lapsed" || name == "taken_up_again" || name == "deadline_warned" ||
           name == "deadline_late";
}

} // namespace

struct Bridge::Seen {
    std::vector<std::string> without;
    struct Model {
        std::unique_ptr<ModelProof> proof;
        std::vector<std::set<std::uint64_t>> states; // by slice
        std::vector<std::set<std::tuple<std::uint64_t, std::string, std::uint64_t>>> steps;
    };
    std::map<workflow::RuleBook const*, Model> models;
    std::size_t cases = 0;
    std::size_t acts = 0;
    std::size_t strays = 0;
    std::set<std::string> happened;

    Model& of(workflow::RuleBook const& book) {
        auto& model = models[&book];
        if (!model.proof) {
            model.proof = std::make_unique<ModelProof>(book, without);
            model.proof->run();
            model.states.resize(model.proof->walks().size());
            model.steps.resize(model.proof->walks().size());
        }
        return model;
    }
};

namespace {

// One real case through one slice, for one participant in focus.
struct Looker {
    Ground& ground;
    Walk& walk;

    [[nodiscard]] State state(workflow::Facts const& facts, Bits focus) const {
        State state;
        state.place = ground.place_of(facts);
        auto const& slice = walk.slice();
        for (std::size_t i = 0; i < slice.atoms.size(); ++i)
            state.atoms[i] = facts.atoms[slice.atoms[i]];
        for (std::size_t i = 0; i < slice.waivers.size(); ++i)
            if (facts.waived[slice.waivers[i]])
                state.waived = static_cast<std::uint8_t>(state.waived | (1U << i));
        state.focus = focus;
        return state;
    }

    [[nodiscard]] std::vector<State> after(State const& from, std::string const& act) {
        std::vector<State> all;
        walk.next(
            from,
            [&](Deed const& deed, std::vector<Moment> const&, State const& to) {
                if (deed.act == act) all.push_back(to);
            },
            [](State const&, Deed const&, Passed const&) {});
        // What changes nothing that the slice keeps is not walked.
        bool const stays = is_of_time(act) || act == "time_passes" || act == "sign_pledge" ||
                           !ground.doable(from.place, act).is_nobody();
        if (!stays) return all;
        all.push_back(from);
        for (auto const& to : walk.settled(from)) all.push_back(to);
        return all;
    }

    [[nodiscard]] bool leads(State const& from, std::string const& act, State const& to) {
        auto const all = after(from, act);
        return std::find(all.begin(), all.end(), to) != all.end();
    }

    [[nodiscard]] std::string tell(State const& state) const {
        auto told = ground.tell(state.place);
        auto const& slice = walk.slice();
        for (std::size_t i = 0; i < slice.atoms.size(); ++i) {
            static constexpr std::array<std::string_view, 3> words{"none", "some", "all"};
            told += fmt::format(", {}", words[static_cast<std::size_t>(state.atoms[i])]);
        }
        if (state.waived != 0) told += ", passed by";
        if (slice.focus) told += ", " + slice.focus->tell(state.focus);
        return told;
    }
};

using People = std::map<std::string, std::pair<Bits, Bits>>; // before and after

People people_in(Focus const& focus, CaseFile const* before, Date before_on, CaseFile const& after,
                 Date today) {
    People all;
    if (before != nullptr)
        for (auto const& [id, bits] : focus.seen_in(*before, before_on))
            all[id] = {bits, focus.absent()};
    for (auto const& [id, bits] : focus.seen_in(after, today)) {
        auto const [at, fresh] = all.try_emplace(id, focus.absent(), bits);
        if (!fresh) at->second.second = bits;
    }
    return all;
}

} // namespace

Bridge::Bridge(std::vector<std::string> without) : seen_(std::make_unique<Seen>()) {
    seen_->without = std::move(without);
}
Bridge::~Bridge() = default;

std::vector<std::string> Bridge::visit(Visit const& visit) {
    std::vector<std::string> strays;
    auto& model = seen_->of(visit.book);
    auto& ground = model.proof->ground();
    auto const& happened = visit.happened.front(); // the others follow from it
    std::optional<workflow::Facts> last;
    std::optional<workflow::Facts> before;
    if (visit.before != nullptr) {
        last = workflow::abstract(visit.book, *visit.before, visit.before_around);
        before = workflow::abstract(visit.book, *visit.before, visit.around);
    }
    auto const after = workflow::abstract(visit.book, visit.after, visit.around);
    auto const& walks = model.proof->walks();
    for (std::size_t i = 0; i < walks.size(); ++i) {
        Looker looker{ground, *walks[i]};
        auto const& slice = walks[i]->slice();
        auto step = [&](State const& from, std::string const& act, State const& to) {
            if (!model.steps[i].emplace(slice.packed(from), act, slice.packed(to)).second) return;
            if (looker.leads(from, act, to)) return;
            strays.push_back(fmt::format("{}: {} leads from [{}] to [{}]", slice.name, act,
                                         looker.tell(from), looker.tell(to)));
        };
        auto stand = [&](State const& state) {
            if (!model.states[i].insert(slice.packed(state)).second) return;
            if (!walks[i]->has(state))
                strays.push_back(fmt::format("{}: [{}]", slice.name, looker.tell(state)));
        };
        People people{{"", {0, 0}}};
        People people_today = people;
        if (slice.focus) {
            auto const today = visit.around.today;
            people = people_in(*slice.focus, visit.before, visit.before_around.today, visit.after,
                               today);
            people_today = people_in(*slice.focus, visit.before, today, visit.after, today);
        }
        for (auto const& [id, bits] : people_today) {
            auto const to = looker.state(after, bits.second);
            stand(to);
            if (!before || begins(happened)) continue;
            auto const from = looker.state(*before, bits.first);
            auto const then = looker.state(*last, people.at(id).first);
            if (!(then == from)) step(then, "time_passes", from);
            step(from, happened, to);
        }
    }
    ++seen_->acts;
    seen_->happened.insert(visit.happened.begin(), visit.happened.end());
    seen_->strays += strays.size();
    return strays;
}

std::vector<std::string> Bridge::follow(std::vector<Happening> const& happenings,
                                        AroundAt const& around_at, BookOf const& book_of) {
    std::vector<std::string> strays;
    ++seen_->cases;
    CaseFile before;
    CaseFile now;
    workflow::RuleBook const* book_before = nullptr;
    workflow::Circumstances before_around;
    for (std::size_t i = 0; i < happenings.size();) {
        auto const& first = happenings[i];
        auto const around = around_at(first.at);
        std::vector<std::string> names;
        for (; i < happenings.size() && happenings[i].act == first.act; ++i) {
            names.push_back(happenings[i].name);
            for (auto const& change : happenings[i].changes) apply(now, change);
        }
        auto const& c = now.conference();
        auto const* book = book_of(c.model, c.model_version);
        if (book == nullptr) return strays; // its model is not among these
        // Under another version of its model it goes on from where it stands.
        bool const goes_on = book == book_before;
        Visit const one{*book, goes_on ? &before : nullptr, before_around, now, around, names};
        for (auto& stray : visit(one))
            strays.push_back(fmt::format("happening {}: {}", first.seq, stray));
        before = now;
        before_around = around;
        book_before = book;
    }
    return strays;
}

std::vector<std::string> Bridge::follow(commands::Reader& reader,
                                        commands::Organisation const& organisation,
                                        CaseId const& id, commands::Books const& books) {
    constexpr std::size_t all = 1'000'000;
    return follow(
        reader.happenings(id, 0, all, true),
        [&](Instant at) { return commands::circumstances(reader, organisation, at); },
        [&](std::string const& model, std::int64_t version) { return books.find(model, version); });
}

Bridge::Counts Bridge::counts() const {
    Counts counts;
    counts.happened = seen_->happened;
    counts.cases = seen_->cases;
    counts.acts = seen_->acts;
    counts.strays = seen_->strays;
    for (auto const& [book, model] : seen_->models) {
        for (auto const& states : model.states) counts.states += states.size();
        for (auto const& steps : model.steps) counts.steps += steps.size();
        counts.proved += model.proof->states();
    }
    return counts;
}

} // namespace radslag::proof
