#include "proof/property.h"

#include <algorithm>

namespace radslag::proof {

void Counting::count(State const& at, bool bad) {
    auto const key = slice().packed(at);
    if (could_.insert(key).second) ++verdict_.could;
    if (bad && was_.insert(key).second) ++verdict_.was;
}

void Counting::look(State const& at, std::string what) {
    count(at, !what.empty());
    if (what.empty() || !is_first()) return;
    verdict_.first = Violation{slice(), walk_.way_to(at), std::move(what)};
}

void Counting::look(State const& from, Deed const& deed, State const& to, std::string what) {
    count(from, !what.empty());
    if (what.empty() || !is_first()) return;
    std::vector<Walk::Leg> way;
    if (deed.act != "begins") way = walk_.way_to(from);
    way.push_back({deed, to});
    verdict_.first = Violation{slice(), std::move(way), std::move(what)};
}

std::vector<std::string> sources_of(std::vector<process::Rule const*> const& rules,
                                    std::vector<std::string> found) {
    for (auto const* rule : rules)
        for (auto const& source : rule->sources)
            if (source != "ours" && std::find(found.begin(), found.end(), source) == found.end())
                found.push_back(source);
    return found;
}

} // namespace radslag::proof
