// Whatever the bytes: the reader throws nothing, tells of something, and lets no unknown key
// through.
#include <algorithm>
#include <set>

#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
namespace {

// The keys of a TOML text, outside of texts and comments.
std::set<std::string> keys_of(std::string const& text) {
    std::set<std::string> keys;
    std::string word;
    bool quoted = false;
    bool comment = false;
    for (char c : text) {
        if (c == '\n') comment = false;
        if (c == '"' && !comment) quoted = !quoted;
        if (c == '#' && !quoted) comment = true;
        if (quoted || comment) continue;
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-') {
            word += c;
        } else if (c == '=') {
            keys.insert(word);
        } else if (c != ' ') {
            word.clear();
        }
        if (c == '=') word.clear();
    }
    return keys;
}

void expect_sound(std::vector<ModelFile> const& files, Complaints const& complaints) {
    ASSERT_FALSE(complaints.empty());
    for (auto const& each : complaints) {
        auto file = std::find_if(files.begin(), files.end(),
                                 [&](ModelFile const& other) { return other.path == each.file; });
        ASSERT_NE(file, files.end()) << each.file;
        auto lines = std::count(file->content.begin(), file->content.end(), '\n') + 1;
        ASSERT_GE(each.line, 1);
        ASSERT_LE(each.line, lines) << write_complaint(each);
        ASSERT_GE(each.column, 1);
        ASSERT_TRUE(each.cause.ends_with('.') || each.cause.ends_with(']')) << each.cause;
        ASSERT_TRUE(each.remedy.ends_with('.') || each.remedy.ends_with('?')) << each.remedy;
        ASSERT_EQ((each.cause + each.remedy).find('\n'), std::string::npos) << each.cause;
    }
}

void mutate(std::string& text, SeededRandom& random) {
    static std::string const likely = "\"[]{}=,.\n #ae_09\x01\xc3\xff";
    for (auto times = 1 + random.below(3); times > 0; --times) {
        auto at = random.below(text.size());
        auto length = std::min(random.below(12) + 1, text.size() - at);
        switch (random.below(6)) {
        case 0:
            text[at] = likely[random.below(likely.size())];
            break;
        case 1:
            text[at] = static_cast<char>(random.below(256));
            break;
        case 2:
            text.insert(at, 1, likely[random.below(likely.size())]);
            break;
        case 3:
            text.erase(at, length);
            break;
        case 4:
            text.insert(random.below(text.size()), text.substr(at, length));
            break;
        default: { // a whole line twice, or gone
            auto start = text.rfind('\n', at) + 1;
            auto end = std::min(text.find('\n', at), text.size() - 1);
            auto line = text.substr(start, end + 1 - start);
            if (random.below(2) == 0) text.insert(start, line);
            else text.erase(start, line.size());
        }
        }
    }
}

TEST(Mutation, TwoThousandDamagedModels) {
    SeededRandom random(2026);
    auto const whole = small_files();
    auto const known = keys_of(whole[0].content);
    auto requirements = read_requirements(small_requirements());
    int accepted = 0;
    for (int i = 0; i < 2'000; ++i) {
        auto files = whole;
        mutate(files[i % 4 == 3 ? 1 : 0].content, random);
        tl::expected<Model, Complaints> read;
        ASSERT_NO_THROW(read = read_model(files, &*requirements)) << i;
        if (!read) {
            ASSERT_NO_FATAL_FAILURE(expect_sound(files, read.error())) << i;
            continue;
        }
        ++accepted;
        for (auto const& key : keys_of(files[0].content))
            ASSERT_TRUE(known.contains(key)) << key << " in\n" << files[0].content;
        ASSERT_NO_THROW((void)explain(*read, "sv"));
    }
    EXPECT_GT(accepted, 20); // a changed number or word here and there is still a model
    EXPECT_LT(accepted, 1'000);
}

// Each key of the model, one at a time, written wrongly.
TEST(Mutation, NoKeyIsLetThroughUnknown) {
    auto const whole = small_files();
    auto const& text = whole[0].content;
    int tried = 0;
    for (auto at = text.find(" = "); at != std::string::npos; at = text.find(" = ", at + 1)) {
        for (auto const* more : {"x", "_id", "s"}) {
            auto files = whole;
            files[0].content.insert(at, more);
            auto read = read_model(files);
            ASSERT_FALSE(read.has_value()) << text.substr(at - 10, 30);
            ASSERT_NE(told(read.error()).find("has no key"), std::string::npos)
                << told(read.error());
            ++tried;
        }
    }
    EXPECT_GT(tried, 600);
}

TEST(Mutation, BytesOutOfNowhere) {
    SeededRandom random(7);
    for (int i = 0; i < 500; ++i) {
        std::string bytes(random.below(300), '\0');
        for (char& byte : bytes) byte = static_cast<char>(random.below(i % 2 == 0 ? 256 : 128));
        auto files = small_files();
        files[static_cast<std::size_t>(i % 4)].content = bytes;
        tl::expected<Model, Complaints> read;
        ASSERT_NO_THROW(read = read_model(files));
        ASSERT_FALSE(read.has_value());
        ASSERT_NO_THROW((void)read_requirements({"r.toml", bytes}));
        ASSERT_NO_THROW(
            (void)read_library({{"a/1/model.toml", bytes}, {"requirements.toml", bytes}}));
    }
}

TEST(Mutation, DeepNestingIsRefusedNotFallenInto) {
    std::string dots = "a";
    std::string brackets = "a = ";
    for (int i = 0; i < 100'000; ++i) dots += ".a";
    brackets += std::string(100'000, '[');
    std::string lines;
    for (int i = 0; i < 500; ++i) lines += "a = [{ b.c.d.e.f.g = \n";
    for (auto const& text : {dots + " = 1", "[" + dots + "]", brackets, lines}) {
        auto files = small_files();
        files[0].content = text;
        EXPECT_FALSE(read_model(files).has_value());
    }
}

} // namespace
} // namespace radslag::process::test
