// What a model lets whom do and see stands in tests/proof/access, what it asks of whom in
// tests/proof/rules: a right or a rule that changes shows there.
#include <fstream>

#include <gtest/gtest.h>

#include "proof/access.h"
#include "proof/models.h"
#include "proof/rules.h"

namespace radslag::proof::test {
namespace {

void expect_told(std::string const& made, std::string const& folder, std::string const& id) {
    auto const path = "/" + folder + "/" + id + ".md";
    std::ifstream file(RADSLAG_SOURCE_DIR "/tests/proof" + path);
    std::string const told(std::istreambuf_iterator<char>(file), {});
    std::filesystem::create_directories(RADSLAG_BINARY_DIR "/" + folder);
    std::ofstream(RADSLAG_BINARY_DIR + path) << made;
    EXPECT_TRUE(made == told) << "As it is now: build/dev" << path
                              << "; if that is meant, copy it to tests/proof" << path;
}

TEST(Access, StandsInTheTableOfEachModel) {
    for (auto const& model : all_models()) expect_told(access_table(model), "access", model->id);
}

TEST(Rules, StandInTheTableOfEachModel) {
    for (auto const& model : all_models()) expect_told(rules_table(*model), "rules", model->id);
}

} // namespace
} // namespace radslag::proof::test
