#pragma once
// What is kept until when and why, what is due to be erased, and what is gone.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct RetentionReason { // one rule that has a say
    std::string text;    // the rule's name, what starts it, how long
    std::string source;
    bool verified = false;
    using Self = RetentionReason;
    static constexpr std::string_view schema = "RetentionReason";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(text), RADSLAG_F(source), RADSLAG_F(verified));
};

struct KeptPart {
    std::string kind; // process::Kept
    std::string name;
    std::string text; // the whole explanation in one or two sentences
    std::optional<Date> until;
    std::optional<Date> gone_by; // the last day on which it may still be there
    bool due = false;
    bool verified = false; // all that it rests on
    std::vector<RetentionReason> reasons;
    using Self = KeptPart;
    static constexpr std::string_view schema = "KeptPart";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(kind), RADSLAG_F(name), RADSLAG_F(text), RADSLAG_F(until), RADSLAG_F(gone_by),
        RADSLAG_F(due), RADSLAG_F(verified), RADSLAG_F(reasons));
};

struct KeptCase {
    std::string id;
    std::int64_t number = 0;
    bool whole = false;    // all of it is due
    std::string in_the_way; // a sentence; "" nothing
    std::vector<KeptPart> parts; // those that are due; then the others
    using Self = KeptCase;
    static constexpr std::string_view schema = "KeptCase";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(whole), RADSLAG_F(in_the_way),
                        RADSLAG_F(parts));
};

struct ReleaseView {
    std::string id;
    std::string case_id;
    std::int64_t number = 0;
    std::vector<std::string> parts; // their names
    std::string by;
    Instant at;
    using Self = ReleaseView;
    static constexpr std::string_view schema = "Release";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(case_id), RADSLAG_F(number), RADSLAG_F(parts),
                        RADSLAG_F(by), RADSLAG_F(at));
};

struct HoldView {
    std::string id;
    std::int64_t number = 0;
    std::string ground;
    std::string source;
    bool verified = false;
    std::string reason;
    std::string by;
    Instant at;
    std::string lifted_by; // "" it holds
    std::optional<Instant> lifted_at;
    std::string lifted_why;
    using Self = HoldView;
    static constexpr std::string_view schema = "Hold";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(ground), RADSLAG_F(source),
                        RADSLAG_F(verified), RADSLAG_F(reason), RADSLAG_F(by), RADSLAG_F(at),
                        RADSLAG_F(lifted_by), RADSLAG_F(lifted_at), RADSLAG_F(lifted_why));
};

struct ErasedRows {
    std::string table;
    std::int64_t count = 0;
    using Self = ErasedRows;
    static constexpr std::string_view schema = "ErasedRows";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(table), RADSLAG_F(count));
};

struct ErasureView {
    std::string id;
    std::int64_t number = 0;
    bool whole = false;
    std::vector<RetentionReason> parts; // what, under which rule
    std::vector<ErasedRows> rows;
    std::string released_by;
    Instant released_at;
    std::string erased_by;
    Instant erased_at;
    std::optional<Instant> wiped_at;
    using Self = ErasureView;
    static constexpr std::string_view schema = "Erasure";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(whole), RADSLAG_F(parts),
                        RADSLAG_F(rows), RADSLAG_F(released_by), RADSLAG_F(released_at),
                        RADSLAG_F(erased_by), RADSLAG_F(erased_at), RADSLAG_F(wiped_at));
};

struct RetentionRuleView {
    std::string id;
    std::string name;
    std::string text;  // what starts it, how long
    std::vector<std::string> kinds; // their names
    Date from;
    std::optional<Date> until;
    bool awaited = false;
    std::string source;
    bool verified = false;
    using Self = RetentionRuleView;
    static constexpr std::string_view schema = "RetentionRule";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(text), RADSLAG_F(kinds), RADSLAG_F(from),
        RADSLAG_F(until), RADSLAG_F(awaited), RADSLAG_F(source), RADSLAG_F(verified));
};

struct Retention {
    std::vector<KeptCase> due; // the longest due first; at most a hundred
    std::vector<ReleaseView> waiting;
    std::vector<HoldView> holds;
    std::vector<ErasureView> erased; // the latest first
    std::vector<RetentionRuleView> rules;
    std::vector<Can> can;
    using Self = Retention;
    static constexpr std::string_view schema = "Retention";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(due), RADSLAG_F(waiting), RADSLAG_F(holds), RADSLAG_F(erased),
                        RADSLAG_F(rules), RADSLAG_F(can));
};

} // namespace radslag::commands::view
