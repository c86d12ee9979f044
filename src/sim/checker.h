#pragma once
// A checker watches one thing that must never be otherwise, and counts how often it could have
// been. One file each, in checkers/; none asks the decision that it watches.
#include "sim/sight.h"

namespace radslag::sim {

struct Saved { // an act, as it was written
    workflow::RuleBook const& book;
    commands::Organisation const& organisation;
    workflow::CaseFile const& file; // as the store has it after the act
    std::vector<workflow::Happening> const& happenings;
    commands::Glance const& glance;
    commands::Reader& reader;
    Instant now;
    workflow::Circumstances around;
    // Time can do more than one thing in a case at once: only after the last is the store as it left it.
    bool last = true;
};

struct Looked { // somebody has a case before them
    workflow::RuleBook const& book;
    workflow::CaseFile const& file;
    commands::Staff const& staff;
    commands::view::CaseView const& view;
    Date today;
};

class Checker {
public:
    explicit Checker(std::string_view name) : name_(name) {}
    virtual ~Checker() = default;
    virtual void saved(Saved const&) {}
    virtual void looked(Looked const&) {}
    virtual void refused(std::string const& /*act*/, bool /*something was written before*/) {}

    [[nodiscard]] std::string_view name() const { return name_; }
    [[nodiscard]] std::size_t times() const {
        return times_;
    } // how often it could have been otherwise
    [[nodiscard]] std::size_t wrongs() const { return wrongs_; }
    [[nodiscard]] std::string const& first() const { return first_; }

protected:
    void check(bool holds, std::string const& else_told) {
        ++times_;
        if (holds) return;
        if (wrongs_++ == 0) first_ = else_told;
    }

private:
    std::string_view name_;
    std::size_t times_ = 0, wrongs_ = 0;
    std::string first_;
};

// clang-format off
#define RADSLAG_CHECKERS(X)                                                                        \
    X(presence) X(open_consents) X(wanted_guests) X(once) X(sequence) X(deadlines) X(glance)       \
    X(no_writes_nothing) X(closed_papers) X(quiet_end) X(nameless) X(voluntary) X(over_is_over)    \
    X(case_numbers) X(answers_unnamed)
// clang-format on

#define RADSLAG_DECLARE_CHECKER(name) std::unique_ptr<Checker> watch_##name();
RADSLAG_CHECKERS(RADSLAG_DECLARE_CHECKER)
#undef RADSLAG_DECLARE_CHECKER

std::vector<std::unique_ptr<Checker>> all_checkers();

// "no. 14 of hoor…, 2027-03-02": enough to find it again with the same seed.
std::string where(Saved const& saved);

} // namespace radslag::sim
