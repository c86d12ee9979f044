#include "domain/people/people.h"

#include <gtest/gtest.h>

namespace radslag::people {
namespace {

Date const today = *read_date("2026-11-22");

// The number, the day it tells and the doubt, in one line; or the code of the refusal.
std::string read(std::string_view text, std::string const& country = "SE") {
    auto number = read_number(text, country, today, "number");
    if (!number) return number.error().code;
    auto line = number->text + " " + (number->born ? write_date(*number->born) : "?");
    if (number->doubt == NumberDoubt::check_digit) line += " check digit";
    if (number->doubt == NumberDoubt::local) line += " local";
    // What is kept is read again each time it is shown.
    auto again = read_number(number->text, country, today, "number");
    EXPECT_TRUE(again.has_value()) << text;
    if (again) {
        EXPECT_EQ(again->text, number->text) << text;
        EXPECT_EQ(again->born, number->born) << text;
    }
    return line;
}

TEST(SwedishNumber, IsReadAsPeopleWriteIt) {
    for (auto const* text :
         {"19900602-2397", "900602-2397", "9006022397", "199006022397", "900602 - 2397",
          "19900602–2397", "900602‑2397", "900602−2397", "１９９００６０２－２３９７",
          "١٩٩٠٠٦٠٢-٢٣٩٧", "900602\u00a02397", " 900602-2397 "})
        EXPECT_EQ(read(text), "19900602-2397 1990-06-02") << text;
    EXPECT_EQ(read("19900602-2398"), "19900602-2398 1990-06-02 check digit");
}

TEST(SwedishNumber, WithPlusIsOfSomebodyWhoTurnsAHundredThisYearOrDidBefore) {
    EXPECT_EQ(read("261230+1234").substr(0, 24), "19261230-1234 1926-12-30");
    EXPECT_EQ(read("260101+1234").substr(0, 24), "19260101-1234 1926-01-01");
    EXPECT_EQ(read("121212+1212").substr(0, 24), "19121212-1212 1912-12-12");
    EXPECT_EQ(read("121212-1212").substr(0, 24), "20121212-1212 2012-12-12");
    EXPECT_EQ(read("261230-1234").substr(0, 24), "19261230-1234 1926-12-30");
    EXPECT_EQ(read("291231-1234").substr(0, 24), "19291231-1234 1929-12-31");
    EXPECT_EQ(read("261122-1234").substr(0, 24), "20261122-1234 2026-11-22");
    EXPECT_EQ(read("271231+1234"), "number.date"); // 199 years old
    EXPECT_EQ(read("000229+1234"), "number.date"); // 1900 had no 29 February
}

TEST(SwedishNumber, ThatCannotBeIsRefused) {
    for (auto const* text :
         {"18440229-1234", "18491231-1234", "00000101-1234", "00010101-1234", "20261123-1234",
          "99991231-1234", "20230229-1234", "19000229-1234", "19901332-2397", "19900600-2397",
          "19900032-2397", "19900692-2397", "19901361-2397"})
        EXPECT_EQ(read(text), "number.date") << text;
    for (auto const* text :
         {"12121212", "900602-239", "9006-022397", "900602--2397", "-9006022397", "900602/2397",
          "9006022397 1", "nio", "900602-2397x", "\xff\xfe", "", "1990602-2397", "R90602-2397"})
        EXPECT_EQ(read(text), "number.shape") << text;
    EXPECT_EQ(read("18500101-1234").substr(0, 24), "18500101-1234 1850-01-01");
}

TEST(SwedishNumber, OfCoordinationCountsSixtyOnTheDay) {
    EXPECT_EQ(read("19900662-2397").substr(0, 24), "19900662-2397 1990-06-02");
    EXPECT_EQ(read("19900691-2397"), "number.date"); // 31 June
    EXPECT_EQ(read("19900591-2397").substr(0, 24), "19900591-2397 1990-05-31");
    // The day, or month and day, are not known.
    EXPECT_EQ(read("19900660-2397").substr(0, 15), "19900660-2397 ?");
    EXPECT_EQ(read("19900060-2397").substr(0, 15), "19900060-2397 ?");
}

TEST(SwedishNumber, OfAReserveIsKeptWithADoubt) {
    EXPECT_EQ(read("19850101-R123"), "19850101-R123 1985-01-01 local");
    EXPECT_EQ(read("19850101t12x"), "19850101-T12X 1985-01-01 local");
    EXPECT_EQ(read("850101-TF12"), "19850101-TF12 1985-01-01 local");
    EXPECT_EQ(read("850101-001A"), "19850101-001A 1985-01-01 local");
    EXPECT_EQ(read("991985012345"), "991985012345 ? local");
    EXPECT_EQ(read("19850199-R123"), "number.date");
}

TEST(DanishNumber, TellsTheCenturyByTheSeventhDigit) {
    EXPECT_EQ(read("050520-4018", "DK"), "050520-4018 2020-05-05");
    EXPECT_EQ(read("0505204018", "DK"), "050520-4018 2020-05-05");
    EXPECT_EQ(read("050520 – 4018", "DK"), "050520-4018 2020-05-05");
    EXPECT_EQ(read("050520-9995", "DK"), "050520-9995 2020-05-05 check digit");
    EXPECT_EQ(read("650520-9996", "DK").substr(0, 22), "650520-9996 2020-05-05");
    EXPECT_EQ(read("010158-5000", "DK").substr(0, 22), "010158-5000 1858-01-01");
    for (auto const* text : {"320520-9996", "051320-9996", "290221-4000", "231126-4000"})
        EXPECT_EQ(read(text, "DK"), "number.date") << text;
    for (auto const* text : {"050520+9996", "05052020-9996", "050520-99A6", "99A"})
        EXPECT_EQ(read(text, "DK"), "number.shape") << text;
}

// No input may end in a broken assertion.
TEST(Number, IsReadOrRefusedWhateverComes) {
    SeededRandom random(8);
    static constexpr std::string_view signs = "0123456789-+ RTx";
    int taken = 0;
    for (int i = 0; i < 60'000; ++i) {
        std::string text;
        auto const letters = i % 3 == 0 ? signs.size() : 10;
        for (auto n = i % 2 == 0 ? 10 : 12; n > 0; --n) text += signs[random.below(letters)];
        if (i % 4 == 0) text.insert(text.size() - 4, 1, i % 8 == 0 ? '+' : '-');
        for (auto const* country : {"SE", "DK"}) taken += read(text, country).size() > 12 ? 1 : 0;
    }
    EXPECT_GT(taken, 1'000);
}

TEST(Name, IsThereForTheEye) {
    for (auto const* name : {"Bo", "李", "محمد بن عبد الله", "O'Neill", "D’Angelo", "e\u0301",
                             "نور\u200cالدین", "Ž", "-"})
        EXPECT_EQ(read_name(name, "name"), name);
    for (auto const* name : {"", " ", "\u200b", "\u3164", "\u2800", "\u00ad", "\u200d\u200d"}) {
        auto read = read_name(name, "name");
        ASSERT_FALSE(read.has_value()) << name;
        EXPECT_EQ(read.error(), refusal("field.missing", "name"));
    }
    EXPECT_EQ(read_name("a\u202eb", "name").error().code, "field.not_text");
}

} // namespace
} // namespace radslag::people
