// The municipality to look at: it has everything that a newcomer should see, and is the same each
// time.
#include "sim/town_rig.h"

#include <fmt/format.h>

namespace radslag::sim {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;

commands::Books const& ours() {
    static commands::Books const all = our_books();
    return all;
}
MadeTown& town() {
    static MadeTown made(ours());
    return made;
}

TEST(Municipality, TheSameSeedMakesTheSameTown) {
    auto const first = *digest(*town().store);
    MadeTown again(ours());
    EXPECT_EQ(*digest(*again.store), first);
    MadeTown other(ours(), 2);
    EXPECT_NE(*digest(*other.store), first);
    EXPECT_THAT(other.made.astray, IsEmpty());
}

TEST(Municipality, EveryCaseCameWhereItWasToCome) {
    EXPECT_THAT(town().made.astray, IsEmpty());
    EXPECT_GE(town().made.cases, 60U);
    EXPECT_GE(town().made.organisations, 2U);
}

// Somebody tries it at night, too, when a meeting that is on began before midnight; and on a Sunday.
TEST(Municipality, EveryCaseComesWhereItWasToComeWheneverItIsMade) {
    for (auto const* now :
         {"2027-03-17T00:29:00Z", "2027-03-17T01:29:00Z", "2027-03-21T01:30:00Z", "2027-03-21T10:30:00Z"}) {
        auto const store = make_memory_store();
        auto const made = make_municipality(*store, ours(), {1, 60, *read_instant(now)});
        ASSERT_TRUE(made.has_value()) << made.error().logged;
        EXPECT_THAT(made->astray, IsEmpty()) << now;
    }
}

TEST(Municipality, EveryStageOfEveryModelHasACase) {
    std::set<std::string> there;
    town().each([&](auto&, workflow::CaseFile const& file, commands::Glance const& glance) {
        if (glance.status == conference::Status::running)
            there.insert(file.conference().model + " " + glance.stage);
    });
    for (auto const* book : ours().all())
        for (auto const& stage : book->model().stages)
            EXPECT_THAT(there, Contains(book->model().id + " " + stage.id));
}

TEST(Municipality, EveryKindOfEndingIsThere) {
    std::set<std::string> stops;
    std::set<std::string> closed;
    bool taken_back = false;
    town().each([&](commands::Reader& reader, workflow::CaseFile const& file,
                    commands::Glance const& glance) {
        if (glance.status == conference::Status::closed) closed.insert(glance.model);
        if (glance.status != conference::Status::stopped) return;
        stops.insert(file.conference().stop);
        for (auto const& h : reader.happenings(glance.id, 0, 1000, false))
            taken_back = taken_back || h.name == "withdraw_consent";
    });
    for (auto const* book : ours().all()) {
        EXPECT_THAT(closed, Contains(book->model().id));
        for (auto const& stop : book->model().stops) EXPECT_THAT(stops, Contains(stop.id));
    }
    EXPECT_TRUE(taken_back);
}

TEST(Municipality, ItLooksLivedIn) {
    std::set<std::string> happened;
    std::set<std::string> languages;
    int late = 0, this_week = 0, meets_soon = 0, open = 0, second_round = 0;
    Date const today{std::chrono::year(2027), std::chrono::month(3), std::chrono::day(17)};
    Instant const now = *read_instant(this_morning);
    town().each([&](commands::Reader& reader, workflow::CaseFile const& file,
                    commands::Glance const& glance) {
        auto const all = reader.happenings(glance.id, 0, 1000, false);
        for (auto const& h : all) {
            happened.insert(h.name);
            if (h.name == "decide_invitation" && h.detail == "no")
                happened.insert("somebody is not invited");
            EXPECT_LE(h.at, now) << glance.number;
        }
        for (auto const& answer : file.template all<plan::EndingAnswer>())
            if (answer.answer == plan::Word::send_back) happened.insert("a plan was sent back");
        for (auto const& contact : file.template all<people::Contact>())
            EXPECT_EQ(contact.number, "");
        languages.insert(file.conference().language);
        if (glance.due_on && *glance.due_on < today) ++late;
        if (glance.due_on && *glance.due_on >= today && *glance.due_on < add_days(today, 7))
            ++this_week;
        if (glance.meets_on && *glance.meets_on >= today) ++meets_soon;
        if (glance.round > 1) ++second_round;
        for (auto const& meeting : file.template all<meeting::Meeting>())
            open += meeting.is_open() ? 1 : 0;
    });
    EXPECT_EQ(languages, (std::set<std::string>{"da", "en", "sv"}));
    for (auto const* name :
         {"pass_gate", "make_acute", "postpone", "withdraw_consent", "deadline_late",
          "consent_lapsed", "note_safety", "write_paper", "answer_questionnaire", "report_action",
          "answer_review", "somebody is not invited", "a plan was sent back", "ask_clarification"})
        EXPECT_THAT(happened, Contains(name));
    EXPECT_GE(late, 5);
    EXPECT_GE(this_week, 5);
    EXPECT_GE(meets_soon, 5);
    EXPECT_GE(open, 1);
    EXPECT_GE(second_round, 1);
}

// Whoever plays asks what can be done before it is done: a no is the exception.
TEST(Municipality, StaffAloneTakesNoTime) {
    MadeTown empty(ours(), 1, 0);
    EXPECT_EQ(empty.made.cases, 0U);
    EXPECT_GT(empty.made.staff, 20U);
}

TEST(Municipality, ModelsThatNobodyHereHasSeenArePlayedToo) {
    auto files = process::test::small_files();
    files.push_back(process::test::small_requirements());
    auto const books = books_of(files);
    MadeTown small(books, 3, 20);
    EXPECT_THAT(small.made.astray, IsEmpty());
    EXPECT_GE(small.made.cases, 15U);
}

} // namespace
} // namespace radslag::sim
