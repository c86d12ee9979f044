#include "proof/ground.h"

#include <fmt/format.h>

namespace radslag::proof {
namespace {

constexpr std::uint32_t no_meeting = 31;

std::size_t number_of(std::string_view act) {
    static auto const numbers = [] {
        std::unordered_map<std::string_view, std::size_t> all;
        for (auto name : process::act_names()) all.emplace(name, all.size());
        return all;
    }();
    auto const at = numbers.find(act);
    RADSLAG_SURE(at != numbers.end());
    return at->second;
}

} // namespace

std::uint32_t Place::packed() const {
    std::uint32_t const at = meeting == nowhere ? no_meeting : meeting;
    return std::uint32_t{stage} | (first_round ? 1U << 6 : 0U) |
           (static_cast<std::uint32_t>(status) << 7) | (at << 9) |
           (static_cast<std::uint32_t>(state) << 14) | (std::uint32_t{step} << 16);
}

Place unpacked(std::uint32_t packed) {
    Place place;
    place.stage = static_cast<Ix>(packed & 63U);
    place.first_round = (packed & (1U << 6)) != 0;
    place.status = static_cast<conference::Status>((packed >> 7) & 3U);
    auto const at = (packed >> 9) & 31U;
    place.meeting = at == no_meeting ? nowhere : static_cast<Ix>(at);
    place.state = static_cast<MeetingState>((packed >> 14) & 3U);
    place.step = static_cast<Ix>((packed >> 16) & 15U);
    return place;
}

Who Doable::anyone() const {
    Who all = own;
    for (auto const& [who, role] : recorded) all = joined(all, who);
    return all;
}

Ground::Ground(RuleBook const& a_book) : book(a_book) {
    // A place is packed into few bits (Place::packed).
    RADSLAG_SURE(model().stages.size() < 64 && model().meetings.size() < no_meeting);
    for (auto const& meeting : model().meetings) RADSLAG_SURE(meeting.steps.size() < 16);
    for (Ix role = 0; role < model().roles.size(); ++role)
        if (model().roles[role].offices != 0) staffed_.add(role);
}

void Ground::set(Facts& facts, Place const& place) const {
    facts.stage = place.stage;
    facts.first_round = place.first_round;
    facts.status = place.status;
    facts.meeting = place.meeting;
    facts.meeting_state = place.state;
    if (place.is_in_session()) facts.step = model().meetings[place.meeting].steps[place.step].id;
    else facts.step.clear();
}

Facts Ground::facts(Place const& place, bool rest) const {
    Facts facts;
    facts.atoms.assign(book.atoms().size(), rest ? workflow::Count::all : workflow::Count::none);
    facts.waived.assign(book.need_ids().size(), rest);
    set(facts, place);
    return facts;
}

Place Ground::place_of(Facts const& facts) const {
    Place place{facts.stage,   facts.first_round,   facts.status,
                facts.meeting, facts.meeting_state, 0};
    if (!place.is_in_session()) return place;
    auto const& steps = model().meetings[facts.meeting].steps;
    while (place.step < steps.size() && steps[place.step].id != facts.step) ++place.step;
    return place;
}

Doable Ground::ask(Facts const& facts, std::string_view act) const {
    Doable found;
    if (book.mays(act).empty()) return found;
    auto const roles = static_cast<Ix>(model().roles.size());
    std::vector<Who> for_whom(roles);
    auto ask_as = [&](Who who) {
        if (workflow::may(book, facts, who, act)) found.own = joined(found.own, who);
        for (Ix role = 0; role < roles; ++role)
            if (workflow::may(book, facts, who, act, role))
                for_whom[role] = joined(for_whom[role], who);
    };
    for (Ix role = 0; role < roles; ++role) ask_as(only(role));
    for (std::size_t office = 0; office < words(process::Office{}).size(); ++office) {
        Who who;
        who.add(static_cast<process::Office>(office));
        ask_as(who);
    }
    for (Ix role = 0; role < roles; ++role)
        if (!for_whom[role].empty()) found.recorded.emplace_back(for_whom[role], role);
    return found;
}

Doable const& Ground::doable(Place const& place, std::string_view act) {
    auto& acts = doable_[place.packed()];
    if (acts.empty()) acts.resize(process::act_names().size());
    auto& found = acts[number_of(act)];
    if (!found) found = ask(facts(place, false), act);
    return *found;
}

std::string Ground::tell(Place const& place) const {
    std::string told = model().stages[place.stage].id;
    if (!place.first_round) told += ", a later round";
    if (place.status != conference::Status::running)
        told += fmt::format(", {}", word(place.status));
    if (place.state == MeetingState::planned)
        told += fmt::format(", {} planned", model().meetings[place.meeting].id);
    if (place.is_in_session())
        told += fmt::format(", {}.{} {}", model().meetings[place.meeting].id,
                            model().meetings[place.meeting].steps[place.step].id,
                            place.state == MeetingState::paused ? "paused" : "open");
    return told;
}

std::vector<Ix> stages_before(process::Model const& model, Ix stage) {
    std::vector<Ix> found;
    for (Ix from = 0; from < model.stages.size(); ++from)
        for (auto on = model.stages[from].next; on != nowhere; on = model.stages[on].next)
            if (on == stage) found.push_back(from);
    return found;
}

} // namespace radslag::proof
