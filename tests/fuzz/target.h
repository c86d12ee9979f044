#pragma once
// A target: one reader of bytes that come from outside, what must hold of it whatever the bytes,
// and bytes to begin with. smoke.cpp plays all of them in a second each, libfuzzer.cpp one of them
// for as long as one likes; README.md tells how.
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace radslag::fuzz {

using Texts = std::vector<std::string>;

struct Target {
    std::string_view name;
    void (*play)(std::string_view bytes);
    Texts (*seeds)();
    Texts (*words)() = nullptr; // what mutations put in
    std::size_t rounds = 4000;  // of the smoke
};

struct Joins { // a target says that it is there
    explicit Joins(Target target);
};
std::vector<Target> const& targets();

struct Broken {
    std::string what;
};
// Throws Broken: the input is a finding.
void must(bool holds, std::string_view what);
// A no has a code with words in contract/refusals.toml.
void must_have_words(Refusal const& why);

// From the repository's own files; the folder's in order of their names.
std::string file(std::string const& path);
Texts files_below(std::string const& folder, std::string_view ending);
// What stands between quotes, as in tests: "050520-9996".
Texts quoted_in(std::string const& path);

// The bytes cut in two or more: a reader that takes pieces must not mind where.
std::vector<std::string_view> pieces(std::string_view bytes, std::size_t size);

} // namespace radslag::fuzz
