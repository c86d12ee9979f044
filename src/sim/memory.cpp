#include "sim/memory.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <unordered_map>

namespace radslag::sim {
namespace {

using commands::ListFilter;
using workflow::CaseFile;
using workflow::Happening;

constexpr std::size_t longest_page = 100;
Date const never = std::chrono::year(9999) / 12 / 31;

struct Kept { // a case
    OrganisationId organisation;
    std::shared_ptr<CaseFile const> file; // replaced, never changed: readers keep what they saw
    std::vector<Happening> happenings;
    commands::Glance glance;
};

struct Tables {
    std::vector<commands::Organisation> organisations;
    std::unordered_map<OrganisationId, std::int64_t> last_number;
    std::unordered_map<StaffId, commands::Staff> staff;
    std::unordered_map<std::string, commands::Session> sessions;
    std::vector<commands::CommitteeDay> days;
    std::vector<commands::Restriction> restrictions;
    std::unordered_map<std::string, commands::HouseAct> house_acts;
    std::unordered_map<CaseId, Kept> cases;
    std::unordered_map<std::string, std::pair<CaseId, std::size_t>> acts; // act → case, first happening
    std::set<std::pair<Date, std::string>> due;                          // day, case
    std::unordered_map<StaffId, std::set<std::string>> duties;           // whose cases
};

std::string act_key(OrganisationId const& organisation, ActId const& act) { return organisation.text + act.text; }

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

// Where a page ended: its last row's key and case.
using Place = std::pair<std::int64_t, std::string>;

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

// Both ways by case where the keys are alike, as storage/ has it.
bool comes_before(ListFilter const& filter, Place const& a, Place const& b) {
    if (a.first != b.first) return a.first < b.first;
    return filter.order == ListFilter::Order::due ? a.second < b.second : a.second > b.second;
}

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
    std::optional<commands::Session> session(std::string const& hash) override { return found(t.sessions, hash); }
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
    std::optional<commands::HouseAct> house_act(OrganisationId const& organisation, ActId const& act) override {
        return found(t.house_acts, act_key(organisation, act));
    }
    std::optional<CaseFile> case_file(OrganisationId const& organisation, CaseId const& id) override {
        auto at = t.cases.find(id);
        if (at == t.cases.end() || at->second.organisation != organisation) return {};
        return *at->second.file;
    }
    std::optional<std::int64_t> access(CaseId const& id) override {
        auto at = t.cases.find(id);
        return at == t.cases.end() ? std::nullopt : std::optional(at->second.file->counter().access);
    }
    std::vector<Happening> happenings(CaseId const& id, std::int64_t after, std::size_t limit, bool with_changes) override {
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
    commands::ListPage list(OrganisationId const& organisation, StaffId const& asking, ListFilter const& filter) override;
    std::vector<commands::DueCase> due(Date today, std::size_t limit) override {
        std::vector<commands::DueCase> all;
        std::set<std::string> seen; // a case can have several days due
        for (auto const& [day, id] : t.due) {
            if (day > today || all.size() >= limit) break;
            if (seen.insert(id).second) all.push_back({t.cases.at(CaseId{id}).organisation, CaseId{id}});
        }
        return all;
    }

protected:
    template <class Map, class Key>
    static std::optional<typename Map::mapped_type> found(Map const& map, Key const& key) {
        auto at = map.find(key);
        return at == map.end() ? std::nullopt : std::optional(at->second);
    }
    static std::vector<Happening> copied(std::vector<Happening> const& all, std::size_t from, std::size_t limit, bool whole) {
        std::vector<Happening> some;
        for (auto i = from; i < all.size() && some.size() < limit; ++i) {
            if (whole) {
                some.push_back(all[i]);
                continue;
            }
            auto const& h = all[i];
            some.push_back({h.seq, h.act, h.request, h.name, h.at, h.staff, h.by, h.for_whom, h.told, h.told_on, h.about,
                            h.why, h.detail, h.taken_back_by, {}});
        }
        return some;
    }
    Tables& t;
};

template <class Port>
commands::ListPage Looks<Port>::list(OrganisationId const& organisation, StaffId const& asking, ListFilter const& filter) {
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
        if (!after || comes_before(filter, *after, place)) rows.emplace_back(std::move(place), &kept);
    };
    if (filter.mine) {
        for (auto const& id : t.duties[*filter.mine]) consider(CaseId{id}, t.cases.at(CaseId{id}));
    } else {
        for (auto const& [id, kept] : t.cases) consider(id, kept);
    }
    std::ranges::sort(rows, [&](auto const& a, auto const& b) { return comes_before(filter, a.first, b.first); });
    auto const size = std::clamp(filter.limit, std::size_t{1}, longest_page);
    for (auto const& [place, kept] : rows) {
        if (page.rows.size() == size) {
            auto const& last = rows[size - 1].first;
            page.next = std::to_string(last.first) + " " + last.second;
            break;
        }
        commands::GlanceRow row{kept->glance, {}};
        if (auto const* mine = duty_of(kept->glance, asking)) row.mine = {{}, mine->roles, mine->open};
        row.glance.duties.clear();
        page.rows.push_back(std::move(row));
    }
    return page;
}

using Undo = std::vector<std::function<void()>>; // what puts it back, last first

class Writes final : public Looks<commands::Writer> {
public:
    Writes(Tables& tables, Undo& undo) : Looks(tables), undo_(undo) {}

    void put(commands::Organisation const& one) override {
        put_among(t.organisations, one);
        std::ranges::sort(t.organisations, {}, &commands::Organisation::id);
    }
    void put(commands::Staff const& one) override { put_in(t.staff, one.id, one); }
    void put(commands::Session const& one) override { put_in(t.sessions, one.token_hash, one); }
    void put(commands::CommitteeDay const& day) override { put_among(t.days, day); }
    void put(commands::Restriction const& one) override { put_among(t.restrictions, one); }
    void put(commands::HouseAct const& act) override {
        auto const key = act_key(act.organisation, act.id);
        RADSLAG_SURE(!t.house_acts.contains(key));
        put_in(t.house_acts, key, act);
    }
    void end_session(std::string const& hash) override {
        keep(t.sessions);
        t.sessions.erase(hash);
    }
    void end_sessions_of(StaffId const& staff, std::string const& but) override {
        keep(t.sessions);
        std::erase_if(t.sessions, [&](auto const& one) { return one.second.staff == staff && one.first != but; });
    }
    void end_sessions_until(Instant now) override {
        keep(t.sessions);
        std::erase_if(t.sessions, [&](auto const& one) { return one.second.until <= now; });
    }
    std::int64_t next_case_number(OrganisationId const& organisation) override {
        auto& last = t.last_number[organisation];
        undo_.push_back([&last, had = last] { last = had; });
        return ++last;
    }
    void save(OrganisationId const& organisation, CaseId const& id, std::vector<Happening> const& happenings,
              commands::Glance const& glance) override;

private:
    template <class All> void keep(All& all) {
        undo_.push_back([&all, had = all]() mutable { all = std::move(had); });
    }
    template <class One> void put_among(std::vector<One>& all, One const& one) {
        keep(all);
        auto at = std::ranges::find(all, one.id, &One::id);
        if (at == all.end()) all.push_back(one);
        else *at = one;
    }
    template <class Map, class Key, class One> void put_in(Map& map, Key const& key, One const& one) {
        auto at = map.find(key);
        if (at == map.end()) undo_.push_back([&map, key] { map.erase(key); });
        else undo_.push_back([&map, key, had = at->second] { map[key] = had; });
        map.insert_or_assign(key, one);
    }
    void mark_taken_back(Kept& kept, Happening const& by);

    Undo& undo_;
};

// Every happening of the act that is taken back says by which it was.
void Writes::mark_taken_back(Kept& kept, Happening const& by) {
    std::int64_t seq = 0;
    auto const read = std::from_chars(by.about.data(), by.about.data() + by.about.size(), seq);
    RADSLAG_SURE(read.ec == std::errc{} && seq >= 1 && seq < by.seq);
    auto const act = kept.happenings[static_cast<std::size_t>(seq) - 1].act;
    for (std::size_t i = 0; i < kept.happenings.size(); ++i) {
        auto& h = kept.happenings[i];
        if (h.act != act || h.taken_back_by) continue;
        h.taken_back_by = by.seq;
        undo_.push_back([&kept, i] { kept.happenings[i].taken_back_by.reset(); });
    }
}

void Writes::save(OrganisationId const& organisation, CaseId const& id, std::vector<Happening> const& happenings,
                  commands::Glance const& glance) {
    RADSLAG_SURE(glance.id == id && glance.organisation == organisation);
    auto [at, fresh] = t.cases.try_emplace(id);
    auto& kept = at->second;
    if (fresh) kept.organisation = organisation;
    RADSLAG_SURE(kept.organisation == organisation);
    auto const before = fresh ? std::set<Date>{} : acting_days(*kept.file);
    auto file = fresh ? std::make_shared<CaseFile>() : std::make_shared<CaseFile>(*kept.file);
    undo_.push_back([this, &kept, id, fresh, had = kept.file, glance_had = kept.glance, count = kept.happenings.size()] {
        for (auto const& day : acting_days(*kept.file)) t.due.erase({day, id.text});
        for (auto const& duty : kept.glance.duties) t.duties[duty.staff].erase(id.text);
        if (fresh) {
            t.cases.erase(id);
            return;
        }
        kept.file = had;
        kept.glance = glance_had;
        kept.happenings.resize(count);
        for (auto const& day : acting_days(*kept.file)) t.due.insert({day, id.text});
        for (auto const& duty : kept.glance.duties) t.duties[duty.staff].insert(id.text);
    });
    for (auto const& h : happenings) {
        RADSLAG_SURE(h.seq == static_cast<std::int64_t>(kept.happenings.size()) + 1 && !h.act.empty());
        auto const key = act_key(organisation, h.act);
        if (t.acts.try_emplace(key, id, kept.happenings.size()).second)
            undo_.push_back([this, key] { t.acts.erase(key); });
        kept.happenings.push_back(h);
        for (auto const& change : h.changes) apply(*file, change);
        if (h.name == "take_back") mark_taken_back(kept, h);
    }
    kept.file = std::move(file);
    for (auto const& duty : kept.glance.duties) t.duties[duty.staff].erase(id.text);
    kept.glance = glance;
    for (auto const& duty : glance.duties) t.duties[duty.staff].insert(id.text);
    auto const after = acting_days(*kept.file);
    for (auto const& day : before) t.due.erase({day, id.text});
    for (auto const& day : after) t.due.insert({day, id.text});
}

// For one thread: a reader sees what is written while it lives.
class MemoryStore final : public commands::Store {
public:
    Outcome<std::unique_ptr<commands::Reader>> read() override {
        return std::make_unique<Looks<commands::Reader>>(tables_);
    }
    Outcome<bool> write(std::function<bool(commands::Writer&)> const& work) override {
        RADSLAG_SURE(!writing_);
        writing_ = true;
        Undo undo;
        bool kept = false;
        auto put_back = [&] {
            for (auto at = undo.rbegin(); at != undo.rend(); ++at) (*at)();
            writing_ = false;
        };
        try {
            Writes writer(tables_, undo);
            kept = work(writer);
        } catch (...) {
            put_back();
            throw;
        }
        if (!kept) put_back();
        writing_ = false;
        return kept;
    }

private:
    Tables tables_;
    bool writing_ = false;
};

template <class... R, class F>
void with_rows(std::tuple<std::vector<R>...>& rows, std::string_view table, F f) {
    auto one = [&]<class One>(std::vector<One>& all) {
        if (One::table == table) f(all);
    };
    (one(std::get<std::vector<R>>(rows)), ...);
}

} // namespace

std::unique_ptr<commands::Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

void apply(CaseFile& file, workflow::Change const& change) {
    bool known = false;
    with_rows(file.rows, change.table, [&]<class One>(std::vector<One>& all) {
        known = true;
        auto at = std::ranges::find_if(all, [&](One const& row) { return row.id.text == change.id; });
        if (!change.after) {
            RADSLAG_SURE(at != all.end());
            all.erase(at);
        } else if (at != all.end()) {
            *at = from_cells<One>(*change.after);
        } else {
            all.push_back(from_cells<One>(*change.after));
        }
    });
    RADSLAG_SURE(known);
}

} // namespace radslag::sim
