// Checkpoints that go by mail, to a real mail server.
#include <boost/json.hpp>
#include <openssl/evp.h>
#include <thread>

#include "server/checkpoints.h"
#include "server/installed.h"
#include "server/post.h"
#include "storage/storage.h"
#include "support/mail_server.h"

namespace radslag::server {
namespace {

namespace json = boost::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t minute = 60'000'000;

struct Posted : Installed {
    test::MailServer there{folder / "letters taken", {"--login", "radslag:sesam"}};
    std::string where;
    std::unique_ptr<storage::Database> store;
    std::unique_ptr<Checkpoints> writing;
    std::optional<Post> post;
    std::optional<Log> log;
    Instant now = *read_instant("2026-11-28T04:00:00Z");

    void SetUp() override {
        Installed::SetUp();
        ASSERT_EQ(make(), 0) << err.str();
        config.minutes = 60;
        config.checkpoints_to = "ombud@kommun.example";
        config.mail_from = "radslag@kommun.example";
        config.mail_user = "radslag";
        use(there.port());
        std::ofstream(file) << write_config(config);
        write_password("sesam\n");
        log.emplace((folder / "log").string());
        begin();
    }
    void write_password(std::string const& password) {
        std::ofstream(config.mail_password()) << password;
        fs::permissions(config.mail_password(), fs::perms::owner_read | fs::perms::owner_write);
    }
    void use(std::string const& port) { config.mail_server = "smtp://localhost:" + port; }
    void begin() {
        writing.reset();
        store.reset();
        store = std::move(*storage::open_sqlite(
            {config.database().string(), data_keys(config.data_key()), 1}));
        auto posted = Post::open(config);
        ASSERT_TRUE(posted.has_value()) << posted.error().told;
        post.emplace(std::move(*posted));
        auto made = Checkpoints::open(config, *store, now);
        ASSERT_TRUE(made.has_value()) << made.error().logged;
        writing = std::move(*made);
    }
    std::unique_ptr<Installation> serving() {
        writing.reset();
        store.reset();
        config.port = 0;
        auto house = Installation::open({config});
        if (!house) throw std::runtime_error(house.error().logged);
        if (auto served = (*house)->serve(); !served) throw std::runtime_error(served.error().logged);
        return std::move(*house);
    }
    void pass(std::int64_t minutes) {
        now.micros += minutes * minute;
        writing->write_if_due(now, *log);
        post->send_waiting(now, *log);
    }
    std::vector<std::string> waiting() const {
        std::vector<std::string> names;
        for (auto const& entry : fs::directory_iterator(config.letters()))
            names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }
    // What was enclosed, by its name, in the order in which it came.
    std::vector<std::pair<std::string, std::string>> taken() const {
        std::vector<std::pair<std::string, std::string>> all;
        for (auto const& letter : there.letters()) {
            auto const told = json::parse(letter).as_object();
            EXPECT_EQ(told.at("to"), (json::array{"ombud@kommun.example"}));
            for (auto const& [name, content] : told.at("enclosed").as_object()) {
                std::string const text(content.as_string());
                std::string bytes(text.size(), '\0');
                auto const size = EVP_DecodeBlock(
                    reinterpret_cast<unsigned char*>(bytes.data()),
                    reinterpret_cast<unsigned char const*>(text.data()), static_cast<int>(text.size()));
                auto const padding = std::ranges::count(text, '=');
                bytes.resize(static_cast<std::size_t>(size - padding));
                all.emplace_back(name, bytes);
            }
        }
        return all;
    }
    std::vector<std::string> taken_names() const {
        std::vector<std::string> names;
        for (auto const& [name, content] : taken()) names.push_back(name);
        return names;
    }
};

TEST_F(Posted, ACheckpointGoesByMailAndFits) {
    pass(0);
    pass(59);
    pass(1);
    EXPECT_THAT(taken_names(), ElementsAre("checkpoint-000001.txt", "checkpoint-000002.txt"));
    EXPECT_THAT(waiting(), IsEmpty());
    // Whoever got them compares: they are whole, signed, and of this database.
    auto const kept = folder / "kept by the ombud";
    fs::create_directories(kept);
    for (auto const& [name, content] : taken()) std::ofstream(kept / name, std::ios::binary) << content;
    store.reset();
    out.str("");
    EXPECT_EQ(audit_verify({file, {}, {kept.string()}, {}}, out, err), 0) << told();
    EXPECT_THAT(out.str(), HasSubstr("everything is as it was written"));
}

TEST_F(Posted, WhatCannotBeSentWaitsAlsoForTheNextStart) {
    auto const port = there.port();
    there.stop();
    pass(0);
    pass(60);
    EXPECT_THAT(waiting(), ElementsAre("checkpoint-000001.txt", "checkpoint-000002.txt"));
    EXPECT_THAT(*read_file(folder / "log"), HasSubstr("did not take the letter"));
    test::MailServer again(folder / "letters taken", {"--login", "radslag:sesam"});
    use(again.port());
    begin();
    pass(1);
    EXPECT_THAT(taken_names(), ElementsAre("checkpoint-000001.txt", "checkpoint-000002.txt"));
    EXPECT_THAT(waiting(), IsEmpty());
    pass(20);
    EXPECT_THAT(taken(), SizeIs(2)); // none twice
}

TEST_F(Posted, AfterATryThatFailedTenMinutesPass) {
    write_password("fel\n");
    begin();
    pass(0);
    auto const once = read_file(folder / "log")->size();
    pass(9);
    EXPECT_EQ(read_file(folder / "log")->size(), once);
    pass(1);
    EXPECT_GT(read_file(folder / "log")->size(), once);
    EXPECT_THAT(waiting(), SizeIs(1));
    EXPECT_THAT(taken(), IsEmpty());
}

TEST_F(Posted, WhatIsRefusedKeepsNoOtherLetterWaiting) {
    there.stop();
    test::MailServer small(folder / "small", {"--login", "radslag:sesam", "--largest", "100000"});
    use(small.port());
    begin();
    std::ofstream(config.letters() / "checkpoint-000000.txt") << std::string(200'000, 'a');
    pass(0);
    EXPECT_THAT(small.letters(), SizeIs(1));
    EXPECT_THAT(waiting(), ElementsAre("checkpoint-000000.txt"));
    auto const log_now = [&] { return *read_file(folder / "log"); };
    EXPECT_THAT(log_now(), HasSubstr("checkpoint-000000.txt is refused: "));
    auto const once = log_now();
    pass(9);
    EXPECT_EQ(log_now(), once);
    pass(1);
    EXPECT_GT(log_now().size(), once.size()); // tried again
}

// The process ended between writing a checkpoint and putting it in its place.
TEST_F(Posted, ADraftIsFinishedWhereTheDatabaseKnowsOfIt) {
    there.stop();
    pass(0);
    fs::rename(config.letters() / "checkpoint-000001.txt", config.letters() / "checkpoint-000001.txt.new");
    std::ofstream(config.letters() / "checkpoint-000002.txt.new") << "never was one";
    begin();
    EXPECT_THAT(waiting(), ElementsAre("checkpoint-000001.txt"));
    pass(60);
    EXPECT_THAT(waiting(), ElementsAre("checkpoint-000001.txt", "checkpoint-000002.txt"));
}

TEST_F(Posted, ALetterThatWaitsIsNotWrittenOver) {
    there.stop();
    auto const empty = folder / "empty.db";
    store.reset();
    fs::copy_file(config.database(), empty);
    begin();
    pass(0);
    auto const first = *read_file(config.letters() / "checkpoint-000001.txt");
    writing.reset();
    store.reset();
    for (auto const* end : {"", "-wal", "-shm"}) fs::remove(config.database().string() + end);
    fs::copy_file(empty, config.database()); // rolled back
    begin();
    pass(60);
    EXPECT_EQ(*read_file(config.letters() / "checkpoint-000001.txt"), first);
    EXPECT_THAT(*read_file(folder / "log"), HasSubstr("older than its checkpoints"));
}

TEST_F(Posted, WithoutThePasswordItDoesNotStart) {
    fs::remove(config.mail_password());
    store.reset();
    EXPECT_EQ(Installation::open({config}).error().told, "The password of the mail server is missing.");
}

TEST_F(Posted, APasswordThatOthersMayReadIsRefused) {
    fs::permissions(config.mail_password(), fs::perms::group_read, fs::perm_options::add);
    store.reset();
    auto const started = Installation::open({config});
    ASSERT_FALSE(started.has_value());
    EXPECT_EQ(started.error().told, "The password of the mail server is open to others.");
    EXPECT_THAT(started.error().logged, HasSubstr("chmod 600"));
}

TEST_F(Posted, AServerThatStopsSendsItsLast) {
    auto const house = serving();
    house->stop();
    EXPECT_GE(taken().size(), 1U);
    EXPECT_THAT(waiting(), IsEmpty());
}

// It waits in the folder for the next start.
TEST_F(Posted, AServerThatStopsDoesNotWaitForOneThatNeverAnswers) {
    test::MailServer silent(folder / "silent", {"--login", "radslag:sesam", "--silent"});
    use(silent.port());
    auto const house = serving();
    while (!fs::exists(folder / "silent" / "heard")) std::this_thread::yield();
    house->stop();
    EXPECT_THAT(*read_file(config.log), HasSubstr("aborted by an application callback"));
    EXPECT_THAT(waiting(), SizeIs(testing::Ge(1U)));
}

TEST_F(Posted, ATrialTellsWhetherItWorks) {
    std::ofstream(file) << write_config(config);
    out.str("");
    EXPECT_EQ(try_mail(file, "eva@kommun.example", out, err), 0) << err.str();
    EXPECT_THAT(out.str(), HasSubstr("has taken a letter to eva@kommun.example"));
    EXPECT_EQ(try_mail(file, "eva", out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("eva is no address"));
    there.stop();
    EXPECT_EQ(try_mail(file, "eva@kommun.example", out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("did not take the letter"));
    config.mail_server.clear();
    config.checkpoints_to.clear();
    std::ofstream(file) << write_config(config);
    EXPECT_EQ(try_mail(file, "eva@kommun.example", out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("No mail is sent"));
}

} // namespace
} // namespace radslag::server
