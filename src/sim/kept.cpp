#include "sim/kept.h"

#include <algorithm>
#include <charconv>

namespace radslag::sim {
namespace {

Date const never = std::chrono::year(9999) / 12 / 31;

} // namespace

std::string act_key(OrganisationId const& organisation, ActId const& act) {
    return organisation.text + act.text;
}

std::set<Date> acting_days(CaseFile const& file) {
    std::set<Date> days;
    for (auto const& due : file.all<workflow::Due>())
        if (auto on = workflow::acts_on(due)) days.insert(*on);
    return days;
}

commands::Duty const* duty_of(commands::Glance const& glance, StaffId const& staff) {
    auto at = std::ranges::find(glance.duties, staff, &commands::Duty::staff);
    return at == glance.duties.end() ? nullptr : &*at;
}

std::int64_t key_of(ListFilter const& filter, commands::Glance const& glance) {
    if (filter.order == ListFilter::Order::changed) return -glance.changed_at.micros;
    return std::chrono::sys_days(glance.due_on.value_or(never)).time_since_epoch().count();
}

std::optional<Place> read_place(std::string const& cursor) {
    auto const cut = cursor.find(' ');
    Place place;
    auto const* end = cursor.data() + std::min(cut, cursor.size());
    auto const read = std::from_chars(cursor.data(), end, place.first);
    if (cut == std::string::npos || read.ec != std::errc{} || read.ptr != end) return {};
    place.second = cursor.substr(cut + 1);
    return place;
}

bool comes_before(ListFilter const& filter, Place const& a, Place const& b) {
    if (a.first != b.first) return a.first < b.first;
    return filter.order == ListFilter::Order::due ? a.second < b.second : a.second > b.second;
}

} // namespace radslag::sim
