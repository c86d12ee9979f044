#pragma once
// One damage to the small model: adding a case is one entry in a table.
#include <ostream>
#include <string>
#include <vector>

namespace radslag::process::test {

struct Edit {
    std::string find; // stands exactly once in the file
    std::string put;
};

struct Damage {
    char const* name;
    std::vector<Edit> edits;
    std::string at;     // the first place of this text in the damaged file is where it is told
    std::string cause;  // words of the complaint
    std::string remedy;
    int complaints = 1; // in all: one mistake shall not be told as many
    bool in_texts = false; // the edits are of texts.sv.toml

    friend void PrintTo(Damage const& damage, std::ostream* out) { *out << damage.name; }
};

inline constexpr auto name_of_damage = [](auto const& info) {
    return std::string(info.param.name);
};
void expect_told(Damage const& damage);

} // namespace radslag::process::test
