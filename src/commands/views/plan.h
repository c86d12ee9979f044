#pragma once
// The plan, what is asked about it, and how it ends.
#include "commands/views/words.h"

namespace radslag::commands::view {

struct ReportView {
    std::int64_t round = 1;
    std::string kept;
    std::string note;
    using Self = ReportView;
    static constexpr std::string_view schema = "Report";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(round), RADSLAG_F(kept), RADSLAG_F(note));
};

struct ActionView {
    std::string id;
    std::string heading;
    std::string what;
    std::string owner;      // a name
    std::string owner_kind; // nobody | own_network | professional
    std::optional<Date> due;
    std::string offer;      // its text, if drawn on
    std::string fine;       // unsaid | fine | missing
    std::string missing;
    std::vector<ReportView> reports;
    std::int64_t version = 0;
    using Self = ActionView;
    static constexpr std::string_view schema = "Action";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(heading), RADSLAG_F(what), RADSLAG_F(owner),
                        RADSLAG_F(owner_kind), RADSLAG_F(due), RADSLAG_F(offer), RADSLAG_F(fine),
                        RADSLAG_F(missing), RADSLAG_F(reports), RADSLAG_F(version));
};

struct ClarificationView {
    std::string id;
    std::string action; // id, or empty: the plan as a whole
    std::string question;
    std::string asked_by;
    std::string answer;
    using Self = ClarificationView;
    static constexpr std::string_view schema = "Clarification";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(action), RADSLAG_F(question), RADSLAG_F(asked_by),
                        RADSLAG_F(answer));
};

struct EndingAnswerView {
    std::string by;
    std::string answer; // yes | send_back
    std::string why;
    Instant at;
    using Self = EndingAnswerView;
    static constexpr std::string_view schema = "EndingAnswer";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(by), RADSLAG_F(answer), RADSLAG_F(why), RADSLAG_F(at));
};

struct EndingView {
    std::string id;
    std::string name;
    std::string way; // acknowledged | agreed | approved
    std::vector<std::string> by;
    bool done = false;
    std::vector<EndingAnswerView> answers;
    using Self = EndingView;
    static constexpr std::string_view schema = "Ending";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(id), RADSLAG_F(name), RADSLAG_F(way), RADSLAG_F(by),
                        RADSLAG_F(done), RADSLAG_F(answers));
};

struct PlanView {
    std::string text;
    std::string handed_by;
    std::optional<Instant> handed_at;  // nothing: no plan yet
    std::string sent_back_why;         // of the plan before, when a new one is awaited
    std::vector<Named> headings;
    std::vector<ActionView> actions;
    std::vector<ClarificationView> clarifications;
    std::vector<EndingView> endings;
    std::int64_t by_network = 0;       // HF5: the split
    std::int64_t by_professionals = 0;
    using Self = PlanView;
    static constexpr std::string_view schema = "Plan";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(text), RADSLAG_F(handed_by), RADSLAG_F(handed_at), RADSLAG_F(sent_back_why),
        RADSLAG_F(headings), RADSLAG_F(actions), RADSLAG_F(clarifications), RADSLAG_F(endings),
        RADSLAG_F(by_network), RADSLAG_F(by_professionals));
};

} // namespace radslag::commands::view
