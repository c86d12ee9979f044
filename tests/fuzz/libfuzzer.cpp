// One target under libFuzzer. `fuzz_json seeds FOLDER` writes the bytes to begin with and ends.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "fuzz/target.h"

namespace {

radslag::fuzz::Target const& target() { return radslag::fuzz::targets().front(); }

void write_seeds(std::string const& folder) {
    int number = 0;
    for (auto const& seed : target().seeds())
        std::ofstream(folder + "/seed-" + std::to_string(number++), std::ios::binary) << seed;
    if (target().words == nullptr) return;
    std::ofstream words(folder + ".words");
    for (auto const& word : target().words()) {
        words << '"';
        for (char c : word) {
            char escaped[5];
            std::snprintf(escaped, sizeof escaped, "\\x%02x", static_cast<unsigned char>(c));
            words << escaped;
        }
        words << "\"\n";
    }
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int* count, char*** words) {
    if (*count == 3 && std::string_view((*words)[1]) == "seeds") {
        write_seeds((*words)[2]);
        std::exit(0);
    }
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    try {
        target().play({reinterpret_cast<char const*>(bytes), size});
    } catch (radslag::fuzz::Broken const& broken) {
        std::fprintf(stderr, "must hold: %s\n", broken.what.c_str());
        std::abort();
    } catch (radslag::Bug const& bug) {
        std::fprintf(stderr, "bug: %s\n", bug.where.c_str());
        std::abort();
    }
    return 0;
}
