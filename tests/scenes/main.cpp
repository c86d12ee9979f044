// Finds the scenes and runs each as a test.
#include <algorithm>
#include <cctype>
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenes/playing.h"

namespace radslag::scenes {
namespace {

namespace fs = std::filesystem;

class SceneTest : public testing::Test {
public:
    explicit SceneTest(Scene scene) : scene_(std::move(scene)) {}

    void TestBody() override {
        try {
            play(scene_, books_for(scene_));
        } catch (Wrong const& wrong) {
            GTEST_MESSAGE_AT_(wrong.place.file.c_str(), wrong.place.line, wrong.what(),
                              testing::TestPartResult::kFatalFailure);
        }
    }

private:
    Scene scene_;
};

std::string as_name(std::string_view text) {
    std::string name;
    for (char c : text) {
        bool const plain = std::isalnum(static_cast<unsigned char>(c)) != 0;
        if (plain) name += c;
        else if (!name.empty() && name.back() != '_') name += '_';
    }
    while (name.ends_with('_')) name.pop_back();
    return name;
}

// "hoor_familjeradslag_1", "everywhere"
std::string suite_of(fs::path const& file) {
    auto relative = fs::relative(file, RADSLAG_SOURCE_DIR).parent_path();
    std::string name;
    for (auto const& part : relative)
        if (part != "models" && part != "tests" && part != "scenes") name += part.string() + " ";
    return as_name(name);
}

void register_scenes() {
    for (auto const& file : scene_files())
        for (auto const& scene : read_scenes(file)) {
            auto const name = as_name(file.stem().string() + " " + scene.title);
            testing::RegisterTest(suite_of(file).c_str(), name.c_str(), nullptr, nullptr,
                                  scene.place.file.c_str(), scene.place.line,
                                  [scene]() -> testing::Test* { return new SceneTest(scene); });
        }
}

TEST(Scenes, SayEveryActInWordsOfTheirOwn) {
    std::vector<std::string> words;
    for (auto const& phrase : phrases()) words.push_back(third_person(phrase.words));
    std::sort(words.begin(), words.end());
    EXPECT_EQ(std::adjacent_find(words.begin(), words.end()), words.end());
    for (auto act : process::act_names())
        EXPECT_TRUE(std::any_of(phrases().begin(), phrases().end(), [&](auto const& p) {
            return p.act == act;
        })) << act;
}

TEST(Scenes, AreReadByTheirWords) {
    std::vector<std::string> stars;
    EXPECT_TRUE(
        fits("the deadline * is due on *", "the deadline plan is due on 2026-03-01", stars));
    EXPECT_EQ(stars, (std::vector<std::string>{"plan", "2026-03-01"}));
    EXPECT_FALSE(fits("the deadline * is late", "the deadline plan is latent", stars));
    EXPECT_EQ(third_person("carry on"), "carries on");
    EXPECT_EQ(third_person("pass it"), "passes it");
    EXPECT_EQ(third_person("go on"), "goes on");
    EXPECT_EQ(third_person("say yes"), "says yes");
}

// What the runner must notice; each begins with a case that stands in preparation.
struct Untrue {
    char const* lines;
    char const* told;
    friend void PrintTo(Untrue const& one, std::ostream* out) { *out << one.told; }
};
class ScenesNotice : public testing::TestWithParam<Untrue> {};

TEST_P(ScenesNotice, WhatIsNotSo) {
    Folder folder;
    fs::path const path = folder.file();
    std::ofstream(path)
        << "Scene: One\nGiven a case of hoor-familjeradslag brought to preparation\n"
        << GetParam().lines;
    std::string told = "nothing";
    try {
        for (auto const& scene : read_scenes(path)) play(scene, books_for(scene));
    } catch (Wrong const& wrong) {
        told = wrong.what();
    }
    EXPECT_THAT(told, testing::HasSubstr(GetParam().told));
}

INSTANTIATE_TEST_SUITE_P(
    That, ScenesNotice,
    testing::Values(
        Untrue{"When Karin invites Ulla: way: letter\n", "without Then"},
        Untrue{"When Karin invites Ulla\nThen the case is running\n", "field.missing about way"},
        Untrue{"Then the case is running\nWhen Karin invites Ulla\n", "field.missing about way"},
        Untrue{"When Karin invites Ulla: way: letter\nThen it is refused: act.about\n",
               "it was done"},
        Untrue{"When Karin invites Ulla\nThen it is refused: act.about\n", "refused was"},
        Untrue{"When Karin invites Ulla\nThen it is refused: field.missing about day\n",
               "refused was"},
        Untrue{"When Karin invites Nobody: way: letter\nThen it is done\n", "nobody of that name"},
        Untrue{"When Karin (manager) invites Ulla: way: letter\nThen it is done\n",
               "is no manager"},
        Untrue{"When Karin dances\nThen it is done\n", "no such act"},
        Untrue{"Then the moon is full\n", "Then does not know"},
        Untrue{"Given the moon is full\nThen the case is running\n", "Given does not know"},
        Untrue{"Then the case is in circle\n", "it is in preparation"},
        Untrue{"Then the case is closed\n", "it is running"},
        Untrue{"Then the case is called \"Elsa\"\n", "it is called Elsa Lind"},
        Untrue{"Then the need stage.circle.2 is not met\n", "the other way"},
        Untrue{"Then the need stage.preparation.1 is met\n", "the other way"},
        Untrue{"Then Karin may not invite Ulla\n", "they may"},
        Untrue{"Then Mia may invite Ulla\n", "they may not"},
        Untrue{"Then Karin does not see people\n", "open to them"},
        Untrue{"Then Mia sees people\n", "closed to them"},
        Untrue{"Then Karin does not see the words \"Elsa\"\n", "open to them"},
        Untrue{"Then Mia sees the words \"Elsa\"\n", "closed to them"},
        Untrue{"Then Karin sees nothing of the case\n", "it is there"},
        Untrue{"Then the deadline conference is late\n", "it is running"},
        Untrue{"Then the deadline conference is met\n", "not met"},
        Untrue{"Then the deadline conference is due on 2026-01-01\n", "it is due on"},
        Untrue{"Then it happened once: name_person\n", "it happened 5 times"},
        Untrue{"Then nobody is named where it happened: move_on\n", "it is named"},
        Untrue{"Then it happened 3 times: move_on\n", "it happened 2 times"},
        Untrue{"Then it never happened: move_on\n", "it happened 2 times"}));

} // namespace
} // namespace radslag::scenes

int main(int argc, char** argv) {
    testing::InitGoogleTest(&argc, argv);
    try {
        radslag::scenes::register_scenes();
    } catch (radslag::scenes::Wrong const& wrong) {
        fprintf(stderr, "%s:%d: %s\n", wrong.place.file.c_str(), wrong.place.line, wrong.what());
        return 1;
    }
    return RUN_ALL_TESTS();
}
