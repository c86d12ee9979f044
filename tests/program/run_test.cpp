// What comes in from a terminal ends in words, never in an abort.
#include "program/program.h"
#include "server/installed.h"
#include "storage/storage.h"

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

TEST_F(Run, ABackupIsMadeAndBroughtBackInWords) {
    config.backups = (folder / "backups").string();
    EXPECT_EQ(make(), 0) << err.str();
    EXPECT_EQ(say({"backup", "--config", file}), 0) << complained;
    EXPECT_THAT(printed, HasSubstr("read back"));
    auto const backup = fs::directory_iterator(config.backups)->path().string();
    EXPECT_EQ(say({"restore", backup, "--config", file}), 1);
    EXPECT_THAT(complained, HasSubstr("There is a database already"));
    EXPECT_EQ(say({"restore", backup, "--to", (folder / "again.db").string(), "--key",
                   config.backup_key().string()}),
              0)
        << complained;
    EXPECT_THAT(printed, HasSubstr("sign in again"));
    EXPECT_NE(say({"restore"}), 0);
    EXPECT_EQ(say({"backup", "--config", (folder / "none.toml").string()}), 1);
    EXPECT_THAT(complained, HasSubstr("There is no configuration."));
}

TEST_F(Run, OnlyADemoTakesWhateverPortIsFree) {
    EXPECT_NE(say({"init", "--port", "0"}), 0);
    EXPECT_THAT(complained, HasSubstr("port"));
    EXPECT_EQ(say({"init", "--address", "0.0.0.0", "--config", file}), 1);
    EXPECT_THAT(complained, HasSubstr("without TLS"));
}

struct Demo : Run {
    // A web folder that is not there ends the demo after its towns have been made.
    int demo(std::string const& models) {
        return say({"demo", "--folder", (folder / "town").string(), "--port", "0", "--models",
                    models, "--retention", RADSLAG_SOURCE_DIR "/retention", "--web",
                    (folder / "none").string()});
    }
    std::size_t cases() {
        auto store =
            storage::open_sqlite({(folder / "town" / "data" / "radslag.db").string(),
                                  server::data_keys(folder / "town" / "keys" / "data.key"), 1});
        auto reader = std::move(*(*store)->read());
        std::size_t all = 0;
        for (auto const& organisation : reader->organisations())
            for (auto const* status : {"running", "postponed", "stopped", "closed"}) {
                commands::ListFilter filter;
                filter.status = status;
                filter.limit = 100;
                all += reader->list(organisation.id, {}, filter).rows.size();
            }
        return all;
    }
};

TEST_F(Demo, TheTownsAreThereAndEveryCaseWhereItWasToCome) {
    EXPECT_EQ(demo(RADSLAG_SOURCE_DIR "/models"), 1);
    EXPECT_THAT(complained, Not(HasSubstr("Not every case")));
    EXPECT_EQ(std::ranges::count(complained, '\n'), 1) << complained;
    auto const made = cases();
    EXPECT_GE(made, 60U);
    // Begun again where it was kept, it is the same demo.
    EXPECT_EQ(demo(RADSLAG_SOURCE_DIR "/models"), 1);
    EXPECT_EQ(cases(), made);
}

TEST_F(Demo, ItTakesWhateverModelsThereAre) {
    auto const models = folder / "models";
    fs::create_directories(models / "small" / "1");
    fs::copy(RADSLAG_SOURCE_DIR "/tests/process/small/requirements.toml", models);
    fs::copy(RADSLAG_SOURCE_DIR "/tests/process/small/model.toml", models / "small" / "1");
    for (auto const* language : {"sv", "da", "en"})
        fs::copy(RADSLAG_SOURCE_DIR "/tests/process/small/texts.toml",
                 models / "small" / "1" / (std::string("texts.") + language + ".toml"));
    EXPECT_EQ(demo(models.string()), 1);
    EXPECT_EQ(std::ranges::count(complained, '\n'), 1) << complained;
    EXPECT_GE(cases(), 15U);
}

} // namespace
} // namespace radslag::program
