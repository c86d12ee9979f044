#include "sim/kept.h"

#include <map>
#include <tuple>

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

// Each case counts once for a rule, with the worst that became of it.
std::vector<commands::RuleCount> counted(Tables const& tables, OrganisationId const& organisation,
                                         int year, Date until) {
    using Rule = std::tuple<std::string, std::int64_t, std::string>;
    std::map<Rule, evaluation::Counts> all;
    for (auto const& [id, kept] : tables.cases) {
        if (kept.organisation != organisation) continue;
        std::map<Rule, evaluation::Outcome> worst;
        for (auto const& one : kept.file->all<evaluation::Followed>()) {
            if (static_cast<int>(one.on.year()) != year || one.on > until) continue;
            auto& so_far = worst[{one.model, one.model_version, one.rule}];
            so_far = std::max(so_far, one.outcome);
        }
        for (auto const& [rule, outcome] : worst) {
            auto& counts = all[rule];
            if (outcome == evaluation::Outcome::kept) ++counts.kept;
            else if (outcome == evaluation::Outcome::passed) ++counts.passed;
            else ++counts.late;
        }
    }
    std::vector<commands::RuleCount> told;
    for (auto const& [rule, counts] : all)
        told.push_back({std::get<0>(rule), std::get<1>(rule), std::get<2>(rule), counts});
    return told;
}

} // namespace radslag::sim
