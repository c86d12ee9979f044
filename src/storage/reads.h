#pragma once
// The ports Reader and Writer over one connection.
#include "storage/cases.h"
#include "storage/files.h"
#include "storage/house.h"
#include "storage/looks.h"
#include "storage/retention.h"

namespace radslag::storage {

// `Port` is commands::Reader or commands::Writer, which reads what it has just written.
template <class Port> class Reads : public Port {
public:
    explicit Reads(Connection& db) : db_(db) {}

    std::vector<commands::Organisation> organisations() override {
        return storage::organisations(db_);
    }
    std::optional<commands::Organisation> organisation(OrganisationId const& id) override {
        return storage::organisation(db_, id);
    }
    std::optional<commands::Staff> staff(StaffId const& id) override {
        return storage::staff(db_, id);
    }
    std::vector<commands::Staff> staff_with_mail(std::string const& mail) override {
        return storage::staff_with_mail(db_, mail);
    }
    std::vector<commands::Staff> staff_of(OrganisationId const& id) override {
        return storage::staff_of(db_, id);
    }
    std::optional<commands::Session> session(std::string const& token_hash) override {
        return storage::session(db_, token_hash);
    }
    std::vector<commands::CommitteeDay> committee_days(OrganisationId const& id) override {
        return storage::committee_days(db_, id);
    }
    std::vector<commands::Restriction> restrictions(OrganisationId const& id) override {
        return storage::restrictions(db_, id);
    }
    std::optional<commands::HouseAct> house_act(OrganisationId const& organisation,
                                                ActId const& act) override {
        return storage::house_act(db_, organisation, act);
    }
    std::optional<workflow::CaseFile> case_file(OrganisationId const& organisation,
                                                CaseId const& id) override {
        return storage::case_file(db_, organisation, id);
    }
    std::optional<std::int64_t> access(CaseId const& id) override {
        return storage::access(db_, id);
    }
    std::vector<workflow::Happening> happenings(CaseId const& id, std::int64_t after_seq,
                                                std::size_t limit, bool with_changes) override {
        return storage::happenings(db_, id, after_seq, limit, with_changes);
    }
    std::int64_t last_seq(CaseId const& id) override { return storage::last_seq(db_, id); }
    std::vector<workflow::Happening> act(OrganisationId const& organisation,
                                         ActId const& act) override {
        return storage::act(db_, organisation, act);
    }
    commands::ListPage list(OrganisationId const& organisation, StaffId const& asking,
                            commands::ListFilter const& filter) override {
        return storage::list(db_, organisation, asking, filter);
    }
    std::vector<commands::RuleCount> rule_counts(OrganisationId const& organisation, int year,
                                                 Date until) override {
        return storage::rule_counts(db_, organisation, year, until);
    }
    std::vector<commands::DueCase> due(Date today, std::size_t limit) override {
        return storage::due(db_, today, limit);
    }
    commands::LookPage looks(OrganisationId const& organisation,
                             commands::LookFilter const& filter) override {
        return storage::looks(db_, organisation, filter);
    }
    std::vector<commands::Hold> holds(OrganisationId const& id) override {
        return storage::holds(db_, id);
    }
    std::vector<commands::Release> releases(OrganisationId const& id) override {
        return storage::releases(db_, id);
    }
    std::vector<commands::Erasure> erasures(OrganisationId const& id, std::size_t limit) override {
        return storage::erasures(db_, id, limit);
    }
    bool is_unwiped() override { return storage::is_unwiped(db_); }
    std::optional<CaseId> case_numbered(OrganisationId const& id, std::int64_t number) override {
        return storage::case_numbered(db_, id, number);
    }
    std::vector<std::pair<OrganisationId, CaseId>> not_kept_in_mind(std::string const& rules,
                                                                    std::size_t limit) override {
        return storage::not_kept_in_mind(db_, rules, limit);
    }
    std::vector<CaseId> to_erase(OrganisationId const& id, Date today, std::size_t limit) override {
        return storage::to_erase(db_, id, today, limit);
    }
    std::vector<commands::KeptFile> files(OrganisationId const& organisation,
                                          CaseId const& id) override {
        return storage::files(db_, organisation, id);
    }

protected:
    Connection& db_;
};

class Writes final : public Reads<commands::Writer> {
public:
    using Reads::Reads;

    void put(commands::Organisation const& o) override;
    void put(commands::Staff const& s) override;
    void put(commands::Session const& s) override;
    void put(commands::CommitteeDay const& d) override;
    void put(commands::Restriction const& r) override;
    void put(commands::HouseAct const& a) override;
    void put(commands::KeptFile const& f) override { storage::put(db_, f); }
    void erase_file(commands::KeptFile const& f) override;
    void end_session(std::string const& token_hash) override;
    void end_sessions_of(StaffId const& staff, std::string const& but_token_hash) override;
    void end_sessions_until(Instant now) override;
    std::int64_t next_case_number(OrganisationId const& organisation) override;
    void put_hold(commands::Hold const& h) override;
    void put_release(commands::Release const& r) override;
    void put_erasure(commands::Erasure const& e) override;
    void put_kept_until(commands::KeptUntil const& k) override;
    std::vector<std::string> erase(OrganisationId const& organisation, CaseId const& id,
                                   commands::ToErase const& what) override;
    void save(OrganisationId const& organisation, CaseId const& id,
              std::vector<workflow::Happening> const& happenings,
              commands::Glance const& glance) override;
    void write(std::vector<commands::Looked> const& looks);
    // Files that are to go with the commit, by their names in the folder.
    std::vector<std::string> erased;
    void keep_checkpoint(std::int64_t number, Instant made_at, trail::Hash const& hash);

private:
    using RowName = std::pair<std::string_view, std::string>; // table of the house, id
    // What `what` changes of these rows is written into the chain of the house.
    template <class What>
    void in_house(OrganisationId const& organisation, std::vector<RowName> const& rows, What what);
    void end_session(OrganisationId const& organisation, std::string const& token_hash);
};

} // namespace radslag::storage
