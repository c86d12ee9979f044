#include "storage/house.h"

#include "storage/rows.h"

namespace radslag::storage {
namespace {

using commands::CommitteeDay;
using commands::HouseAct;
using commands::Organisation;
using commands::Session;
using commands::Staff;

constexpr std::string_view organisation_columns =
    "SELECT id, name, country, zone, language FROM organisation";

Organisation read_organisation(Query const& query) {
    return {read_column<OrganisationId>(query, 0), read_column<std::string>(query, 1),
            read_column<std::string>(query, 2), read_column<std::string>(query, 3),
            read_column<std::string>(query, 4)};
}

constexpr std::string_view staff_columns =
    "SELECT id, organisation_id, name, mail, offices, language, password_hash, totp_secret,"
    " totp_used, invite_hash, invite_until, locked_at, pledged_at, training, version FROM staff";

Staff read_staff(Query const& query) {
    Staff s;
    s.id = read_column<StaffId>(query, 0);
    s.organisation = read_column<OrganisationId>(query, 1);
    s.name = read_column<std::string>(query, 2);
    s.mail = read_column<std::string>(query, 3);
    s.offices = read_column<std::uint32_t>(query, 4);
    s.language = read_column<std::string>(query, 5);
    s.password_hash = read_column<std::string>(query, 6);
    s.totp_secret = read_column<std::string>(query, 7);
    s.totp_used = query.integer(8);
    s.invite_hash = read_column<std::string>(query, 9);
    s.invite_until = read_column<std::optional<Instant>>(query, 10);
    s.locked_at = read_column<std::optional<Instant>>(query, 11);
    s.pledged_at = read_column<std::optional<Instant>>(query, 12);
    s.training = read_column<std::vector<std::string>>(query, 13);
    s.version = query.integer(14);
    return s;
}

std::string with(std::string_view columns, std::string_view rest) {
    return std::string(columns) + std::string(rest);
}

} // namespace

std::vector<Organisation> organisations(Connection& db) {
    static std::string const sql = with(organisation_columns, " ORDER BY id");
    std::vector<Organisation> all;
    auto query = db.query(sql);
    while (query.step()) all.push_back(read_organisation(query));
    return all;
}

std::optional<Organisation> organisation(Connection& db, OrganisationId const& id) {
    static std::string const sql = with(organisation_columns, " WHERE id = $1");
    auto query = db.query(sql, id);
    if (!query.step()) return std::nullopt;
    return read_organisation(query);
}

std::optional<Staff> staff(Connection& db, StaffId const& id) {
    static std::string const sql = with(staff_columns, " WHERE id = $1");
    auto query = db.query(sql, id);
    if (!query.step()) return std::nullopt;
    return read_staff(query);
}

std::vector<Staff> staff_with_mail(Connection& db, std::string const& mail) {
    static std::string const sql = with(staff_columns, " WHERE mail = $1 ORDER BY id");
    std::vector<Staff> all;
    auto query = db.query(sql, mail);
    while (query.step()) all.push_back(read_staff(query));
    return all;
}

std::vector<Staff> staff_of(Connection& db, OrganisationId const& id) {
    static std::string const sql = with(staff_columns, " WHERE organisation_id = $1 ORDER BY id");
    std::vector<Staff> all;
    auto query = db.query(sql, id);
    while (query.step()) all.push_back(read_staff(query));
    return all;
}

std::optional<Session> session(Connection& db, std::string const& token_hash) {
    auto query = db.query("SELECT token_hash, staff_id, csrf, began_at, seen_at, until FROM session"
                          " WHERE token_hash = $1",
                          token_hash);
    if (!query.step()) return std::nullopt;
    return Session{read_column<std::string>(query, 0), read_column<StaffId>(query, 1),
                   read_column<std::string>(query, 2), read_column<Instant>(query, 3),
                   read_column<Instant>(query, 4),     read_column<Instant>(query, 5)};
}

std::vector<CommitteeDay> committee_days(Connection& db, OrganisationId const& id) {
    std::vector<CommitteeDay> all;
    auto query = db.query("SELECT id, model, day, cancelled_at FROM committee_day"
                          " WHERE organisation_id = $1 ORDER BY day, id",
                          id);
    while (query.step())
        all.push_back({read_column<RowId>(query, 0), id, read_column<std::string>(query, 1),
                       read_column<Date>(query, 2), read_column<std::optional<Instant>>(query, 3)});
    return all;
}

std::optional<HouseAct> house_act(Connection& db, OrganisationId const& organisation,
                                  ActId const& act) {
    auto query = db.query("SELECT name, staff_id, at, about, version, request FROM house_act"
                          " WHERE organisation_id = $1 AND act_id = $2",
                          organisation, act);
    if (!query.step()) return std::nullopt;
    return HouseAct{act,
                    read_column<std::string>(query, 5),
                    organisation,
                    read_column<std::string>(query, 0),
                    read_column<StaffId>(query, 1),
                    read_column<Instant>(query, 2),
                    read_column<std::string>(query, 3),
                    query.integer(4)};
}

void put(Connection& db, Organisation const& o) {
    RADSLAG_SURE(!o.id.empty());
    db.run(
        "INSERT INTO organisation (id, name, country, zone, language) VALUES ($1, $2, $3, $4, $5)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, country = excluded.country,"
        " zone = excluded.zone, language = excluded.language",
        o.id, o.name, o.country, o.zone, o.language);
}

void put(Connection& db, Staff const& s) {
    RADSLAG_SURE(!s.id.empty());
    RADSLAG_SURE(s.mail == lower_ascii(s.mail));
    auto written = db.run(
        "INSERT INTO staff (id, organisation_id, name, mail, offices, language, password_hash,"
        " totp_secret, totp_used, invite_hash, invite_until, locked_at, pledged_at, training,"
        " version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)"
        " ON CONFLICT (id) DO UPDATE SET name = excluded.name, mail = excluded.mail,"
        " offices = excluded.offices, language = excluded.language,"
        " password_hash = excluded.password_hash, totp_secret = excluded.totp_secret,"
        " totp_used = excluded.totp_used, invite_hash = excluded.invite_hash,"
        " invite_until = excluded.invite_until, locked_at = excluded.locked_at,"
        " pledged_at = excluded.pledged_at, training = excluded.training,"
        " version = excluded.version WHERE staff.organisation_id = excluded.organisation_id",
        s.id, s.organisation, s.name, s.mail, s.offices, s.language, s.password_hash, s.totp_secret,
        s.totp_used, s.invite_hash, s.invite_until, s.locked_at, s.pledged_at,
        cells::join(s.training), s.version);
    RADSLAG_SURE(written == 1);
}

void put(Connection& db, Session const& s) {
    RADSLAG_SURE(!s.token_hash.empty());
    auto written =
        db.run("INSERT INTO session (token_hash, staff_id, csrf, began_at, seen_at, until)"
               " VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (token_hash) DO UPDATE SET"
               " csrf = excluded.csrf, began_at = excluded.began_at, seen_at = excluded.seen_at,"
               " until = excluded.until WHERE session.staff_id = excluded.staff_id",
               s.token_hash, s.staff, s.csrf, s.began_at, s.seen_at, s.until);
    RADSLAG_SURE(written == 1);
}

void put(Connection& db, CommitteeDay const& d) {
    RADSLAG_SURE(!d.id.empty());
    auto written =
        db.run("INSERT INTO committee_day (id, organisation_id, model, day, cancelled_at)"
               " VALUES ($1, $2, $3, $4, $5) ON CONFLICT (id) DO UPDATE SET model = excluded.model,"
               " day = excluded.day, cancelled_at = excluded.cancelled_at"
               " WHERE committee_day.organisation_id = excluded.organisation_id",
               d.id, d.organisation, d.model, d.day, d.cancelled_at);
    RADSLAG_SURE(written == 1);
}

void put(Connection& db, HouseAct const& a) {
    RADSLAG_SURE(!a.id.empty());
    db.run("INSERT INTO house_act (organisation_id, act_id, request, name, staff_id, at, about,"
           " version)"
           " VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
           a.organisation, a.id, a.request, a.name, a.by, a.at, a.about, a.version);
}

void end_session(Connection& db, std::string const& token_hash) {
    db.run("DELETE FROM session WHERE token_hash = $1", token_hash);
}

std::vector<std::string> sessions_of(Connection& db, StaffId const& staff) {
    std::vector<std::string> all;
    auto query = db.query("SELECT token_hash FROM session WHERE staff_id = $1", staff);
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

std::vector<std::string> sessions_until(Connection& db, Instant now) {
    std::vector<std::string> all;
    auto query = db.query("SELECT token_hash FROM session WHERE until <= $1", now);
    while (query.step()) all.emplace_back(query.text(0));
    return all;
}

std::int64_t next_case_number(Connection& db, OrganisationId const& organisation) {
    auto raised = db.run("UPDATE organisation SET last_case_number = last_case_number + 1"
                         " WHERE id = $1",
                         organisation);
    RADSLAG_SURE(raised == 1);
    auto query = db.query("SELECT last_case_number FROM organisation WHERE id = $1", organisation);
    query.step();
    return query.integer(0);
}

} // namespace radslag::storage
