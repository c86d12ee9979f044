#pragma once
// Cases in lists, and the models they follow.
#include "commands/views/acts.h"

namespace radslag::commands::view {

struct CaseRow {
    std::string id;
    std::int64_t number = 0;
    std::string name;
    Named model;
    Named stage;
    std::string now;
    std::int64_t round = 1;
    std::string status;
    bool acute = false;
    std::string due; // words of the nearest deadline
    std::optional<Date> due_on;
    bool late = false;
    bool due_mine = false; // the nearest deadline is the reader's to keep
    std::optional<Date> meets_on;
    std::vector<std::string> my_roles; // in words
    bool my_turn = false;
    Instant changed_at;
    using Self = CaseRow;
    static constexpr std::string_view schema = "CaseRow";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(number), RADSLAG_F(name), RADSLAG_F(model), RADSLAG_F(stage),
        RADSLAG_F(now), RADSLAG_F(round), RADSLAG_F(status), RADSLAG_F(acute), RADSLAG_F(due),
        RADSLAG_F(due_on), RADSLAG_F(late), RADSLAG_F(due_mine), RADSLAG_F(meets_on),
        RADSLAG_F(my_roles), RADSLAG_F(my_turn), RADSLAG_F(changed_at));
};

struct CaseList {
    std::vector<CaseRow> cases;
    std::string next; // the cursor of the next page; "" the last
    using Self = CaseList;
    static constexpr std::string_view schema = "CaseList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(cases), RADSLAG_F(next));
};

struct Desk { // what waits for me: late first, then soon, then by my turn
    std::vector<CaseRow> late; // and mine to have kept, by a role of mine or by my office
    std::vector<CaseRow> my_turn;
    std::vector<CaseRow> meets_soon; // within two weeks
    std::vector<CaseRow> others;     // mine, waiting for somebody else
    std::vector<Can> can;            // what I may begin: open_case, refer …
    using Self = Desk;
    static constexpr std::string_view schema = "Desk";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(late), RADSLAG_F(my_turn), RADSLAG_F(meets_soon),
                        RADSLAG_F(others), RADSLAG_F(can));
};

struct CommitteeView {
    Named model;
    std::optional<Date> next;          // the next day the committee meets
    std::vector<Named> days;           // id → date, to come
    std::vector<CaseRow> ready;        // passed to the chair
    std::vector<CaseRow> not_ready;    // received, something missing
    std::vector<CaseRow> to_answer;    // decided, the referrer has no answer yet
    std::vector<Can> can;
    using Self = CommitteeView;
    static constexpr std::string_view schema = "Committee";
    static constexpr auto fields =
        std::make_tuple(RADSLAG_F(model), RADSLAG_F(next), RADSLAG_F(days), RADSLAG_F(ready),
                        RADSLAG_F(not_ready), RADSLAG_F(to_answer), RADSLAG_F(can));
};

struct Committees {
    std::vector<CommitteeView> committees;
    using Self = Committees;
    static constexpr std::string_view schema = "Committees";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(committees));
};

struct ModelView {
    std::string id;
    std::int64_t version = 1;
    std::string name;
    std::string summary;
    std::vector<Named> stages;
    using Self = ModelView;
    static constexpr std::string_view schema = "Model";
    static constexpr auto fields = std::make_tuple(
        RADSLAG_F(id), RADSLAG_F(version), RADSLAG_F(name), RADSLAG_F(summary), RADSLAG_F(stages));
};

struct ModelList {
    std::vector<ModelView> models;
    using Self = ModelList;
    static constexpr std::string_view schema = "ModelList";
    static constexpr auto fields = std::make_tuple(RADSLAG_F(models));
};

} // namespace radslag::commands::view
