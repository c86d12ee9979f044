// The keys of the data: what is wrong with them at the start, in words; another one beside a server
// that serves; and the older ones, as long as backups need them.
#include "server/backups.h"
#include "server/data_keys.h"
#include "server/installed.h"

namespace radslag::server {
namespace {

using ::testing::HasSubstr;

struct Keys : Installed {
    void SetUp() override {
        Installed::SetUp();
        config.backups = (folder / "backups").string();
        ASSERT_EQ(make(), 0) << err.str();
    }
    std::string starting() {
        auto house = Installation::open({read()});
        return house ? "" : house.error().told + " " + house.error().logged;
    }
    std::string content() { return *read_file(config.data_key()); }
    void write_keys(std::string const& text) {
        std::ofstream(config.data_key(), std::ios::binary) << text;
        fs::permissions(config.data_key(), fs::perms::owner_read | fs::perms::owner_write);
    }
    std::size_t keys() { return read_data_keys(config.data_key())->size(); }
    std::string said(int (*what)(std::string const&, std::ostream&, std::ostream&), int code = 0) {
        out.str("");
        err.str("");
        EXPECT_EQ(what(file, out, err), code) << told();
        return told();
    }
};

TEST_F(Keys, OneThatIsMissingWrongOpenToOthersOrDamagedIsToldAtTheStart) {
    auto const key = content();
    EXPECT_EQ(starting(), "");
    auto const database = *read_file(config.database());
    fs::remove(config.data_key());
    EXPECT_THAT(starting(), testing::AllOf(HasSubstr("The key of the data is missing."),
                                           HasSubstr("a copy is in your safe"),
                                           HasSubstr("radslag keys make")));
    ASSERT_TRUE(make_data_key(config.data_key()).has_value());
    EXPECT_THAT(starting(), HasSubstr("The key of the data is another one than the database was "
                                      "sealed with."));
    write_keys(key);
    fs::permissions(config.data_key(), fs::perms::group_read, fs::perm_options::add);
    EXPECT_THAT(starting(), testing::AllOf(HasSubstr("The key of the data is open to others."),
                                           HasSubstr("chmod 600")));
    write_keys(key + "0123\n");
    EXPECT_THAT(starting(), testing::AllOf(HasSubstr("The key of the data is damaged."),
                                           HasSubstr("data.key:4: a key is 64 digits")));
    write_keys("# nothing\n");
    EXPECT_THAT(starting(), HasSubstr("holds no key"));
    EXPECT_EQ(*read_file(config.database()), database);
    write_keys(key);
    EXPECT_EQ(starting(), "");
}

TEST_F(Keys, ASecondFirstKeyIsNeverMade) {
    EXPECT_THAT(said(make_key, 1), HasSubstr("sealed with a key already"));
    auto const key = content();
    fs::remove(config.data_key());
    EXPECT_THAT(said(make_key, 1), HasSubstr("back from the safe"));
    EXPECT_FALSE(fs::exists(config.data_key()));
    fs::rename(config.database(), folder / "away.db"); // as where there has never been one
    EXPECT_THAT(said(make_key), HasSubstr("Keep a copy"));
    EXPECT_THAT(said(make_key, 1), HasSubstr("is there already"));
    EXPECT_NE(content(), key);
}

TEST_F(Keys, ANewOneIsPutInBesideAServerAndTheOldOneStaysForTheBackups) {
    auto house = Installation::open({read()});
    ASSERT_TRUE(house && (*house)->serve());
    ASSERT_EQ(back_up(file, false, out, err), 0) << err.str();
    auto const older = content();
    EXPECT_THAT(said(rotate_keys), testing::AllOf(HasSubstr("values were sealed anew"),
                                                  HasSubstr("into the safe, now")));
    EXPECT_EQ(keys(), 2U);
    EXPECT_THAT(said(tell_keys), HasSubstr("0 values, for backups made before"));
    EXPECT_THAT(said(forget_keys, 1), HasSubstr("A backup still needs an older key."));
    EXPECT_EQ(keys(), 2U);
    // Brought back with both in the file.
    house->reset();
    auto const backup = backups_in(config.backups).front();
    auto const elsewhere = folder / "elsewhere.db";
    EXPECT_EQ(restore({file, backup.string(), elsewhere.string(), ""}, out, err), 0) << err.str();
    fs::remove(backup);
    EXPECT_THAT(said(forget_keys), HasSubstr("is gone"));
    EXPECT_EQ(keys(), 1U);
    EXPECT_EQ(starting(), "");
    EXPECT_THAT(said(forget_keys), HasSubstr("There is no older key."));
    write_keys(older);
    EXPECT_THAT(starting(), HasSubstr("another one"));
}

TEST_F(Keys, ABackupDoesNotComeBackWithoutItsKey) {
    ASSERT_EQ(back_up(file, false, out, err), 0) << err.str();
    auto const backup = backups_in(config.backups).front().string();
    auto const key = content();
    auto const to = folder / "elsewhere.db";
    fs::remove(config.data_key());
    EXPECT_EQ(restore({file, backup, to.string(), ""}, out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("The key of the data is missing."));
    ASSERT_TRUE(make_data_key(config.data_key()).has_value());
    EXPECT_EQ(restore({file, backup, to.string(), ""}, out, err), 1);
    EXPECT_THAT(err.str(), HasSubstr("another one"));
    EXPECT_FALSE(fs::exists(to));
    ASSERT_TRUE(write_new_file(folder / "copy.key", key).has_value());
    EXPECT_EQ(restore({file, backup, to.string(), "", (folder / "copy.key").string()}, out, err), 0)
        << err.str();
}

// It ended after the file was written, and before the database knew of the new key.
TEST_F(Keys, ARotationThatEndedInTheMiddleGoesOn) {
    ASSERT_TRUE(put_new_key_first(config.data_key(), Instant{0}).has_value());
    EXPECT_EQ(starting(), "");
    EXPECT_THAT(said(forget_keys, 1), HasSubstr("goes on with it"));
    EXPECT_THAT(said(rotate_keys), HasSubstr("Going on"));
    EXPECT_EQ(keys(), 2U);
    EXPECT_THAT(said(forget_keys), HasSubstr("is gone"));
    EXPECT_EQ(keys(), 1U);
    EXPECT_EQ(starting(), "");
}

// … or after the database forgot the older one, and before the file did.
TEST_F(Keys, AKeyThatIsForgottenInTheDatabaseAloneGoesNextTime) {
    auto const database = config.database().string();
    said(rotate_keys);
    ASSERT_TRUE(storage::forget_keys(database, data_keys(config.data_key())));
    EXPECT_EQ(keys(), 2U);
    EXPECT_THAT(said(forget_keys), HasSubstr("is gone"));
    EXPECT_EQ(keys(), 1U);
    EXPECT_EQ(starting(), "");
}

TEST_F(Keys, TheFileIsForItsOwnerAndSaysWhatItIs) {
    EXPECT_THAT(content(), HasSubstr("Keep a copy in a safe"));
    said(rotate_keys);
    for (auto const& path : {config.data_key()})
        EXPECT_EQ(fs::status(path).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_THAT(content(), testing::StartsWith("# The keys of Radslag's data"));
}

} // namespace
} // namespace radslag::server
