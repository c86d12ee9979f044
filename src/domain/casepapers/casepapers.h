#pragma once
// The authority's papers: investigation, decision, notification. Owned by the case worker; the
// coordinator neither reads them nor learns that they are there (SN3, DF3).
#include "domain/people/people.h"

namespace radslag::casepapers {

enum class Kind { investigation, decision, notification };
inline Words words(Kind) {
    static constexpr std::string_view all[] = {"investigation", "decision", "notification"};
    return all;
}

struct Paper {
    RowId id;
    std::int64_t changed_in = 0;
    Kind kind = Kind::investigation;
    std::string title;
    std::string text;
    Date dated;
    PersonId written_by;
    Instant written_at;

    static constexpr std::string_view table = "paper";
    static constexpr auto fields = std::make_tuple(
        field("id", &Paper::id), field("changed_in", &Paper::changed_in),
        field("kind", &Paper::kind), field("title", &Paper::title), field("text", &Paper::text),
        field("dated", &Paper::dated), field("written_by", &Paper::written_by),
        field("written_at", &Paper::written_at));
};

Result<Paper> write(Paper paper, Date today);

} // namespace radslag::casepapers
