// What a whole model says once it is read, and how complaints come together.
#include <algorithm>

#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

Model small() {
    auto read = read_model(small_files());
    EXPECT_TRUE(read.has_value()) << (read ? "" : told(read.error()));
    return read.value_or(Model{});
}

TEST(Model, SaysWhatItsFileSays) {
    auto model = small();
    EXPECT_EQ(model.id, "small");
    EXPECT_EQ(model.version, 1);
    EXPECT_EQ(model.country, "SE");
    EXPECT_EQ(model.groups, std::vector<std::string>{"adults"});
    ASSERT_EQ(model.roles.size(), 6U);
    auto const& coordinator = model.roles.at(model.role("coordinator"));
    EXPECT_EQ(coordinator.is, Function::coordinator);
    EXPECT_EQ(coordinator.at_least, 1);
    EXPECT_EQ(coordinator.at_most, 1);
    EXPECT_FALSE(coordinator.may_be_outsider);
    EXPECT_TRUE(coordinator.pledge && coordinator.impartial);
    EXPECT_TRUE(coordinator.incompatible.has(model.role("teacher")));
    EXPECT_EQ(coordinator.ends, (Moment{MomentKind::stage_left, "followup"}));
    EXPECT_EQ(coordinator.rule.sources, (std::vector<std::string>{"R1", "ours"}));
    auto const& teacher = model.roles.at(model.role("teacher"));
    EXPECT_FALSE(teacher.may_be_outsider);
    auto const& relative = model.roles.at(model.role("relative"));
    EXPECT_TRUE(relative.may_be_outsider); // no offices: people without account
    EXPECT_EQ(relative.at_most, 50);
}

TEST(Model, KnowsItsJourney) {
    auto model = small();
    auto asked = model.stage("asked");
    EXPECT_EQ(model.stages[asked].next, model.stage("circle")); // what follows in the file
    EXPECT_TRUE(model.stages[asked].before_start);
    auto const& last = model.stages[model.stage("followup")];
    EXPECT_EQ(last.next, nowhere);
    EXPECT_EQ(last.again, model.stage("followup"));
    EXPECT_EQ(last.every, (Span{3, 0}));
    EXPECT_EQ(last.rounds_at_most, 5);
    ASSERT_EQ(model.stages[asked].needs.size(), 4U);
    auto const* need = model.need("stage.asked.3");
    ASSERT_NE(need, nullptr);
    EXPECT_EQ(need->what, Condition::consent);
    EXPECT_EQ(need->of, "taking_part");
    ASSERT_NE(model.need("meeting.conference.1"), nullptr);
    ASSERT_NE(model.need("step.conference.information.2"), nullptr);
    EXPECT_EQ(model.need("step.conference.information.2")->what, Condition::accounts);
    auto const* method = model.need("stage.circle.6");
    ASSERT_NE(method, nullptr);
    EXPECT_EQ(method->rule.strength, Strength::method);
    EXPECT_TRUE(method->rule.passed_by.has(model.role("coordinator")));
    EXPECT_EQ(model.deadlines.at(0).within, (Span{0, 56}));
    EXPECT_EQ(model.stops.at(1).until, model.stage("plan"));
}

TEST(Model, KnowsItsMeetingsPlanAndRights) {
    auto model = small();
    auto const* conference = model.meeting("conference");
    ASSERT_NE(conference, nullptr);
    EXPECT_EQ(conference->minutes, 180);
    EXPECT_EQ(conference->stage, model.stage("meeting"));
    ASSERT_EQ(conference->steps.size(), 3U);
    EXPECT_TRUE(conference->steps[1].is_private);
    EXPECT_FALSE(conference->steps[1].present.has(model.role("coordinator")));
    EXPECT_TRUE(conference->steps[2].back.has(model.role("coordinator")));
    EXPECT_FALSE(conference->steps[2].present.has(model.role("teacher")));
    EXPECT_EQ(conference->steps[2].back_if_in, "information");
    ASSERT_NE(model.ending("gone_through"), nullptr);
    EXPECT_TRUE(model.ending("gone_through")->may_send_back);
    auto const& assign = model.mays.at(0);
    EXPECT_TRUE(assign.who.has(Office::manager));
    EXPECT_EQ(assign.from, 0);
    EXPECT_EQ(assign.until, model.stage("followup")); // absent: the last stage
    ASSERT_EQ(model.sees.size(), 9U);                  // one for each matter
    EXPECT_EQ(model.sees[1].what, Matter::questions);
    EXPECT_TRUE(model.sees[8].own_only);
    EXPECT_EQ(model.consent("name")->lapses, Lapse::span);
    EXPECT_EQ(model.consent("name")->lapses_after, (Span{12, 0}));
    EXPECT_EQ(model.consent("taking_part")->own_voice_from_age, 15);
    EXPECT_EQ(model.intake("referred")->fields, (std::vector<std::string>{"contact", "child"}));
}

TEST(Model, FindsNothingWhereThereIsNothing) {
    auto model = small();
    EXPECT_EQ(model.role("nobody"), nowhere);
    EXPECT_EQ(model.stage(""), nowhere);
    EXPECT_EQ(model.consent("x"), nullptr);
    EXPECT_EQ(model.meeting("x"), nullptr);
    EXPECT_EQ(model.intake("x"), nullptr);
    EXPECT_EQ(model.ending("x"), nullptr);
    EXPECT_EQ(model.need("stage.asked.99"), nullptr);
    EXPECT_TRUE(model.everyone(Function::approver).empty());
    Who coordinators;
    coordinators.add(model.role("coordinator"));
    EXPECT_EQ(model.everyone(Function::coordinator), coordinators);
}

TEST(Model, HasWordsInEachLanguageAndFallsBackToItsOwn) {
    auto files = small_files();
    edit(files[2].content, "coordinator = \"coordinator\"", "coordinator = \"koordinator\"");
    auto model = read_model(files).value_or(Model{});
    EXPECT_EQ(model.text("sv", "role.coordinator"), "coordinator");
    EXPECT_EQ(model.text("da", "role.coordinator"), "koordinator");
    EXPECT_EQ(model.text("ar", "role.coordinator"), "coordinator");
    EXPECT_EQ(model.text("sv", "step.conference.agreement"), "Agreement"); // quoted in the file
    EXPECT_EQ(model.text("sv", "step.conference.private"), "Private part"); // dotted in the file
    EXPECT_EQ(model.text_if("sv", "need.stage.circle.2"), nullptr);
    ASSERT_NE(model.text_if("sv", "need.stage.circle.1"), nullptr);
    EXPECT_THROW((void)model.text("sv", "role.nobody"), Bug);
}

TEST(Complaints, AllComeInOneGoInOrder) {
    auto files = small_files();
    edit(files[0].content, "is = \"network\"", "is = \"netwrok\"");
    edit(files[0].content, "fields = [\"contact\", \"child\"]", "fields = \"contact\"");
    edit(files[0].content, "\"record_preparation\"", "\"prepare\"");
    edit(files[0].content, "own_only = true", "own_onli = true");
    files[2].content += "[broken";
    auto read = read_model(files);
    ASSERT_FALSE(read.has_value());
    auto all = read.error();
    ASSERT_EQ(all.size(), 5U) << told(all);
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(), [](auto const& a, auto const& b) {
        return std::tie(a.file, a.line, a.column) < std::tie(b.file, b.line, b.column);
    }));
    EXPECT_EQ(all.back().file, "models/small/1/texts.da.toml");
}

TEST(Complaints, OfFormComeTogetherToo) {
    auto files = small_files();
    edit(files[0].content, "\"give_consent\", ", "");
    edit(files[0].content, "\"open_meeting\", ", "");
    edit(files[3].content, "summary = \"For tests.\"\n", "");
    auto read = read_model(files);
    ASSERT_FALSE(read.has_value());
    auto text = told(read.error());
    for (auto const* said : {"`give_consent`", "`open_meeting`", "`model.summary`"})
        EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
}

TEST(Complaints, TellWhichFileIsMissingOrTooMuch) {
    auto files = small_files();
    files.erase(files.begin() + 2);
    auto read = read_model(files);
    ASSERT_FALSE(read.has_value());
    ASSERT_EQ(read.error().size(), 1U) << told(read.error());
    EXPECT_EQ(read.error()[0].file, "models/small/1/texts.da.toml");
    EXPECT_NE(read.error()[0].cause.find("no texts in the language da"), std::string::npos);

    files = small_files();
    files.push_back({"models/small/1/modell.toml", ""});
    EXPECT_NE(told(read_model(files).error()).find("`modell.toml` is not a file of a model"),
              std::string::npos);

    files = small_files();
    files.erase(files.begin());
    EXPECT_NE(
        told(read_model(files).error()).find("models/small/1/model.toml:1:1: The model has no"),
        std::string::npos);
    EXPECT_FALSE(read_model({}).has_value());
}

TEST(Complaints, TellWhatAModelCannotBeWithout) {
    auto files = small_files();
    files[0].content = "grammar = 1\n";
    auto text = told(read_model(files).error());
    for (auto const* said :
         {"[[role]]", "[[intake]]", "[[stage]]", "`version`", "`country`", "`groups`"})
        EXPECT_NE(text.find(std::string("no ") + said), std::string::npos) << said << "\n" << text;

    files = small_files();
    files.push_back(files[0]);
    EXPECT_NE(told(read_model(files).error()).find("two files model.toml"), std::string::npos);

    files = small_files();
    for (int i = 0; i < 60; ++i)
        files[0].content +=
            "[[role]]\nid = \"r" + std::to_string(i) + "\"\nis = \"network\"\nsource = \"ours\"\n";
    EXPECT_NE(told(read_model(files).error()).find("more than 60 roles"), std::string::npos);

    files = small_files();
    for (int i = 0; i < 20'000; ++i)
        files[0].content += "# a comment that only takes up place, so much\n";
    files[0].content += std::string(3'000, '#') + "\n";
    EXPECT_TRUE(read_model(files).has_value());
    for (int i = 0; i < 100; ++i) files[0].content += std::string(3'000, '#') + "\n";
    EXPECT_NE(told(read_model(files).error()).find("larger than a megabyte"), std::string::npos);
}

TEST(Complaints, AskOfAFurtherLanguageThatItIsWhole) {
    auto files = small_files();
    files.push_back({"models/small/1/texts.ar.toml", files[1].content});
    EXPECT_TRUE(read_model(files).has_value());
    edit(files.back().content, "name = \"A small model\"\n", "");
    auto read = read_model(files);
    ASSERT_FALSE(read.has_value());
    ASSERT_EQ(read.error().size(), 1U);
    EXPECT_EQ(read.error()[0].file, "models/small/1/texts.ar.toml");
}

TEST(Complaints, ReadmeAndScenesAreNotTheirs) {
    auto files = small_files();
    files.push_back({"models/small/1/README.md", "# not TOML"});
    files.push_back({"models/small/1/scenes/a.scene", "given …"});
    EXPECT_TRUE(read_model(files).has_value());
}

} // namespace
} // namespace radslag::process::test
