// The Store port without a disk (make_memory_store): everything in memory, one transaction at a
// time. It keeps the promises that storage/ keeps, so that a year can be played over either, with
// the same digest.

#include <charconv>

#include "sim/memory_looks.h"

namespace radslag::sim {
namespace {

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
    void put(commands::KeptFile const&) override { RADSLAG_SURE(false); } // no act brings one yet
    void erase_file(commands::KeptFile const&) override { RADSLAG_SURE(false); }
    void end_session(std::string const& hash) override {
        keep(t.sessions);
        t.sessions.erase(hash);
    }
    void end_sessions_of(StaffId const& staff, std::string const& but) override {
        keep(t.sessions);
        std::erase_if(t.sessions, [&](auto const& one) {
            return one.second.staff == staff && one.first != but;
        });
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
    void save(OrganisationId const& organisation, CaseId const& id,
              std::vector<Happening> const& happenings, commands::Glance const& glance) override;
    void put_hold(commands::Hold const& one) override {
        put_until(t.holds, one, [](auto const& had) { return had.lifted_at.has_value(); });
    }
    void put_release(commands::Release const& one) override {
        put_until(t.releases, one, [](auto const& had) { return had.withdrawn_at.has_value(); });
    }
    void put_erasure(commands::Erasure const& one) override {
        put_until(t.erasures, one, [](auto const& had) { return had.wiped_at.has_value(); });
    }
    void put_kept_until(commands::KeptUntil const& one) override {
        put_in(t.kept_until, one.id, one);
    }
    std::vector<std::string> erase(OrganisationId const& organisation, CaseId const& id,
                                   commands::ToErase const& what) override {
        // Seldom done: all of it is put aside.
        undo_.push_back([this, had = t]() mutable { t = std::move(had); });
        return sim::erase(t, organisation, id, what);
    }

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
    // What is done with is not changed any more.
    template <class One, class Done>
    void put_until(std::vector<One>& all, One const& one, Done is_done) {
        auto const at = std::ranges::find(all, one.id, &One::id);
        RADSLAG_SURE(at == all.end() || !is_done(*at));
        put_among(all, one);
    }
    template <class Map, class Key, class One>
    void put_in(Map& map, Key const& key, One const& one) {
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

void Writes::save(OrganisationId const& organisation, CaseId const& id,
                  std::vector<Happening> const& happenings, commands::Glance const& glance) {
    RADSLAG_SURE(glance.id == id && glance.organisation == organisation);
    auto [at, fresh] = t.cases.try_emplace(id);
    auto& kept = at->second;
    if (fresh) kept.organisation = organisation;
    RADSLAG_SURE(kept.organisation == organisation);
    auto const before = fresh ? std::set<Date>{} : acting_days(*kept.file);
    auto file = fresh ? std::make_shared<CaseFile>() : std::make_shared<CaseFile>(*kept.file);
    undo_.push_back([this, &kept, id, fresh, had = kept.file, glance_had = kept.glance,
                     count = kept.happenings.size()] {
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
        RADSLAG_SURE(h.seq == static_cast<std::int64_t>(kept.happenings.size()) + 1 &&
                     !h.act.empty());
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
        Writes writer(tables_, undo); // what is put back is put back by it
        bool kept = false;
        auto put_back = [&] {
            for (auto at = undo.rbegin(); at != undo.rend(); ++at) (*at)();
            writing_ = false;
        };
        try {
            kept = work(writer);
        } catch (...) {
            put_back();
            throw;
        }
        if (!kept) put_back();
        writing_ = false;
        return kept;
    }
    Outcome<bool> wipe() override { return true; } // there is no file
    bool note(std::vector<commands::Looked>) override { return true; }
    Outcome<bool> write_notes() override { return true; }

private:
    Tables tables_;
    bool writing_ = false;
};

} // namespace

std::unique_ptr<commands::Store> make_memory_store() { return std::make_unique<MemoryStore>(); }

} // namespace radslag::sim
