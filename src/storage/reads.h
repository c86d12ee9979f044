#pragma once
// The ports Reader and Writer over one connection.
#include "storage/cases.h"
#include "storage/files.h"
#include "storage/house.h"
#include "storage/looks.h"

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
