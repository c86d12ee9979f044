// Libraries of models, the statements they come from, and the models of this repository.
#include <set>

#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

TEST(Requirements, AreTheStatementsOfTheSources) {
    // As numbered by the sources' reading: everywhere, then document by document. Ours come after them.
    std::vector<std::string> ids;
    auto count = [&](std::string const& prefix, int from, int to) {
        for (int i = from; i <= to; ++i) ids.push_back(prefix + std::to_string(i));
    };
    count("A", 1, 12);
    count("GF", 1, 4);
    for (auto const* id : {"GN1", "GN2a", "GN2b"}) ids.emplace_back(id);
    count("GN", 3, 10);
    count("HF", 1, 8);
    count("SN", 1, 8);
    count("DF", 1, 8);
    count("PN", 1, 14);
    ASSERT_EQ(ids.size(), 65U);

    auto read =
        read_requirements({"models/requirements.toml", read_file("models/requirements.toml")});
    ASSERT_TRUE(read.has_value()) << told(read.error());
    std::vector<std::string> found;
    for (auto const& each : read->all) {
        found.push_back(each.id);
        EXPECT_GE(each.statement.size(), 20U) << each.id;
    }
    ASSERT_GE(found.size(), ids.size());
    found.resize(ids.size());
    EXPECT_EQ(found, ids);
    std::vector<Strength> both{Strength::hard, Strength::method};
    EXPECT_EQ(read->find("A6")->strengths, both);
    EXPECT_EQ(read->find("GN2a")->strengths, std::vector<Strength>{Strength::hard});
    EXPECT_EQ(read->find("GN2b")->strengths, std::vector<Strength>{Strength::method});
    EXPECT_EQ(read->find("A13"), nullptr);
}

TEST(Requirements, AreReadStrictly) {
    auto complaints = [](std::string const& find, std::string const& put) {
        auto file = small_requirements();
        edit(file.content, find, put);
        auto read = read_requirements(file);
        return read ? std::string("(accepted)") : told(read.error());
    };
    EXPECT_NE(complaints("\"R2\"", "\"R1\"").find(":6:6: There are two of the id `R1`"),
              std::string::npos);
    EXPECT_NE(complaints("[\"offer\"]", "[\"ofer\"]").find("Did you mean `offer`"),
              std::string::npos);
    EXPECT_NE(complaints("[\"offer\"]", "[]").find("empty list"), std::string::npos);
    EXPECT_NE(complaints("statement = \"Two.\"", "statment = \"Two.\"").find("no key `statment`"),
              std::string::npos);
    EXPECT_NE(told(read_requirements({"r.toml", ""}).error()).find("no [[requirement]]"),
              std::string::npos);
    EXPECT_NE(told(read_requirements({"r.toml", "["}).error()).find("not valid TOML"),
              std::string::npos);
}

TEST(Library, HoldsEachVersionOnce) {
    auto model = read_model(small_files()).value_or(Model{});
    Library library;
    EXPECT_TRUE(library.add(model));
    EXPECT_FALSE(library.add(model));
    model.version = 10;
    EXPECT_TRUE(library.add(model));
    model.version = 2;
    EXPECT_TRUE(library.add(model));
    model.id = "another";
    model.version = 3;
    EXPECT_TRUE(library.add(model));
    ASSERT_EQ(library.all().size(), 4U);
    EXPECT_EQ(library.all()[0]->id, "another");
    EXPECT_EQ(library.find("small", 2)->version, 2);
    EXPECT_EQ(library.newest("small")->version, 10);
    EXPECT_EQ(library.find("small", 3), nullptr);
    EXPECT_EQ(library.find("", 1), nullptr);
    EXPECT_EQ(library.newest("none"), nullptr);
}

TEST(Library, ReadsAFolderOfModels) {
    auto files = small_files();
    files.push_back(small_requirements());
    for (auto const& file : small_files()) {
        auto second = file;
        edit(second.path, "/1/", "/2/");
        if (second.path.ends_with("model.toml")) edit(second.content, "version = 1", "version = 2");
        files.push_back(second);
    }
    auto reading = read_library(files);
    EXPECT_EQ(told(reading.complaints), "");
    EXPECT_EQ(reading.folders, (std::vector<std::string>{"models/small/1", "models/small/2"}));
    EXPECT_EQ(reading.library.all().size(), 2U);
    EXPECT_EQ(reading.requirements.all.size(), 3U);
}

TEST(Library, KeepsTheGoodModelsAndTellsOfTheBad) {
    auto files = small_files();
    files.push_back(small_requirements());
    for (auto const& file : small_files()) {
        auto second = file;
        edit(second.path, "/small/1/", "/other/1/");
        if (second.path.ends_with("model.toml")) {
            edit(second.content, "id = \"small\"", "id = \"other\"");
            edit(second.content, "[\"R1\", \"ours\"]", "[\"R1\", \"R7\"]");
        }
        files.push_back(second);
    }
    auto reading = read_library(files);
    EXPECT_EQ(reading.library.all().size(), 1U);
    ASSERT_EQ(reading.complaints.size(), 1U) << told(reading.complaints);
    EXPECT_EQ(reading.complaints[0].file, "models/other/1/model.toml");
    EXPECT_NE(reading.complaints[0].cause.find("`R7` is not a statement"), std::string::npos);
}

TEST(Library, GoesOnWithoutStatementsThatCannotBeRead) {
    auto files = small_files();
    files.push_back({"models/requirements.toml", "nothing"});
    auto reading = read_library(files);
    ASSERT_EQ(reading.complaints.size(), 1U) << told(reading.complaints);
    EXPECT_EQ(reading.complaints[0].file, "models/requirements.toml");
    EXPECT_EQ(reading.library.all().size(), 1U);
}

TEST(Library, AsksForTheStatements) {
    auto reading = read_library(small_files());
    ASSERT_EQ(reading.complaints.size(), 1U) << told(reading.complaints);
    EXPECT_EQ(reading.complaints[0].file, "models/requirements.toml");
    EXPECT_NE(told(reading.complaints).find("no model's sources can be looked up"),
              std::string::npos);
}

TEST(Library, TellsOfFoldersWithoutAModel) {
    auto files = small_files();
    files.push_back(small_requirements());
    auto reading = read_library(files, {"models/small/1", "models/sma/1", "models/other"});
    EXPECT_EQ(reading.library.all().size(), 1U);
    EXPECT_EQ(told(reading.complaints),
              "models/sma/1/model.toml:1:1: The folder holds no model. Put a model.toml and its "
              "texts there, or take the folder away; docs/grammar.md tells what they say.\n"
              "models/other/model.toml:1:1: The folder holds no model. Put a model.toml and its "
              "texts there, or take the folder away; docs/grammar.md tells what they say.\n");
}

TEST(Library, TellsOfTheSameModelTwice) {
    auto files = small_files();
    for (auto& file : files) edit(file.path, "models/small/1/", "");
    for (auto const& file : small_files()) files.push_back(file);
    files.push_back(small_requirements());
    auto reading = read_library(files);
    EXPECT_EQ(reading.library.all().size(), 1U);
    ASSERT_EQ(reading.complaints.size(), 1U) << told(reading.complaints);
    EXPECT_NE(reading.complaints[0].cause.find("another model `small` of version 1"),
              std::string::npos);
}

TEST(Repository, ItsModelsAreWhole) {
    auto reading = read_library(files_below("models"));
    EXPECT_EQ(told(reading.complaints), "");
    EXPECT_GE(reading.folders.size(), 4U);
    EXPECT_EQ(reading.library.all().size(), reading.folders.size());
}

// Höör's third step: social services' staff come back, teachers and health staff do not (HF2).
TEST(Repository, TeachersStayOutOfTheThirdStep) {
    auto reading = read_library(files_below("models"));
    auto model = reading.library.newest("hoor-familjeradslag");
    ASSERT_NE(model, nullptr);
    auto const* conference = model->meeting("conference");
    ASSERT_NE(conference, nullptr);
    ASSERT_EQ(conference->steps.size(), 3U);
    auto informant = model->role("informant");
    ASSERT_NE(informant, nowhere);
    EXPECT_TRUE(conference->steps[0].present.has(informant));
    EXPECT_FALSE(conference->steps[2].present.has(informant));
    EXPECT_TRUE(conference->steps[2].back.has(model->role("social_worker")));
}

// SUS's third step: whoever was in the first comes back, teachers too (SN8); the coordinator's
// access ends with the conference (SN5).
TEST(Repository, WhoeverWasInTheFirstStepComesBackWhereThePlanIsShownToThem) {
    auto reading = read_library(files_below("models"));
    auto model = reading.library.newest("sus-netvaerksraadslagning");
    ASSERT_NE(model, nullptr);
    auto const* conference = model->meeting("conference");
    ASSERT_NE(conference, nullptr);
    ASSERT_EQ(conference->steps.size(), 3U);
    auto informant = model->role("informant");
    ASSERT_NE(informant, nowhere);
    EXPECT_FALSE(conference->steps[1].present.has(informant));
    EXPECT_TRUE(conference->steps[2].back.has(informant));
    EXPECT_EQ(conference->steps[2].back_if_in, conference->steps[0].id);
    auto const& ends = model->roles[model->role("coordinator")].ends;
    ASSERT_TRUE(ends.has_value());
    EXPECT_EQ(ends->kind, MomentKind::meeting_end);
    EXPECT_EQ(ends->of, conference->id);
}

TEST(Explain, TellsWhatSomebodyNeedsToKnow) {
    auto model = read_model(small_files()).value_or(Model{});
    auto text = explain(model, "sv");
    for (auto const* said :
         {"A small model (small 1)", "| Follow-up ", "the case is closed", "Follow-up (at most 5)",
          "Own words are there", "stage.circle.6", "| method ", "Private part",
          "I want to take part.", "when this is left: First contact", "| 8 weeks ", "Withdrawn",
          "First contact … Plan", "recorded for main persons, guardians", "in Information",
          "office:manager", "| judgement ", "teacher", "R2"})
        EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
    auto small = [&](std::string const& key) { return model.text("sv", key); };
    for (auto const& said :
         {std::string("| Criteria "), small("axis.child"), small("criterion.child.truancy"),
          std::string("THE COMMITTEE"), std::string("| 6 weeks "), small("stop.not_suitable"),
          small("field.referred.contact"), small("confirm.referred.no_notification"),
          std::string("PREPARATION"), std::string("visit, phone"), small("check.questions"),
          std::string("QUESTIONS AND PURPOSE"), std::string("QUESTIONNAIRES"),
          small("questionnaire.after"), small("ask.after.heard"), small("review.review.worked"),
          std::string("DEADLINES"), small("deadline.hold")})
        EXPECT_NE(text.find(said), std::string::npos) << said << "\n" << text;
    // In the third step the coordinator comes back, the teachers do not.
    auto row = text.find("| Agreement ");
    ASSERT_NE(row, std::string::npos);
    auto line = text.substr(row, text.find('\n', row) - row);
    EXPECT_EQ(line.find("teachers"), std::string::npos) << line;
    EXPECT_NE(line.find("| coordinators "), std::string::npos) << line;
}

TEST(Explain, ExplainsEachModelOfTheRepositoryInEachLanguage) {
    auto reading = read_library(files_below("models"));
    for (auto const& model : reading.library.all())
        for (auto language : whole_languages) {
            auto text = explain(*model, language);
            EXPECT_EQ(text.rfind(model->text(language, "model.name"), 0), 0U);
            for (auto const& role : model->roles)
                EXPECT_NE(text.find(model->text(language, "role." + role.id)), std::string::npos);
        }
}

} // namespace
} // namespace radslag::process::test
