#include "storage/looks.h"

#include <charconv>
#include <map>

#include <fmt/format.h>

#include "storage/chains.h"
#include "storage/desk.h"

namespace radslag::storage {
namespace {

using commands::Looked;

constexpr std::int64_t hour = 3'600'000'000; // µs
constexpr std::size_t waiting_at_most = 20'000;
constexpr std::chrono::milliseconds gathering{500};

struct Place {
    std::int64_t hour = 0, n = 0;
};
std::optional<Place> read_place(std::string_view text) {
    Place place;
    auto const* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, place.hour);
    if (read.ec != std::errc{} || read.ptr == end || *read.ptr != '.') return std::nullopt;
    read = std::from_chars(read.ptr + 1, end, place.n);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return place;
}

Looked read_look(Query const& query, OrganisationId const& organisation) {
    Looked look{organisation,
                StaffId{std::string(query.text(2))},
                std::string(query.text(3)),
                CaseId{std::string(query.text(4))},
                cells::split(std::string(query.text(5))),
                {},
                Instant{query.integer(7)},
                Instant{query.integer(8)},
                query.integer(9)};
    for (auto& person : cells::split(std::string(query.text(6))))
        look.persons.push_back(PersonId{std::move(person)});
    return look;
}

// `n`: its number in its hour; nothing: the next.
trail::Left write_look(Connection& db, Looked const& look, std::optional<std::int64_t> n = {}) {
    std::vector<std::string> persons;
    for (auto const& person : look.persons) persons.push_back(person.text);
    auto query =
        db.query("INSERT INTO look (organisation_id, hour, n, staff_id, look, case_id, matters,"
                 " persons, at, until, times) VALUES ($1, $2,"
                 " coalesce($11, (SELECT coalesce(max(n), 0) + 1 FROM look"
                 " WHERE organisation_id = $1 AND hour = $2)), $3, $4, $5, $6, $7, $8, $9, $10)"
                 " ON CONFLICT (organisation_id, hour, staff_id, look, case_id, matters, persons)"
                 " DO UPDATE SET at = min(at, excluded.at), until = max(until, excluded.until),"
                 " times = times + excluded.times RETURNING *",
                 look.organisation, look.at.micros / hour, look.staff, look.look, look.of.text,
                 cells::join(look.matters), cells::join(persons), look.at, look.until, look.times, n);
    auto row = written(db, "look", {}, query);
    row.id = fmt::format("{}.{}", std::get<std::int64_t>((*row.cells)[1]),
                         std::get<std::int64_t>((*row.cells)[2]));
    return row;
}

// What was noted while its case was erased.
bool is_of_an_erased_case(Connection& db, CaseId const& id) {
    return db
        .query("SELECT 1 WHERE EXISTS (SELECT 1 FROM trail WHERE chain = $1)"
               " AND NOT EXISTS (SELECT 1 FROM glance WHERE case_id = $1)",
               id)
        .step();
}

constexpr std::string_view somebody = "-"; // who is gone: that it was one of so many is left

struct Placed {
    Place place;
    Looked look;
};
std::vector<Placed> all_at(Connection& db, OrganisationId const& organisation, CaseId const& id) {
    std::vector<Placed> all;
    auto query = db.query("SELECT hour, n, staff_id, look, case_id, matters, persons, at, until,"
                          " times FROM look WHERE organisation_id = $1 AND case_id = $2"
                          " ORDER BY hour, n",
                          organisation, id);
    while (query.step())
        all.push_back({{query.integer(0), query.integer(1)}, read_look(query, organisation)});
    return all;
}

bool forget(Looked& look, std::optional<std::set<std::string>> const& only) {
    bool some = false;
    for (auto& person : look.persons)
        if (person.text != somebody && (!only || only->contains(person.text))) {
            person.text = somebody;
            some = true;
        }
    return some;
}

} // namespace

std::int64_t forget_looked_at(Connection& db, OrganisationId const& organisation, CaseId const& id,
                              std::optional<std::set<std::string>> const& only) {
    std::map<std::int64_t, std::vector<trail::Left>> days;
    std::int64_t forgotten = 0;
    for (auto& [place, look] : all_at(db, organisation, id)) {
        if (!forget(look, only)) continue;
        ++forgotten;
        db.run("DELETE FROM look WHERE organisation_id = $1 AND hour = $2 AND n = $3", organisation,
               place.hour, place.n);
        auto& rows = days[place.hour / 24];
        rows.push_back({"look", fmt::format("{}.{}", place.hour, place.n), std::nullopt, 0});
        // It may be one with another that shows the same now.
        rows.push_back(write_look(db, look, place.n));
    }
    for (auto const& [day, rows] : days) append_looks(db, organisation, day, rows);
    return forgotten;
}

commands::LookPage looks(Connection& db, OrganisationId const& organisation,
                         commands::LookFilter const& filter) {
    commands::LookPage page;
    Cells values{organisation.text};
    std::string where = "organisation_id = $1";
    auto add = [&](std::string_view condition, std::string const& value) {
        values.emplace_back(value);
        where += fmt::format(fmt::runtime(condition), values.size());
    };
    if (!filter.staff.empty()) add(" AND staff_id = ${}", filter.staff.text);
    if (!filter.of.empty()) add(" AND case_id = ${}", filter.of.text);
    if (!filter.cursor.empty()) {
        auto const place = read_place(filter.cursor);
        page.strange = !place;
        if (!place) return page;
        where += fmt::format(" AND (hour, n) < (${}, ${})", values.size() + 1, values.size() + 2);
        values.insert(values.end(), {Cell{place->hour}, Cell{place->n}});
    }
    auto const sql = fmt::format("SELECT hour, n, staff_id, look, case_id, matters, persons, at,"
                                 " until, times FROM look WHERE {} ORDER BY hour DESC, n DESC"
                                 " LIMIT ${}",
                                 where, values.size() + 1);
    values.emplace_back(static_cast<std::int64_t>(filter.limit) + 1);
    auto query = db.query_cells(sql, values);
    std::string last;
    while (query.step()) {
        if (page.rows.size() == filter.limit) {
            page.next = last;
            break;
        }
        page.rows.push_back(read_look(query, organisation));
        last = fmt::format("{}.{}", query.integer(0), query.integer(1));
    }
    return page;
}

void write_looks(Connection& db, std::vector<Looked> const& looks) {
    std::map<std::pair<std::string, std::int64_t>, std::vector<trail::Left>> days;
    for (auto look : looks) {
        if (is_of_an_erased_case(db, look.of)) forget(look, {});
        days[{look.organisation.text, look.at.micros / (24 * hour)}].push_back(
            write_look(db, look));
    }
    for (auto const& [of, rows] : days) append_looks(db, OrganisationId{of.first}, of.second, rows);
}

void Waiting::add(Looked look) {
    std::vector<std::string> persons;
    for (auto const& person : look.persons) persons.push_back(person.text);
    auto const key = fmt::format("{}\n{}\n{}\n{}\n{}\n{}\n{}", look.organisation.text,
                                 look.at.micros / hour, look.staff.text, look.look, look.of.text,
                                 cells::join(look.matters), cells::join(persons));
    auto const [at, fresh] = places_.try_emplace(key, looks_.size());
    if (fresh) {
        looks_.push_back(std::move(look));
        return;
    }
    auto& other = looks_[at->second];
    other.at = std::min(other.at, look.at);
    other.until = std::max(other.until, look.until);
    other.times += look.times;
}

Notes::Notes(Desk& desk) : desk_(desk), thread_([this] { live(); }) {}

Notes::~Notes() {
    {
        std::lock_guard lock(mutex_);
        closing_ = true;
    }
    came_.notify_one();
    thread_.join();
}

bool Notes::add(std::vector<Looked> looks) {
    {
        std::lock_guard lock(mutex_);
        if (waiting_.size() >= waiting_at_most) return false;
        for (auto& look : looks) waiting_.add(std::move(look));
    }
    came_.notify_one();
    return true;
}

// What could not be written waits on, before what came meanwhile.
Outcome<bool> Notes::write() {
    std::lock_guard one_at_a_time(writing_);
    Waiting batch;
    {
        std::lock_guard lock(mutex_);
        std::swap(batch, waiting_);
    }
    if (batch.size() == 0) return true;
    auto give_back = [&] {
        std::lock_guard lock(mutex_);
        std::swap(batch, waiting_);
        for (auto const& look : batch.looks()) waiting_.add(look);
    };
    try {
        auto wrote = desk_.run([&](commands::Writer& writer) {
            static_cast<Writes&>(writer).write(batch.looks()); // the desk's own
            return true;
        });
        if (!wrote) give_back();
        return wrote;
    } catch (...) {
        give_back();
        return broken("What was shown cannot be noted.", "the log of looks was not written");
    }
}

void Notes::live() {
    std::unique_lock lock(mutex_);
    while (!closing_) {
        came_.wait(lock, [&] { return closing_ || waiting_.size() > 0; });
        came_.wait_for(lock, gathering, [&] { return closing_; });
        lock.unlock();
        static_cast<void>(write()); // a failure shows at the desk, and here when too many wait
        lock.lock();
    }
    lock.unlock();
    static_cast<void>(write());
}

} // namespace radslag::storage
