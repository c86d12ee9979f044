#pragma once
// What a reader, or a writer, of the store in memory finds. Private to memory.cpp.
#include <algorithm>

#include "sim/kept.h"

namespace radslag::sim {

inline constexpr std::size_t longest_page = 100;

template <class Port> class Looks : public Port {
public:
    explicit Looks(Tables& tables) : t(tables) {}

    std::vector<commands::Organisation> organisations() override { return t.organisations; }
    std::optional<commands::Organisation> organisation(OrganisationId const& id) override {
        auto at = std::ranges::find(t.organisations, id, &commands::Organisation::id);
        return at == t.organisations.end() ? std::nullopt : std::optional(*at);
    }
    std::optional<commands::Staff> staff(StaffId const& id) override { return found(t.staff, id); }
    std::vector<commands::Staff> staff_with_mail(std::string const& mail) override {
        std::vector<commands::Staff> all;
        for (auto const& [id, one] : t.staff)
            if (one.mail == mail) all.push_back(one);
        std::ranges::sort(all, {}, &commands::Staff::id);
        return all;
    }
    std::vector<commands::Staff> staff_of(OrganisationId const& id) override {
        std::vector<commands::Staff> all;
        for (auto const& [staff_id, one] : t.staff)
            if (one.organisation == id) all.push_back(one);
        std::ranges::sort(all, {}, &commands::Staff::id);
        return all;
    }
    std::optional<commands::Session> session(std::string const& hash) override {
        return found(t.sessions, hash);
    }
    std::vector<commands::CommitteeDay> committee_days(OrganisationId const& id) override {
        std::vector<commands::CommitteeDay> all;
        for (auto const& day : t.days)
            if (day.organisation == id) all.push_back(day);
        std::ranges::sort(all, {}, [](auto const& one) { return std::pair(one.day, one.id); });
        return all;
    }
    std::vector<commands::Restriction> restrictions(OrganisationId const& id) override {
        std::vector<commands::Restriction> all;
        for (auto const& one : t.restrictions)
            if (one.organisation == id) all.push_back(one);
        std::ranges::sort(all, {}, [](auto const& one) { return std::pair(one.from, one.id); });
        return all;
    }
    std::optional<commands::HouseAct> house_act(OrganisationId const& organisation,
                                                ActId const& act) override {
        return found(t.house_acts, act_key(organisation, act));
    }
    std::optional<CaseFile> case_file(OrganisationId const& organisation,
                                      CaseId const& id) override {
        auto at = t.cases.find(id);
        if (at == t.cases.end() || at->second.organisation != organisation) return {};
        return *at->second.file;
    }
    std::optional<std::int64_t> access(CaseId const& id) override {
        auto at = t.cases.find(id);
        return at == t.cases.end() ? std::nullopt
                                   : std::optional(at->second.file->counter().access);
    }
    std::vector<Happening> happenings(CaseId const& id, std::int64_t after, std::size_t limit,
                                      bool with_changes) override {
        auto at = t.cases.find(id);
        if (at == t.cases.end() || after < 0) return {};
        return copied(at->second.happenings, static_cast<std::size_t>(after), limit, with_changes);
    }
    std::int64_t last_seq(CaseId const& id) override {
        auto at = t.cases.find(id);
        return at == t.cases.end() ? 0 : static_cast<std::int64_t>(at->second.happenings.size());
    }
    std::vector<Happening> act(OrganisationId const& organisation, ActId const& act) override {
        auto at = t.acts.find(act_key(organisation, act));
        if (at == t.acts.end()) return {};
        auto const& all = t.cases.at(at->second.first).happenings;
        auto end = at->second.second;
        while (end < all.size() && all[end].act == act) ++end;
        return copied(all, at->second.second, end - at->second.second, true);
    }
    commands::ListPage list(OrganisationId const& organisation, StaffId const& asking,
                            ListFilter const& filter) override;
    std::vector<commands::RuleCount> rule_counts(OrganisationId const& organisation, int year,
                                                 Date until) override {
        return counted(t, organisation, year, until);
    }
    // Nobody asks a simulated house who looked.
    commands::LookPage looks(OrganisationId const&, commands::LookFilter const&) override {
        return {};
    }
    std::vector<commands::Hold> holds(OrganisationId const& id) override {
        return sorted_of(t.holds, id, [](auto const& one) { return std::pair(one.put_at, one.id); });
    }
    std::vector<commands::Release> releases(OrganisationId const& id) override {
        auto all =
            sorted_of(t.releases, id, [](auto const& one) { return std::pair(one.at, one.id); });
        std::erase_if(all, [](auto const& one) { return one.withdrawn_at.has_value(); });
        return all;
    }
    std::vector<commands::Erasure> erasures(OrganisationId const& id, std::size_t limit) override {
        auto all = sorted_of(t.erasures, id,
                             [](auto const& one) { return std::pair(one.erased_at, one.id); });
        std::ranges::reverse(all);
        if (all.size() > limit) all.resize(limit);
        return all;
    }
    bool is_unwiped() override {
        return std::ranges::any_of(t.erasures, [](auto const& one) { return !one.wiped_at; });
    }
    std::optional<CaseId> case_numbered(OrganisationId const& id, std::int64_t number) override {
        for (auto const& [of, kept] : t.cases)
            if (kept.organisation == id && kept.glance.number == number) return of;
        return {};
    }
    std::vector<std::pair<OrganisationId, CaseId>> not_kept_in_mind(std::string const& rules,
                                                                    std::size_t limit) override;
    std::vector<CaseId> to_erase(OrganisationId const& id, Date today, std::size_t limit) override;
    // No act brings a file yet.
    std::vector<commands::KeptFile> files(OrganisationId const&, CaseId const&) override {
        return {};
    }
    std::vector<commands::DueCase> due(Date today, std::size_t limit) override {
        std::vector<commands::DueCase> all;
        std::set<std::string> seen; // a case can have several days due
        for (auto const& [day, id] : t.due) {
            if (day > today || all.size() >= limit) break;
            if (seen.insert(id).second)
                all.push_back({t.cases.at(CaseId{id}).organisation, CaseId{id}});
        }
        return all;
    }

protected:
    template <class One, class Key>
    static std::vector<One> sorted_of(std::vector<One> const& all, OrganisationId const& id,
                                      Key key) {
        std::vector<One> some;
        std::ranges::copy_if(all, std::back_inserter(some),
                             [&](One const& one) { return one.organisation == id; });
        std::ranges::sort(some, {}, key);
        return some;
    }
    template <class Map, class Key>
    static std::optional<typename Map::mapped_type> found(Map const& map, Key const& key) {
        auto at = map.find(key);
        return at == map.end() ? std::nullopt : std::optional(at->second);
    }
    static std::vector<Happening> copied(std::vector<Happening> const& all, std::size_t from,
                                         std::size_t limit, bool whole) {
        std::vector<Happening> some;
        for (auto i = from; i < all.size() && some.size() < limit; ++i) {
            if (whole) {
                some.push_back(all[i]);
                continue;
            }
            auto const& h = all[i];
            some.push_back({h.seq,
                            h.act,
                            h.request,
                            h.name,
                            h.at,
                            h.staff,
                            h.by,
                            h.for_whom,
                            h.told,
                            h.told_on,
                            h.about,
                            h.why,
                            h.detail,
                            h.taken_back_by,
                            {}});
        }
        return some;
    }
    Tables& t;
};

// In the order of their ids: what time does must not hang on where something lies in memory.
template <class Port>
std::vector<std::pair<OrganisationId, CaseId>>
Looks<Port>::not_kept_in_mind(std::string const& rules, std::size_t limit) {
    std::vector<std::pair<OrganisationId, CaseId>> all;
    for (auto const& [id, kept] : t.cases) {
        auto const at = t.kept_until.find(id);
        if (at == t.kept_until.end() || at->second.rules != rules ||
            at->second.seen != kept.glance.changed_at)
            all.emplace_back(kept.organisation, id);
    }
    std::ranges::sort(all, {}, &std::pair<OrganisationId, CaseId>::second);
    if (all.size() > limit) all.resize(limit);
    return all;
}

template <class Port>
std::vector<CaseId> Looks<Port>::to_erase(OrganisationId const& organisation, Date today,
                                          std::size_t limit) {
    std::vector<std::pair<Date, CaseId>> due;
    for (auto const& [id, kept] : t.kept_until)
        if (kept.organisation == organisation && kept.due_on && *kept.due_on <= today)
            due.emplace_back(*kept.due_on, id);
    std::ranges::sort(due);
    if (due.size() > limit) due.resize(limit);
    std::vector<CaseId> all;
    for (auto& [day, id] : due) all.push_back(std::move(id));
    return all;
}

template <class Port>
commands::ListPage Looks<Port>::list(OrganisationId const& organisation, StaffId const& asking,
                                     ListFilter const& filter) {
    commands::ListPage page;
    auto const after = read_place(filter.cursor);
    page.strange = !filter.cursor.empty() && !after;
    if (page.strange) return page;
    std::vector<std::pair<Place, Kept const*>> rows;
    auto consider = [&](CaseId const& id, Kept const& kept) {
        auto const& g = kept.glance;
        conference::Conference one;
        one.status = g.status;
        bool const asked = filter.status.empty() ? one.is_live() : filter.status == word(g.status);
        if (kept.organisation != organisation || !asked) return;
        if (!filter.model.empty() && g.model != filter.model) return;
        if (!filter.stage.empty() && g.stage != filter.stage) return;
        if (filter.late && !(g.due_on && *g.due_on < filter.today.value())) return;
        Place place{key_of(filter, g), id.text};
        if (!after || comes_before(filter, *after, place))
            rows.emplace_back(std::move(place), &kept);
    };
    if (filter.mine) {
        for (auto const& id : t.duties[*filter.mine]) consider(CaseId{id}, t.cases.at(CaseId{id}));
    } else {
        for (auto const& [id, kept] : t.cases) consider(id, kept);
    }
    std::ranges::sort(
        rows, [&](auto const& a, auto const& b) { return comes_before(filter, a.first, b.first); });
    auto const size = std::clamp(filter.limit, std::size_t{1}, longest_page);
    for (auto const& [place, kept] : rows) {
        if (page.rows.size() == size) {
            auto const& last = rows[size - 1].first;
            page.next = std::to_string(last.first) + " " + last.second;
            break;
        }
        commands::GlanceRow row{kept->glance, {}};
        if (auto const* mine = duty_of(kept->glance, asking))
            row.mine = {{}, mine->roles, mine->open};
        row.glance.duties.clear();
        page.rows.push_back(std::move(row));
    }
    return page;
}

} // namespace radslag::sim
