#include "mutation/refusals.h"

#include <algorithm>

#include <gtest/gtest.h>

#include "mutation/switch.h"

namespace radslag::mutation {
namespace {

bool holds(scenes::Scene const& scene) {
    try {
        scenes::play(scene, scenes::books_for(scene));
    } catch (std::exception const&) {
        return false;
    } catch (Bug const&) {
        return false;
    }
    return true;
}

} // namespace

std::vector<scenes::Scene> const& all_scenes() {
    static auto const all = [] {
        std::vector<scenes::Scene> found;
        for (auto const& file : scenes::scene_files())
            for (auto& scene : scenes::read_scenes(file)) found.push_back(std::move(scene));
        return found;
    }();
    return all;
}

Noticed judge_refusal(std::string const& name, std::vector<std::size_t> const& order) {
    turn_off(name);
    Noticed noticed;
    if (RUN_ALL_TESTS() != 0) noticed.by.emplace_back("tests");
    bool const decides = name.starts_with("workflow");
    auto const& all = subjects();
    if (decides && std::any_of(all.begin(), all.end(), [](Subject const& subject) {
            return !proof::prove(subject.whole, false).holds();
        }))
        noticed.by.emplace_back("prover");
    for (auto scene : order)
        if (!holds(all_scenes()[scene])) {
            noticed.by.emplace_back("scenes");
            noticed.scene = scene;
            break;
        }
    return noticed;
}

} // namespace radslag::mutation
