#include "mutation/refusals.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "mutation/switch.h"

namespace radslag::mutation {

std::vector<scenes::Scene> const& all_scenes() {
    static auto const all = [] {
        std::vector<scenes::Scene> found;
        for (auto const& file : scenes::scene_files())
            for (auto& scene : scenes::read_scenes(file)) found.push_back(std::move(scene));
        return found;
    }();
    return all;
}

Noticed judge_refusal(std::string const& name, Asking const& asking) {
    turn_off(name);
    Noticed noticed;
    if (RUN_ALL_TESTS() != 0) noticed.by.emplace_back("tests");
    if (!noticed.by.empty() && !asking.everybody) return noticed;
    bool const seen = ask_scenes(
        all_scenes(), asking,
        [](scenes::Scene const& scene) -> auto const& { return scenes::books_for(scene); }, noticed);
    if (seen && !asking.everybody) return noticed;
    auto const& all = subjects();
    bool const decides = name.starts_with("workflow"); // the prover asks nobody else
    if (decides && std::any_of(all.begin(), all.end(), [](Subject const& subject) {
            return !proof::prove(subject.whole, false).holds();
        }))
        noticed.by.emplace_back("prover");
    return noticed;
}

} // namespace radslag::mutation
