#include "mutation/harmless.h"

#include <fstream>
#include <set>
#include <stdexcept>

#include "scenes/script.h"

namespace radslag::mutation {

std::vector<Harmless> read_harmless(std::string const& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error(file + " is not there");
    std::vector<Harmless> all;
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.empty() || line.front() == '#') continue;
        auto const cut = line.find(" | ");
        if (cut == std::string::npos || scenes::trim(line.substr(cut + 3)).empty())
            throw std::runtime_error(file + ":" + std::to_string(number) + ": no reason");
        all.push_back({number, scenes::trim(line.substr(0, cut)), scenes::trim(line.substr(cut + 3))});
    }
    return all;
}

Judged compare(std::vector<Harmless> const& harmless, std::vector<std::string> const& survivors) {
    Judged judged;
    std::set<int> used;
    for (auto const& name : survivors) {
        Harmless const* why = nullptr;
        std::vector<std::string> stars;
        for (auto const& one : harmless)
            if (one.pattern == name || scenes::fits(one.pattern, name, stars)) {
                if (why == nullptr) why = &one;
                used.insert(one.line);
            }
        if (why == nullptr) judged.unexplained.push_back(name);
        else judged.explained.emplace_back(name, why->reason);
    }
    for (auto const& one : harmless)
        if (!used.contains(one.line)) judged.stale.push_back(one);
    return judged;
}

} // namespace radslag::mutation
