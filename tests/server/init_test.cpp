// Whatever is wrong is said before anything is made, and what fails leaves nothing behind.
#include "server/installed.h"
#include "support/certificate.h"

namespace radslag::server {
namespace {

using ::testing::HasSubstr;

struct Init : Installed {
    std::vector<std::string> before;

    void refused(std::string const& words) {
        before = names();
        out.str("");
        err.str("");
        EXPECT_EQ(make(), 1);
        EXPECT_THAT(err.str(), HasSubstr(words));
        EXPECT_EQ(names(), before) << words;
    }
    std::string at(std::string const& name) { return (folder / name).string(); }
};

using test::make_certificate;

TEST_F(Init, LooksAtTheModelsFirst) {
    config.models = at("no-such-folder");
    refused("no-such-folder");
    config.models = at("damaged");
    fs::create_directories(fs::path(config.models) / "mine" / "1");
    std::ofstream(fs::path(config.models) / "mine" / "1" / "model.toml") << "id = [";
    refused("A process model has mistakes.");
    config.models = RADSLAG_SOURCE_DIR "/models";
    EXPECT_EQ(make(), 0) << err.str();
}

TEST_F(Init, LooksAtTheRulesOfKeepingFirst) {
    config.retention = at("no-rules");
    refused("no-rules");
    config.retention = at("damaged");
    fs::create_directories(config.retention);
    std::ofstream(fs::path(config.retention) / "se.toml") << "country = \"SE\"\nsince = 5\n";
    refused("A rule for how long what is kept has mistakes.");
    refused("se.toml:2:1: The file has no key `since`.");
    config.retention = RADSLAG_SOURCE_DIR "/retention";
    EXPECT_EQ(make(), 0) << err.str();
}

TEST_F(Init, LooksAtTheBrowserSideFirst) {
    fs::remove(fs::path(config.web) / "index.html");
    refused("index.html");
    config.web = at("no-such-folder");
    refused("no-such-folder");
}

TEST_F(Init, LooksAtTheCertificateFirst) {
    make_certificate(at("a.pem"), at("a.key"));
    make_certificate(at("b.pem"), at("b.key"), 1, "hemligt");
    std::ofstream(at("text.pem")) << "ett brev\n";
    config.certificate = at("missing.pem");
    config.key = at("a.key");
    refused("missing.pem cannot be read");
    config.certificate = at("text.pem");
    refused("text.pem is no certificate");
    config.certificate = at("b.pem");
    refused("a.key belongs to another certificate");
    config.key = at("b.key");
    refused("b.key asks for a pass phrase");
    config.key = at("text.pem");
    refused("text.pem is no private key");
    config.certificate = at("a.pem");
    config.key = folder.string();
    refused("is a folder");
    config.key = at("a.key");
    EXPECT_EQ(make(), 0) << err.str();
}

TEST_F(Init, NeverMakesASecondKeyForDataThatIsThere) {
    ASSERT_EQ(make(), 0) << err.str();
    auto const key = *read_file(config.key_file());
    auto const first = config;
    siv.mail = "ann@storaker.example";
    file = at("other/radslag.toml");
    config.keys = at("other/keys");
    refused("holds an installation already");
    config = first;
    config.data = at("other/data");
    refused("is the key of an installation already");
    EXPECT_EQ(*read_file(first.key_file()), key);
    auto house = Installation::open({first});
    ASSERT_TRUE(house.has_value());
    EXPECT_EQ((*(*house)->world().store.read())->organisations().size(), 1U);
}

TEST_F(Init, LeavesNothingBehindWhenAFolderCannotBeMade) {
    std::ofstream(at("file")) << "";
    config.data = at("deep/down/data");
    config.keys = at("file/keys");
    refused("file");
    config.keys = at("deep/keys");
    file = at("file/radslag.toml");
    refused("file");
    fs::create_directory(at("etc"));
    file = at("etc");
    refused("is there already");
}

TEST_F(Init, LeavesNothingBehindWhenTheDatabaseCannotBeMade) {
    // The log is opened last, after the database.
    fs::create_directory(at("taken"));
    config.log = at("taken");
    refused("The log cannot be written.");
    config.log = at("log");
    EXPECT_EQ(make(), 0) << err.str();
}

TEST_F(Init, AFolderThatWasThereStays) {
    fs::create_directories(config.data);
    std::ofstream(fs::path(config.data) / "lost+found") << "";
    siv.name = "Siv";
    config.log = at("web"); // a folder
    refused("log");
    config.log = at("log");
    EXPECT_EQ(make(), 0) << err.str();
}

TEST_F(Init, TheServerSaysItTooWhenTheKeyIsExchangedLater) {
    make_certificate(at("a.pem"), at("a.key"));
    config.certificate = at("a.pem");
    config.key = at("a.key");
    ASSERT_EQ(make(), 0) << err.str();
    make_certificate(at("b.pem"), at("a.key"), 1, "hemligt");
    auto house = Installation::open({read()});
    ASSERT_TRUE(house.has_value());
    auto port = (*house)->serve();
    ASSERT_FALSE(port.has_value());
    EXPECT_THAT(port.error().logged, HasSubstr("pass phrase"));
}

} // namespace
} // namespace radslag::server
