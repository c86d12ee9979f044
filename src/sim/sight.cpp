#include "sim/sight.h"

#include <algorithm>
#include <ranges>

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

std::vector<std::string> rows_of(view::Can const& can) {
    std::vector<std::string> rows;
    if (can.about)
        for (auto const& row : *can.about) rows.push_back(row.id);
    return rows;
}

bool says(std::string_view condition, commands::Request const& request) {
    auto const cut = condition.find('=');
    auto const field = condition.substr(0, cut);
    std::vector<std::string> said;
    if (field == "for_whom") said.push_back(request.for_whom);
    else if (auto at = request.fields.find(field); at != request.fields.end()) {
        if (auto const* word = std::get_if<std::string>(&at->second)) said.push_back(*word);
        if (auto const* all = std::get_if<std::vector<std::string>>(&at->second)) said = *all;
    }
    for (auto const word : std::views::split(condition.substr(cut + 1), '|'))
        if (has(said, std::string(word.begin(), word.end()))) return true;
    return false;
}

std::vector<view::Option> offered(std::vector<view::Option> options,
                                  commands::Request const& so_far) {
    std::erase_if(options, [&](view::Option const& one) {
        return !one.when.empty() && !says(one.when, so_far);
    });
    return options;
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
