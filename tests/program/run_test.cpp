// What comes in from a terminal ends in words, never in an abort.
#include "program/program.h"
#include "server/installed.h"

namespace radslag::program {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

struct Run : server::Installed {
    int say(std::vector<std::string> words) {
        words.insert(words.begin(), "radslag");
        std::vector<char const*> arguments;
        for (auto const& word : words) arguments.push_back(word.c_str());
        ::testing::internal::CaptureStderr();
        ::testing::internal::CaptureStdout();
        auto const code = run(static_cast<int>(arguments.size()), arguments.data());
        printed = ::testing::internal::GetCapturedStdout();
        complained = ::testing::internal::GetCapturedStderr();
        return code;
    }
    std::string printed, complained;
};

TEST_F(Run, AFolderIsNoConfiguration) {
    EXPECT_EQ(say({"serve", "--config", folder.string()}), 1);
    EXPECT_THAT(complained, HasSubstr(folder.string() + " is a folder"));
    EXPECT_EQ(say({"serve", "--config", (folder / "none.toml").string()}), 1);
    EXPECT_THAT(complained, HasSubstr("radslag init"));
    EXPECT_EQ(say({"organisation", "--config", folder.string()}), 1);
    EXPECT_THAT(complained, HasSubstr("is a folder"));
}

TEST_F(Run, ASecretIsLettersOfAnAuthenticator) {
    for (auto const* secret : {"garbage!", "A", "abcdefghijklmnop", "ABCDEFGHIJKLMNO1"}) {
        EXPECT_EQ(say({"code", secret}), 1) << secret;
        EXPECT_THAT(complained, HasSubstr(secret));
    }
    EXPECT_EQ(say({"code", "ABCDEFGHIJKLMNOP"}), 0);
    EXPECT_EQ(printed.size(), 7U) << printed;
    EXPECT_EQ(say({"code"}), 0);
}

TEST_F(Run, OnlyADemoTakesWhateverPortIsFree) {
    EXPECT_NE(say({"init", "--port", "0"}), 0);
    EXPECT_THAT(complained, HasSubstr("port"));
    EXPECT_EQ(say({"init", "--address", "0.0.0.0", "--config", file}), 1);
    EXPECT_THAT(complained, HasSubstr("without TLS"));
}

TEST_F(Run, TheDemosWholeStoryIsPlayed) {
    // A web folder that is not there ends the demo after its story.
    EXPECT_EQ(say({"demo", "--folder", (folder / "town").string(), "--port", "0", "--models",
                   RADSLAG_SOURCE_DIR "/models", "--web", (folder / "none").string()}),
              1);
    EXPECT_THAT(complained, Not(HasSubstr("not all there")));
    EXPECT_EQ(std::ranges::count(complained, '\n'), 1) << complained;
}

TEST_F(Run, ADemoWithOtherModelsSaysSoOnce) {
    // The Swedish models alone, in the Danish town: no case of the story finds its beginning.
    auto const models = folder / "models";
    fs::copy(RADSLAG_SOURCE_DIR "/models", models, fs::copy_options::recursive);
    std::size_t moved = 0;
    for (auto const& entry : fs::directory_iterator(models)) {
        auto const place = entry.path() / "1" / "model.toml";
        if (!fs::exists(place)) continue;
        auto text = *server::read_file(place);
        auto const at = text.find("country = \"SE\"");
        if (at == std::string::npos) {
            fs::remove_all(entry.path());
            continue;
        }
        std::ofstream(place) << text.replace(at, 14, "country = \"DK\"");
        ++moved;
    }
    ASSERT_GT(moved, 0U);
    // A web folder that is not there ends the demo after its story.
    EXPECT_EQ(say({"demo", "--folder", (folder / "town").string(), "--port", "0", "--models",
                   models.string(), "--web", (folder / "none").string()}),
              1);
    auto const first = complained.substr(0, complained.find('\n'));
    EXPECT_THAT(first, HasSubstr("The demo's cases are not all there"));
    EXPECT_EQ(std::ranges::count(complained, '\n'), 2) << complained;
}

} // namespace
} // namespace radslag::program
