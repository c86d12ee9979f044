// What comes in from a terminal ends in words, never in an abort.
#include "server/installed.h"

namespace radslag::server {
namespace {

using ::testing::HasSubstr;

struct Cli : Installed {
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

TEST_F(Cli, AFolderIsNoConfiguration) {
    EXPECT_EQ(say({"serve", "--config", folder.string()}), 1);
    EXPECT_THAT(complained, HasSubstr(folder.string() + " is a folder"));
    EXPECT_EQ(say({"serve", "--config", (folder / "none.toml").string()}), 1);
    EXPECT_THAT(complained, HasSubstr("radslag init"));
    EXPECT_EQ(say({"organisation", "--config", folder.string()}), 1);
    EXPECT_THAT(complained, HasSubstr("is a folder"));
}

TEST_F(Cli, ASecretIsLettersOfAnAuthenticator) {
    for (auto const* secret : {"garbage!", "A", "abcdefghijklmnop", "ABCDEFGHIJKLMNO1"}) {
        EXPECT_EQ(say({"code", secret}), 1) << secret;
        EXPECT_THAT(complained, HasSubstr(secret));
    }
    EXPECT_EQ(say({"code", "ABCDEFGHIJKLMNOP"}), 0);
    EXPECT_EQ(printed.size(), 7U) << printed;
    EXPECT_EQ(say({"code"}), 0);
}

TEST_F(Cli, OnlyADemoTakesWhateverPortIsFree) {
    EXPECT_NE(say({"init", "--port", "0"}), 0);
    EXPECT_THAT(complained, HasSubstr("port"));
    EXPECT_EQ(say({"init", "--address", "0.0.0.0", "--config", file}), 1);
    EXPECT_THAT(complained, HasSubstr("without TLS"));
}

TEST_F(Cli, ADemoWithOtherModelsSaysSoOnce) {
    // Every model's own intakes under another name: no act of the story finds its beginning.
    auto const models = folder / "models";
    fs::copy(RADSLAG_SOURCE_DIR "/models", models, fs::copy_options::recursive);
    std::vector<fs::path> countries;
    for (auto const& entry : fs::directory_iterator(models))
        if (entry.is_directory() && fs::exists(entry.path() / "1" / "model.toml")) {
            auto const file_of_model = entry.path() / "1" / "model.toml";
            auto text = *read_file(file_of_model);
            if (text.find("country = \"DK\"") != std::string::npos) countries.push_back(entry.path());
        }
    ASSERT_FALSE(countries.empty());
    for (auto const& model : countries) fs::remove_all(model);
    // A web folder that is not there ends the demo after its story.
    EXPECT_EQ(say({"demo", "--folder", (folder / "town").string(), "--port", "0", "--models",
                   models.string(), "--web", (folder / "none").string()}),
              1);
    auto const first = complained.substr(0, complained.find('\n'));
    EXPECT_THAT(first, HasSubstr("The demo's cases are not all there"));
    EXPECT_EQ(std::ranges::count(complained, '\n'), 2) << complained;
}

} // namespace
} // namespace radslag::server
