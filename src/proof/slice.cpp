#include "proof/slice.h"

#include <algorithm>

namespace radslag::proof {
namespace {

using workflow::Count;

constexpr unsigned place_bits = 20;
constexpr unsigned atoms_from = place_bits;
constexpr unsigned waivers_from = atoms_from + 12;
constexpr unsigned focus_from = waivers_from + 4;

Deed const by_itself{"moves_by_itself", {}};
Deed const assignment_ended{"assignment_ended", {}};

} // namespace

std::uint64_t Slice::packed(State const& state) const {
    std::uint64_t key = state.place.packed();
    for (std::size_t i = 0; i < atoms.size(); ++i)
        key |= static_cast<std::uint64_t>(state.atoms[i]) << (atoms_from + 2 * i);
    key |= std::uint64_t{state.waived} << waivers_from;
    return key | (std::uint64_t{state.focus} << focus_from);
}

State Slice::unpacked(std::uint64_t key) const {
    State state;
    state.place = proof::unpacked(static_cast<std::uint32_t>(key & ((1U << place_bits) - 1)));
    for (std::size_t i = 0; i < atoms.size(); ++i)
        state.atoms[i] = static_cast<Count>((key >> (atoms_from + 2 * i)) & 3U);
    state.waived = static_cast<std::uint8_t>((key >> waivers_from) & 15U);
    state.focus = static_cast<Bits>(key >> focus_from);
    return state;
}

std::optional<std::size_t> Slice::place_of_atom(std::size_t atom) const {
    auto at = std::find(atoms.begin(), atoms.end(), atom);
    if (at == atoms.end()) return {};
    return static_cast<std::size_t>(at - atoms.begin());
}

Walk::Walk(Ground& ground, Outcomes& outcomes, Slice slice)
    : ground_(ground), outcomes_(outcomes), slice_(std::move(slice)),
      known_{ground.facts({}, true), ground.facts({}, false)} {
    RADSLAG_SURE(slice_.atoms.size() <= 6 && slice_.waivers.size() <= 4);
    auto const& atoms = ground.book.atoms();
    for (std::size_t atom = 0; slice_.focus && atom < atoms.size(); ++atom)
        if (slice_.focus->says(atoms[atom], 0)) dictated_.push_back(atom);
}

// Facts as they are here; what the slice does not keep stays at its best and at its worst.
void Walk::know(State const& state) {
    for (auto* facts : {&known_.best, &known_.worst}) {
        ground_.set(*facts, state.place);
        for (std::size_t i = 0; i < slice_.atoms.size(); ++i)
            facts->atoms[slice_.atoms[i]] = state.atoms[i];
        for (std::size_t i = 0; i < slice_.waivers.size(); ++i)
            facts->waived[slice_.waivers[i]] = ((state.waived >> i) & 1U) != 0;
        for (auto atom : dictated_)
            facts->atoms[atom] = *slice_.focus->says(ground_.book.atoms()[atom], state.focus);
    }
}

void Walk::ask(Place const& place, Known const& known, Ways ways, Tell const& tell) {
    auto const wanted = [this](std::string_view act) { return matters(act); };
    if (ways == Ways::onward) outcomes_.onward(place, known, wanted, tell);
    else outcomes_.back(place, wanted, tell);
}

void Walk::each(State const& state, Known const& known, Ways ways, Tell const& tell) {
    bool const by_place = ways == Ways::back || (slice_.atoms.empty() && slice_.waivers.empty() &&
                                                 dictated_.empty());
    if (!by_place) return ask(state.place, known, ways, tell);
    auto& cached = outcomes_of_[static_cast<std::size_t>(ways)];
    auto const [at, fresh] = cached.try_emplace(state.place.packed());
    if (fresh)
        ask(state.place, known, ways,
            [&](Outcome const& outcome) { at->second.push_back(outcome); });
    for (auto const& outcome : at->second) tell(outcome);
}

std::uint32_t Walk::place_of(Deed const& deed) {
    auto const [at, fresh] = deed_places_.try_emplace({deed.act, deed.of},
                                                      static_cast<std::uint32_t>(deeds_.size()));
    if (fresh) deeds_.push_back(deed);
    return at->second;
}

void Walk::reach(State const& state, std::uint64_t from, Deed const& deed) {
    auto const key = slice_.packed(state);
    auto const [at, fresh] = reached_.try_emplace(key);
    if (!fresh) return;
    at->second = {from, place_of(deed)};
    order_.push_back(key);
    for (auto* judge : judges_) judge->state(state);
}

bool Walk::has(State const& state) const { return reached_.contains(slice_.packed(state)); }

void Walk::begin() {
    for (auto const& intake : ground_.model().intakes) {
        std::vector<State> states(1);
        states.front().place.stage = intake.stage;
        for (std::size_t i = 0; i < slice_.atoms.size(); ++i) {
            std::vector<State> more;
            auto const& atom = ground_.book.atoms()[slice_.atoms[i]];
            for (auto count : proof::at_first(ground_.book, intake, atom))
                for (auto state : states) {
                    state.atoms[i] = count;
                    more.push_back(state);
                }
            states = std::move(more);
        }
        Deed const begins{"begins", intake.id};
        auto on = [&](Deed const& deed, std::vector<Moment> const&, State const& to) {
            reach(to, 0, deed);
        };
        auto gone = [&](State const& at, Deed const& deed, Passed const& passed) {
            for (auto* judge : judges_) judge->gate(at, at, deed, passed);
        };
        for (auto state : states)
            for (auto bits : slice_.focus ? slice_.focus->at_first(intake) : std::vector<Bits>{0}) {
                state.focus = bits;
                settle(state, begins, {}, on, gone);
            }
    }
}

// Acts that change nothing that is kept here are not walked: the state is the same after them.
bool Walk::matters(std::string_view act) {
    auto at = wanted_.find(act);
    if (at != wanted_.end()) return at->second;
    bool matters = (slice_.focus && slice_.focus->heeds(act)) ||
                   (act == "pass_gate" && !slice_.waivers.empty());
    for (auto const* judge : judges_) matters = matters || judge->heeds(act);
    for (auto atom : slice_.atoms) {
        auto const& what = ground_.book.atoms()[atom];
        matters = matters ||
                  leaves(ground_.book, {std::string(act), what.of}, {}, what) != Leaves::as_it_was;
    }
    // Its name lives as long as the program: of an act, or of what time does.
    for (auto name : process::act_names())
        if (name == act) wanted_.emplace(name, matters);
    return matters;
}

bool Walk::ends_assignment(Deed const& deed, std::vector<Moment> const& moments) const {
    auto const& roles = ground_.model().roles;
    return std::any_of(roles.begin(), roles.end(), [&](process::Role const& role) {
        if (!role.ends) return false;
        return workflow::is_moment(*role.ends, deed.act, deed.of) ||
               std::any_of(moments.begin(), moments.end(), [&](Moment const& moment) {
                   return workflow::is_moment(*role.ends, moment.name, moment.detail);
               });
    });
}

// What can be known after it, of atoms, waivers and the one in focus.
void Walk::changed(State const& from, Outcome const& outcome, std::vector<State>& states) {
    State after = from;
    after.place = outcome.to;
    auto const turn = turned(from.place, outcome.to);
    bool const round = turn.round || outcome.deed.act == "go_round";
    if (round) after.waived = 0;
    for (std::size_t i = 0; i < slice_.waivers.size(); ++i)
        if (outcome.waives == slice_.waivers[i])
            after.waived = static_cast<std::uint8_t>(after.waived | (1U << i));
    states.assign(1, after);
    bool const ended = ends_assignment(outcome.deed, outcome.moments);
    auto choose = [&](std::size_t i, std::vector<Count> const& counts) {
        auto const had = states.size();
        for (std::size_t s = 0; s < had; ++s)
            for (std::size_t n = 0; n < counts.size(); ++n) {
                auto state = states[s];
                state.atoms[i] = counts[n];
                if (n == 0) states[s] = state;
                else states.push_back(state);
            }
    };
    for (std::size_t i = 0; i < slice_.atoms.size(); ++i) {
        auto const& atom = ground_.book.atoms()[slice_.atoms[i]];
        auto left = leaves(ground_.book, outcome.deed, turn, atom);
        if (ended && leaves(ground_.book, assignment_ended, {}, atom) != Leaves::as_it_was)
            left = Leaves::anything;
        if (left != Leaves::as_it_was) choose(i, values(left, from.atoms[i]));
    }
    bool const waivers_back = outcome.deed.of == "pass_gate" || outcome.deed.of == "go_round";
    if (outcome.deed.act == "take_back" && waivers_back && !slice_.waivers.empty())
        for (auto& state : std::vector(states))
            for (std::uint8_t waived = 0; waived < (1U << slice_.waivers.size()); ++waived) {
                state.waived = waived;
                states.push_back(state);
            }
    if (!slice_.focus) return;
    Change const change{outcome.deed, from.place, outcome.to, outcome.moments};
    std::vector<Bits> now;
    slice_.focus->after(change, from.focus, now);
    std::vector<State> focused;
    for (auto state : states)
        for (auto bits : now) {
            state.focus = bits;
            focused.push_back(state);
        }
    states = std::move(focused);
}

// A case in a stage that nobody moves on goes on until a gate holds it.
void Walk::settle(State const& state, Deed const& deed, std::vector<Moment> const& moments,
                  Next const& tell, Gone const& gone) {
    know(state);
    bool const can = workflow::moves_by_itself(ground_.book, known_.best);
    bool const must = workflow::moves_by_itself(ground_.book, known_.worst);
    if (!must) tell(deed, moments, state);
    if (!can) return;
    gone(state, deed, {Passed::What::stage, state.place.stage, nowhere, 0});
    auto const& stage = ground_.model().stages[state.place.stage];
    auto const outcome = outcomes_.entered(state.place, stage.next, by_itself);
    std::vector<State> states;
    changed(state, outcome, states);
    auto all = moments;
    all.insert(all.end(), outcome.moments.begin(), outcome.moments.end());
    for (auto const& after : states) settle(after, deed, all, tell, gone);
}

std::vector<State> Walk::settled(State const& state) {
    std::vector<State> all;
    settle(
        state, by_itself, {},
        [&](Deed const&, std::vector<Moment> const&, State const& to) { all.push_back(to); },
        [](State const&, Deed const&, Passed const&) {});
    return all;
}

void Walk::next(State const& state, Next const& tell, Gone const& gone) {
    for (auto ways : {Ways::onward, Ways::back}) next(state, ways, tell, gone);
}

void Walk::next(State const& state, Ways ways, Next const& tell, Gone const& gone) {
    know(state);
    auto const here = known_;
    each(state, here, ways, [&](Outcome const& outcome) {
        bool const stays = outcome.to == state.place && outcome.moments.empty() &&
                           !outcome.waives && !outcome.passed;
        bool const back = outcome.deed.act == "take_back";
        if (stays && !matters(back ? outcome.deed.of : outcome.deed.act)) return;
        if (outcome.passed) gone(state, outcome.deed, *outcome.passed);
        std::vector<State> states;
        changed(state, outcome, states);
        for (auto const& after : states) {
            if (back) {
                know(after);
                if (!workflow::may_come_back(ground_.book, here.best, known_.best)) continue;
            }
            settle(after, outcome.deed, outcome.moments, tell, gone);
        }
    });
}

void Walk::run(std::vector<Judge*> const& judges) {
    judges_ = judges;
    wanted_.clear();
    begin();
    std::size_t on = 0;
    std::size_t back = 0;
    while (back < order_.size()) {
        if (on < order_.size()) expand(order_[on++], Ways::onward);
        else expand(order_[back++], Ways::back);
    }
    judges_.clear();
}

void Walk::expand(std::uint64_t key, Ways ways) {
    auto const from = slice_.unpacked(key);
    next(
        from, ways,
        [&](Deed const& deed, std::vector<Moment> const& moments, State const& to) {
            for (auto* judge : judges_) judge->edge(from, deed, moments, to);
            reach(to, key, deed);
        },
        [&](State const& at, Deed const& deed, Passed const& passed) {
            for (auto* judge : judges_) judge->gate(from, at, deed, passed);
        });
}

std::vector<Walk::Leg> Walk::way_to(State const& state) const {
    std::vector<Leg> way;
    auto key = slice_.packed(state);
    for (;;) {
        auto const& origin = reached_.at(key);
        way.push_back({deeds_[origin.deed], slice_.unpacked(key)});
        if (deeds_[origin.deed].act == "begins") break;
        key = origin.from;
    }
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace radslag::proof
