// Every target: its seeds, and mutations of them from a seed that does not change. Short, so that
// each run of the tests has it, and no other build is needed.
#include <csignal>
#include <cstdio>
#include <ctime>

#include <gtest/gtest.h>

#include "fuzz/target.h"

namespace radslag::fuzz {

// Else the test's name would hold addresses, another one each time.
static void PrintTo(Target const& target, std::ostream* out) { *out << target.name; }

namespace {

// Of this thread alone: other work on the machine does not count.
double seconds_of_work() {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) / 1e9;
}

constexpr double most_seconds = 2; // for one input; far more than any takes
constexpr std::size_t longest = 64 * 1024;

class Mutator {
public:
    explicit Mutator(Target const& target)
        : seeds_(target.seeds()), words_(target.words == nullptr ? Texts{} : target.words()) {}

    [[nodiscard]] Texts const& seeds() const { return seeds_; }

    std::string next() {
        auto text = seeds_[random_.below(seeds_.size())];
        for (auto left = 1 + random_.below(4); left > 0; --left) change(text);
        text.resize(std::min(text.size(), longest));
        return text;
    }

private:
    void change(std::string& text) {
        auto const at = random_.below(text.size() + 1);
        auto const size = random_.below(std::min<std::size_t>(text.size() - at, 64) + 1);
        switch (random_.below(8)) {
        case 0:
            if (at < text.size()) text[at] = static_cast<char>(text[at] ^ (1 << random_.below(8)));
            break;
        case 1:
            text.insert(at, 1, static_cast<char>(random_.below(256)));
            break;
        case 2:
            text.erase(at, size);
            break;
        case 3: // again, somewhere else
            text.insert(random_.below(text.size() + 1), text.substr(at, size));
            break;
        case 4: // many times
            for (auto times = random_.below(60); times > 0; --times)
                text.insert(at, text.substr(at, size));
            break;
        case 5: { // goes on as another seed does
            auto const& other = seeds_[random_.below(seeds_.size())];
            text = text.substr(0, at) + other.substr(random_.below(other.size() + 1));
            break;
        }
        case 6:
            text.resize(at);
            break;
        default:
            if (!words_.empty()) text.insert(at, words_[random_.below(words_.size())]);
        }
    }

    Texts seeds_, words_;
    SeededRandom random_{20261127};
};

// So that a finding can be pasted into a test.
std::string shown(std::string_view bytes) {
    std::string out;
    for (char c : bytes) {
        char escaped[5];
        std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned char>(c));
        if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') out += c;
        else out += escaped;
    }
    return out;
}

std::string_view under_way;

// A library's assertion: the last words, for the process ends.
void tell_last(int) { std::fprintf(stderr, "with the bytes \"%s\"\n", shown(under_way).c_str()); }

// "" when all is well.
std::string trouble_with(Target const& target, std::string const& bytes) {
    // Alone in its memory, without the NUL of a string behind it: AddressSanitizer sees one too
    // far.
    std::vector<char> const alone(bytes.begin(), bytes.end());
    under_way = {alone.data(), alone.size()};
    auto const began = seconds_of_work();
    try {
        target.play(under_way);
    } catch (Broken const& broken) {
        return "must hold: " + broken.what;
    } catch (Bug const& bug) {
        return "bug: " + bug.where;
    } catch (std::exception const& error) {
        return std::string("thrown: ") + error.what();
    }
    auto const took = seconds_of_work() - began;
    return took > most_seconds ? "took " + std::to_string(took) + " s" : std::string{};
}

class Smoke : public ::testing::TestWithParam<Target> {};

TEST_P(Smoke, HoldsWhateverTheBytes) {
    auto const& target = GetParam();
    std::signal(SIGABRT, tell_last);
    Mutator mutator(target);
    ASSERT_FALSE(mutator.seeds().empty());
    auto play = [&](std::string const& bytes) {
        auto const trouble = trouble_with(target, bytes);
        EXPECT_EQ(trouble, "") << "with the bytes \"" << shown(bytes) << '"';
        return trouble.empty();
    };
    if (!play("")) return;
    for (auto const& seed : mutator.seeds())
        if (!play(seed)) return;
    for (std::size_t i = 0; i < target.rounds; ++i)
        if (!play(mutator.next())) return;
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Smoke, ::testing::ValuesIn(targets()),
                         [](auto const& given) { return std::string(given.param.name); });

} // namespace
} // namespace radslag::fuzz
