#include "sim/watched.h"

#include <algorithm>

namespace radslag::sim {

using workflow::Happening;

void Watch::blind(std::vector<std::string> const& names) {
    std::erase_if(checkers, [&](auto const& one) { return has(names, std::string(one->name())); });
}

void Watch::add(std::vector<Happening> const& all) {
    auto mix = [&](std::string_view text) {
        for (char c : text) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        digest = (digest ^ 0xff) * 0x100000001b3;
    };
    ++saves;
    happenings += all.size();
    for (auto const& h : all) {
        for (auto const& text : {std::string_view(h.act.text), std::string_view(h.name),
                                 std::string_view(h.why), std::string_view(h.detail)})
            mix(text);
        mix(std::to_string(h.seq) + " " + std::to_string(h.at.micros));
        for (auto const& change : h.changes) {
            mix(change.table);
            mix(change.id);
            if (!change.after) continue;
            for (auto const& cell : *change.after)
                if (auto const* text = std::get_if<std::string>(&cell)) mix(*text);
                else if (auto const* number = std::get_if<std::int64_t>(&cell))
                    mix(std::to_string(*number));
        }
    }
}

// Passes everything on, and keeps what was saved until it is known to be committed.
class WatchedStore::Recorder final : public commands::Writer {
public:
    Recorder(commands::Writer& to, Fate& fate, Plant const* plant)
        : to_(to), fate_(fate), plant_(plant) {}

    std::vector<commands::Organisation> organisations() override { return to_.organisations(); }
    std::optional<commands::Organisation> organisation(OrganisationId const& id) override {
        return to_.organisation(id);
    }
    std::optional<commands::Staff> staff(StaffId const& id) override { return to_.staff(id); }
    std::vector<commands::Staff> staff_with_mail(std::string const& mail) override {
        return to_.staff_with_mail(mail);
    }
    std::vector<commands::Staff> staff_of(OrganisationId const& id) override {
        return to_.staff_of(id);
    }
    std::optional<commands::Session> session(std::string const& hash) override {
        return to_.session(hash);
    }
    std::vector<commands::CommitteeDay> committee_days(OrganisationId const& id) override {
        return to_.committee_days(id);
    }
    std::vector<commands::Restriction> restrictions(OrganisationId const& id) override {
        return to_.restrictions(id);
    }
    std::optional<commands::HouseAct> house_act(OrganisationId const& organisation,
                                                ActId const& act) override {
        return to_.house_act(organisation, act);
    }
    std::optional<workflow::CaseFile> case_file(OrganisationId const& organisation,
                                                CaseId const& id) override {
        return to_.case_file(organisation, id);
    }
    std::optional<std::int64_t> access(CaseId const& id) override { return to_.access(id); }
    std::vector<Happening> happenings(CaseId const& id, std::int64_t after, std::size_t limit,
                                      bool whole) override {
        return to_.happenings(id, after, limit, whole);
    }
    std::int64_t last_seq(CaseId const& id) override { return to_.last_seq(id); }
    std::vector<Happening> act(OrganisationId const& organisation, ActId const& act) override {
        if (plant_ != nullptr && plant_->forgets_acts) return {};
        return to_.act(organisation, act);
    }
    commands::ListPage list(OrganisationId const& organisation, StaffId const& asking,
                            commands::ListFilter const& filter) override {
        return to_.list(organisation, asking, filter);
    }
    std::vector<commands::RuleCount> rule_counts(OrganisationId const& organisation, int year,
                                                 Date until) override {
        return to_.rule_counts(organisation, year, until);
    }
    std::vector<commands::DueCase> due(Date today, std::size_t limit) override {
        return to_.due(today, limit);
    }
    commands::LookPage looks(OrganisationId const& id,
                             commands::LookFilter const& filter) override {
        return to_.looks(id, filter);
    }
    std::vector<commands::Hold> holds(OrganisationId const& id) override { return to_.holds(id); }
    std::vector<commands::Release> releases(OrganisationId const& id) override {
        return to_.releases(id);
    }
    std::vector<commands::Erasure> erasures(OrganisationId const& id, std::size_t limit) override {
        return to_.erasures(id, limit);
    }
    bool is_unwiped() override { return to_.is_unwiped(); }
    std::optional<CaseId> case_numbered(OrganisationId const& id, std::int64_t number) override {
        return to_.case_numbered(id, number);
    }
    std::vector<std::pair<OrganisationId, CaseId>> not_kept_in_mind(std::string const& rules,
                                                                    std::size_t limit) override {
        return to_.not_kept_in_mind(rules, limit);
    }
    std::vector<CaseId> to_erase(OrganisationId const& id, Date today, std::size_t limit) override {
        return to_.to_erase(id, today, limit);
    }
    std::vector<commands::KeptFile> files(OrganisationId const& organisation,
                                          CaseId const& id) override {
        return to_.files(organisation, id);
    }

    void put(commands::Organisation const& one) override { writes().put(one); }
    void put(commands::Staff const& one) override { writes().put(one); }
    void put(commands::Session const& one) override { writes().put(one); }
    void put(commands::CommitteeDay const& day) override { writes().put(day); }
    void put(commands::Restriction const& one) override { writes().put(one); }
    void put(commands::HouseAct const& act) override { writes().put(act); }
    void put_hold(commands::Hold const& one) override { writes().put_hold(one); }
    void put_release(commands::Release const& one) override { writes().put_release(one); }
    void put_erasure(commands::Erasure const& one) override { writes().put_erasure(one); }
    void put_kept_until(commands::KeptUntil const& one) override { writes().put_kept_until(one); }
    std::vector<std::string> erase(OrganisationId const& organisation, CaseId const& id,
                                   commands::ToErase const& what) override {
        return writes().erase(organisation, id, what);
    }
    void put(commands::KeptFile const& file) override { writes().put(file); }
    void erase_file(commands::KeptFile const& file) override { writes().erase_file(file); }
    void end_session(std::string const& hash) override { writes().end_session(hash); }
    void end_sessions_of(StaffId const& staff, std::string const& but) override {
        writes().end_sessions_of(staff, but);
    }
    void end_sessions_until(Instant now) override { writes().end_sessions_until(now); }
    std::int64_t next_case_number(OrganisationId const& organisation) override {
        if (plant_ != nullptr && plant_->skips_a_number) to_.next_case_number(organisation);
        return to_.next_case_number(organisation);
    }
    void save(OrganisationId const& organisation, CaseId const& id,
              std::vector<Happening> const& happenings, commands::Glance const& glance) override {
        kept_.push_back({organisation, id, spoilt(organisation, id, happenings), glance});
        writes().save(organisation, id, kept_.back().happenings, glance);
        if (fate_.ends_here(Point::amid)) throw Crash{};
    }

    [[nodiscard]] bool wrote() const { return wrote_; }
    [[nodiscard]] std::vector<Kept> const& kept() const { return kept_; }

private:
    commands::Writer& writes() {
        wrote_ = true;
        return to_;
    }
    std::vector<Happening> spoilt(OrganisationId const& organisation, CaseId const& id,
                                  std::vector<Happening> all) {
        if (plant_ == nullptr || plant_->spoil == nullptr) return all;
        auto const before = to_.case_file(organisation, id).value_or(workflow::CaseFile{});
        for (auto& h : all) plant_->spoil(h, before);
        return all;
    }

    commands::Writer& to_;
    Fate& fate_;
    Plant const* plant_;
    std::vector<Kept> kept_;
    bool wrote_ = false;
};

Outcome<bool> WatchedStore::write(std::function<bool(commands::Writer&)> const& work) {
    if (fate_.ends_here(Point::before)) throw Crash{};
    std::vector<Kept> kept;
    bool wrote = false;
    auto outcome = inner_.write([&](commands::Writer& writer) {
        Recorder recorder(writer, fate_, plant_);
        auto const done = work(recorder);
        kept = recorder.kept();
        wrote = recorder.wrote() || (!done && plant_ != nullptr && plant_->writes_before_no);
        return done;
    });
    if (outcome && *outcome)
        for (auto at = kept.begin(); at != kept.end(); ++at)
            show(*at, std::ranges::find(at + 1, kept.end(), at->id, &Kept::id) == kept.end());
    if (outcome && !*outcome)
        for (auto& checker : watch_.checkers) checker->refused("an act", wrote);
    if (outcome && *outcome && !kept.empty() && fate_.ends_here(Point::after)) throw Crash{};
    return outcome;
}

void WatchedStore::show(Kept const& kept, bool last) {
    watch_.add(kept.happenings);
    auto reader = inner_.read();
    if (!reader) return;
    auto const organisation = (*reader)->organisation(kept.organisation);
    auto const file = (*reader)->case_file(kept.organisation, kept.id);
    if (!organisation || !file) return;
    auto const& c = file->conference();
    auto const* book = books_.find(c.model, c.model_version);
    if (book == nullptr) return;
    auto const now = clock_.now();
    Saved const saved{
        *book,       *organisation, *file, kept.happenings,
        kept.glance, **reader,      now,   commands::circumstances(**reader, *organisation, now), last};
    for (auto& checker : watch_.checkers) checker->saved(saved);
}

} // namespace radslag::sim
