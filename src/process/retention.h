#pragma once
// How long what is kept: dated rules, a table for each country, read from the files of a folder
// beside the models. docs/retention.md tells what they mean and how to write one.
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/base.h"

namespace radslag::process {

// What a case is made of, as far as it may be kept for different times.
enum class Kept {
    case_papers,
    referral,
    plan,
    accounts,
    meetings,
    consents,
    safety_notes,
    contact_data,
    questionnaires,
    never_contacted, // of the network; each of them by themselves
    people,
    trail, // what each happening wrote
    frame  // the case itself: main persons, staff, how it went
};
Words words(Kept);
inline constexpr std::size_t kept_kinds = 13;

enum class Starts { last_entry, case_end, meeting_end, birth, named };
Words words(Starts);

enum class Governs { what_is_kept, what_began_then };
Words words(Governs);

enum class Rounding { none, end_of_month, end_of_year };
Words words(Rounding);

enum class GoneBy { unsaid, end_of_next_year };
Words words(GoneBy);

using InLanguages = std::map<std::string, std::string, std::less<>>;

struct RetentionRule {
    std::string id;
    std::vector<Kept> kinds;
    Date from{};
    std::optional<Date> until; // the last day
    Governs governs = Governs::what_is_kept;
    bool awaited = false; // proposed: told of, never reckoned with
    Starts starts = Starts::last_entry;
    std::optional<Span> period; // nothing: for ever
    Rounding then = Rounding::none;
    GoneBy gone_by = GoneBy::unsaid;
    std::vector<std::int64_t> born_on; // only where a main person was born on such a day
    std::string source;
    bool verified = false; // else it must be confirmed by a lawyer, and every reader is told so
    InLanguages name;
};

struct HoldGround { // why something may not be erased, whatever the rules say
    std::string id;
    std::string source;
    bool verified = false;
    InLanguages name;
};

struct RetentionTable {
    std::string country;
    std::string file;
    std::string print; // a number made of the file: other rules, other number
    std::vector<RetentionRule> rules;
    std::vector<HoldGround> grounds;
};

using Filling = std::vector<std::pair<std::string, std::string>>;

struct Retention {
    std::vector<RetentionTable> tables;
    std::string print; // of all of them
    std::map<std::string, InLanguages, std::less<>> texts; // by language, then key
    [[nodiscard]] RetentionTable const* of(std::string_view country) const;
    // A text with `{name}` filled in. The key is there in every language: reading saw to it.
    [[nodiscard]] std::string say(std::string_view language, std::string_view key,
                                  Filling const& with = {}) const;
};

} // namespace radslag::process
