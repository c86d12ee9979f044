// Whatever scenes come by is among what was proved; and what is not proved is noticed.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "proof/models.h"

namespace radslag::proof::test {
namespace {

using testing::IsEmpty;

std::vector<std::string> walk(Bridge& bridge, scenes::Scene const& scene) {
    std::vector<std::string> strays;
    auto const& books = scenes::books_for(scene);
    auto const look = [&](scenes::Town& town) {
        if (town.the_case().empty()) return;
        auto const reader = town.reader();
        strays = bridge.follow(*reader, town.house(), town.the_case(), books);
    };
    scenes::play(scene, books, look);
    return strays;
}

TEST(Bridge, EverythingThatScenesComeByIsProved) {
    Bridge bridge;
    for (auto const& file : scenes::scene_files())
        for (auto const& scene : scenes::read_scenes(file)) {
            std::vector<std::string> strays;
            try {
                strays = walk(bridge, scene);
            } catch (scenes::Wrong const& wrong) {
                strays = {wrong.what()};
            } catch (Bug const& bug) {
                strays = {bug.where};
            }
            EXPECT_THAT(strays, IsEmpty()) << file << ": " << scene.title;
        }
    auto const counts = bridge.counts();
    EXPECT_GT(counts.cases, 100U);
    EXPECT_GT(counts.states, 1'000U);
    EXPECT_LT(counts.states, counts.proved);
    EXPECT_EQ(counts.strays, 0U);
    // Each act has a scene, so that what it does is compared with what was proved of it.
    for (auto act : process::act_names())
        EXPECT_TRUE(counts.happened.contains(std::string(act))) << act << " is in no scene";
    bridge.tell(std::cout);
}

scenes::Scene journey(std::string const& model) {
    auto const path = std::filesystem::path(RADSLAG_SOURCE_DIR) / "models" / model / "1" /
                      "scenes" / "journey.scene";
    return scenes::read_scenes(path).front();
}

// Each act that a whole journey needs, left out of the proof.
class BridgeWithout : public testing::TestWithParam<char const*> {};

TEST_P(BridgeWithout, AnActThatIsNotProvedIsNoticed) {
    Bridge bridge({GetParam()});
    EXPECT_THAT(walk(bridge, journey("hoor-familjeradslag")), testing::Not(IsEmpty()));
}

INSTANTIATE_TEST_SUITE_P(Acts, BridgeWithout,
                         testing::Values("move_on", "open_meeting", "next_step", "end_meeting",
                                         "give_consent", "plan_meeting"));

} // namespace
} // namespace radslag::proof::test
