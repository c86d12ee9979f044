// Whatever is written about the house is written into its chain in the same breath.
#include "storage/chains.h"
#include "storage/reads.h"

namespace radslag::storage {
namespace {

OrganisationId organisation_of(Connection& db, StaffId const& id) {
    auto found = staff(db, id);
    RADSLAG_SURE(found.has_value());
    return found->organisation;
}

} // namespace

template <class What>
void Writes::in_house(OrganisationId const& organisation, std::vector<RowName> const& rows,
                      What what) {
    std::vector<trail::Left> before;
    for (auto const& [table, id] : rows) before.push_back(standing(db_, table, organisation, id));
    what();
    std::vector<trail::Left> changed;
    for (auto const& was : before) {
        auto now = standing(db_, was.table, organisation, was.id);
        if (now.cells != was.cells) changed.push_back(std::move(now));
    }
    if (!changed.empty()) append_to_trail(db_, organisation, changed);
}

void Writes::put(commands::Organisation const& o) {
    in_house(o.id, {{"organisation", o.id.text}}, [&] { storage::put(db_, o); });
}

void Writes::put(commands::Staff const& s) {
    in_house(s.organisation, {{"staff", s.id.text}}, [&] { storage::put(db_, s); });
}

void Writes::put(commands::Session const& s) {
    in_house(organisation_of(db_, s.staff), {{"session", s.token_hash}},
             [&] { storage::put(db_, s); });
}

void Writes::put(commands::CommitteeDay const& d) {
    in_house(d.organisation, {{"committee_day", d.id.text}}, [&] { storage::put(db_, d); });
}

void Writes::put(commands::Restriction const& r) {
    std::vector<RowName> rows{{"restriction", r.id.text}};
    for (auto const& words : r.words)
        rows.emplace_back("restriction_words", r.id.text + " " + words.language);
    in_house(r.organisation, rows, [&] { storage::put(db_, r); });
}

void Writes::put(commands::HouseAct const& a) {
    in_house(a.organisation, {{"house_act", a.id.text}}, [&] { storage::put(db_, a); });
}

void Writes::put_hold(commands::Hold const& h) {
    storage::put(db_, h);
    append_to_trail(db_, h.of, "hold", h.id.text);
}

void Writes::put_release(commands::Release const& r) {
    storage::put(db_, r);
    append_to_trail(db_, r.of, "release", r.id.text);
}

void Writes::put_kept_until(commands::KeptUntil const& k) {
    storage::put(db_, k);
    append_to_trail(db_, k.id, "kept_until", k.id.text);
}

void Writes::put_erasure(commands::Erasure const& e) {
    in_house(e.organisation, {{"erasure", e.id.text}}, [&] { storage::put(db_, e); });
}

// When the case goes whole, its files go with it, and the house tells that it is gone: so nobody
// misses it.
std::vector<std::string> Writes::erase(OrganisationId const& organisation, CaseId const& id,
                                       commands::ToErase const& what) {
    if (what.whole)
        for (auto& stored_as : stored_files(db_, id)) erased.push_back(std::move(stored_as));
    std::vector<std::string> told;
    in_house(organisation, {{"case", id.text}, {"trail_key", id.text}},
             [&] { told = storage::erase(db_, organisation, id, what); });
    return told;
}

void Writes::erase_file(commands::KeptFile const& f) {
    storage::erase(db_, f);
    erased.push_back(f.stored_as);
}

void Writes::end_session(OrganisationId const& organisation, std::string const& token_hash) {
    in_house(organisation, {{"session", token_hash}},
             [&] { storage::end_session(db_, token_hash); });
}

void Writes::end_session(std::string const& token_hash) {
    if (auto session = storage::session(db_, token_hash))
        end_session(organisation_of(db_, session->staff), token_hash);
}

void Writes::end_sessions_of(StaffId const& staff, std::string const& but_token_hash) {
    for (auto const& token_hash : sessions_of(db_, staff))
        if (token_hash != but_token_hash) end_session(token_hash);
}

void Writes::end_sessions_until(Instant now) {
    for (auto const& token_hash : sessions_until(db_, now)) end_session(token_hash);
}

std::int64_t Writes::next_case_number(OrganisationId const& organisation) {
    std::int64_t number = 0;
    in_house(organisation, {{"organisation", organisation.text}},
             [&] { number = storage::next_case_number(db_, organisation); });
    return number;
}

void Writes::save(OrganisationId const& organisation, CaseId const& id,
                  std::vector<workflow::Happening> const& happenings,
                  commands::Glance const& glance) {
    storage::save(db_, organisation, id, happenings, glance);
}

void Writes::write(std::vector<commands::Looked> const& looks) { write_looks(db_, looks); }

void Writes::keep_checkpoint(std::int64_t number, Instant made_at, trail::Hash const& hash) {
    db_.run("INSERT INTO checkpoint (number, made_at, hash) VALUES ($1, $2, $3)", number, made_at,
            trail::write_hex(hash));
}

} // namespace radslag::storage
