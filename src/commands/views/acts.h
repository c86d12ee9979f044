#pragma once
// What can be done, how it is declared, and what came of doing it.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct Choices { // what can be chosen in a field of an act, now, in this case
    std::string field;
    std::vector<Option> options;
    using Self = Choices;
    static constexpr std::string_view schema = "Choices";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(field), RADSLAG_F(options));
};

struct Filled {
    std::string field;
    std::vector<std::string> value;
    using Self = Filled;
    static constexpr std::string_view schema = "Filled";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(field), RADSLAG_F(value));
};

struct FilledRow {
    std::string about;
    std::vector<Filled> values;
    using Self = FilledRow;
    static constexpr std::string_view schema = "FilledRow";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(about), RADSLAG_F(values));
};

// A field that is asked for only when another one says so. One that the act does not declare is a
// text, in the model's words.
struct Asks {
    std::string field;
    std::string label; // "" the usual one
    std::string when;
    bool required = true;
    using Self = Asks;
    static constexpr std::string_view schema = "Asks";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(field), RADSLAG_F(label), RADSLAG_F(when), RADSLAG_F(required));
};

// A thing that I may do now. `about`: the rows that it can be done to, with what they are called,
// where the act is about one; absent otherwise. `for_whom`: on whose behalf it can be recorded.
// `filled`: what stands in the fields now, per row, for acts that change something; for acts about
// no row, what they begin with once `about` is chosen in one of them (`lasts`: minutes from `starts`
// to `ends`).
struct Can {
    std::string act;
    std::string words; // the model's own words for it, e.g. of its move_on button; "" the usual
    bool own_name = true; // false: only on somebody's behalf
    std::optional<std::vector<Named>> about;
    std::vector<Choices> choices;
    std::vector<Asks> asks;
    std::vector<Named> for_whom;
    std::vector<FilledRow> filled;
    using Self = Can;
    static constexpr std::string_view schema = "Can";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(act), RADSLAG_F(words), RADSLAG_F(own_name), RADSLAG_F(about), RADSLAG_F(choices),
        RADSLAG_F(asks), RADSLAG_F(for_whom), RADSLAG_F(filled));
};

struct FieldView {
    std::string name;
    std::string
        type; // line | text | date | time | number | yes_no | choice | choices | texts | people …
    std::int64_t limit = 0; // code points, or the highest number; 0: none
    bool required = false;
    std::string needed_when; // "answer=no|later": required when another field says so; "" no
    std::vector<std::string> words; // fixed choices; the browser has words for them
    using Self = FieldView;
    static constexpr std::string_view schema = "Field";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(name), RADSLAG_F(type), RADSLAG_F(limit), RADSLAG_F(required),
                        RADSLAG_F(needed_when), RADSLAG_F(words));
};

struct ActView {
    std::string name;
    std::string room; // people | consent | referral | conference | casepapers | circle | …
    std::string about; // the kind of row it is about: person | question | action …; "" none
    bool on_behalf = false; // takes for_whom, told, told_on
    bool based_on = false; // takes the version it was based on
    std::vector<FieldView> fields_;
    using Self = ActView;
    static constexpr std::string_view schema = "Act";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(name), RADSLAG_F(room), RADSLAG_F(about), RADSLAG_F(on_behalf),
                        RADSLAG_F(based_on), field("fields", &Self::fields_));
};

struct ActList {
    std::vector<ActView> acts;
    using Self = ActList;
    static constexpr std::string_view schema = "ActList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(acts));
};

struct Done {
    std::string case_id; // "" where the act is about no case
    std::string about; // the row it made or changed
    std::int64_t version = 0;
    std::vector<std::string> happened; // names, with follow-on happenings
    std::vector<std::string> doubts; // codes of soft warnings: number.check_digit, referral.names
    std::string secret; // shown once: an invitation's code
    using Self = Done;
    static constexpr std::string_view schema = "Done";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(case_id), RADSLAG_F(about), RADSLAG_F(version),
                        RADSLAG_F(happened), RADSLAG_F(doubts), RADSLAG_F(secret));
};

struct Trouble { // a refusal in the reader's language
    std::string code;
    std::string message;
    std::vector<Filled> fields_; // field → what is wrong with it, what would be right
    std::vector<Filled> theirs; // at a conflict: field → what stands there now
    using Self = Trouble;
    static constexpr std::string_view schema = "Trouble";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(code), RADSLAG_F(message), field("fields", &Self::fields_), RADSLAG_F(theirs));
};

} // namespace radslag::commands::view
