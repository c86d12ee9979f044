#include "sim/sight.h"

#include <algorithm>

namespace radslag::sim {

view::Can const* Sight::can(std::string_view act) const {
    auto at = std::ranges::find(seen.can, act, &view::Can::act);
    return at == seen.can.end() ? nullptr : &*at;
}

std::vector<view::Option> Sight::options(std::string_view act, std::string_view field) const {
    if (auto const* it = can(act))
        for (auto const& choices : it->choices)
            if (choices.field == field) return choices.options;
    return {};
}

std::vector<view::PersonView> const& Sight::people() const {
    static std::vector<view::PersonView> const none;
    return seen.people ? *seen.people : none;
}

view::PersonView const* Sight::person(std::string const& id) const {
    auto at = std::ranges::find(people(), id, &view::PersonView::id);
    return at == people().end() ? nullptr : &*at;
}

view::MeetingView const* Sight::open_meeting() const {
    if (!seen.meetings) return nullptr;
    for (auto const& meeting : *seen.meetings)
        if (meeting.state == "open" || meeting.state == "paused") return &meeting;
    return nullptr;
}

view::MeetingView const* Sight::planned(std::string const& meeting) const {
    if (!seen.meetings) return nullptr;
    for (auto const& one : *seen.meetings)
        if (one.state == "planned" && one.meeting == meeting) return &one;
    return nullptr;
}

view::StepView const* Sight::step() const {
    auto const* meeting = open_meeting();
    if (meeting == nullptr) return nullptr;
    auto at = std::ranges::find(meeting->steps, "here", &view::StepView::state);
    return at == meeting->steps.end() ? nullptr : &*at;
}

std::string Sight::stage() const {
    auto at = std::ranges::find(seen.journey, "here", &view::Stage::state);
    return at == seen.journey.end() ? std::string{} : at->id;
}

bool has(std::vector<view::Named> const& all, std::string const& id) {
    return std::ranges::any_of(all, [&](auto const& one) { return one.id == id; });
}
bool has(std::vector<std::string> const& all, std::string const& id) {
    return std::ranges::find(all, id) != all.end();
}
bool has(std::vector<view::Option> const& all, std::string const& value) {
    return std::ranges::any_of(all, [&](auto const& one) { return one.value == value; });
}

} // namespace radslag::sim
