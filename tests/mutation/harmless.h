#pragma once
// The damages that nobody notices, and why they do no harm: harmless.txt, a line for each,
// "name | reason", where a star stands for any words.
#include <string>
#include <utility>
#include <vector>

namespace radslag::mutation {

struct Harmless {
    int line = 0;
    std::string pattern;
    std::string reason;
};
std::vector<Harmless> read_harmless(std::string const& file);

struct Judged {
    std::vector<std::pair<std::string, std::string>> explained; // name, reason
    std::vector<std::string> unexplained;
    std::vector<Harmless> stale; // nothing that survived is like it
};
Judged compare(std::vector<Harmless> const& harmless, std::vector<std::string> const& survivors);

} // namespace radslag::mutation
