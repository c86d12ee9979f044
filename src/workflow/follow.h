#pragma once
// What one act sets off elsewhere, decided here and saved in the same transaction: a consent taken
// back stops the case or pauses the meeting, a full gate moves the case on by itself, a meeting's end
// lapses what was given for the meeting.
#include "workflow/rights.h"

namespace radslag::workflow {

// A case file in the making: the rows as they will be, and the happenings that make them so.
class Draft {
public:
    Draft(RuleBook const& book, CaseFile file, Instant now, Circumstances around, Random& random,
          std::int64_t last_seq);

    [[nodiscard]] RuleBook const& book() const { return *book_; }
    [[nodiscard]] CaseFile const& file() const { return file_; }
    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Date today() const { return around_.today; }
    [[nodiscard]] Circumstances const& around() const { return around_; }
    [[nodiscard]] Random& random() { return random_; }
    [[nodiscard]] Facts facts() const { return abstract(*book_, file_, around_); }
    template <class Id> Id fresh() { return Id::make(random_); }

    // What follows from here on is decided by this version of its model.
    void go_over_to(RuleBook const& next) { book_ = &next; }
    // Begins a happening; the rows put after this belong to it.
    Happening& happen(std::string name);
    // Writes a row of the happening that was begun last; notes what was there before.
    void put(Row row);
    // Puts a row back as it was, or takes it away (taking an act back).
    void restore(Change const& change);
    // The row is as this change left it.
    [[nodiscard]] bool stands(Change const& change);
    [[nodiscard]] std::vector<Happening> const& happenings() const { return happenings_; }
    [[nodiscard]] std::vector<Happening>& happenings() { return happenings_; }

private:
    RuleBook const* book_;
    CaseFile file_;
    Instant now_;
    Circumstances around_;
    Random& random_;
    std::int64_t seq_;
    std::vector<Happening> happenings_;
};

// Follows the happenings in the draft until nothing more follows; then counts versions.
void follow(Draft& draft);

// Counts the versions once for all that happened (conference::Counter).
void count_up(Draft& draft);

void enter_stage(Draft& draft, Ix stage, std::int64_t round);
void stop(Draft& draft, std::string stop, std::string why);

} // namespace radslag::workflow
