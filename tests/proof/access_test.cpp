// What a model lets whom do and see stands in tests/proof/access: a right that changes shows there.
#include <fstream>

#include <gtest/gtest.h>

#include "proof/access.h"
#include "proof/models.h"

namespace radslag::proof::test {
namespace {

TEST(Access, StandsInTheTableOfEachModel) {
    for (auto const& model : all_models()) {
        auto const made = access_table(model);
        auto const path = "/access/" + model->id + ".md";
        std::ifstream file(RADSLAG_SOURCE_DIR "/tests/proof" + path);
        std::string const told(std::istreambuf_iterator<char>(file), {});
        std::filesystem::create_directories(RADSLAG_BINARY_DIR "/access");
        std::ofstream(RADSLAG_BINARY_DIR + path) << made;
        EXPECT_TRUE(made == told) << "As it is now: build/dev" << path
                                  << "; if that is meant, copy it to tests/proof" << path;
    }
}

} // namespace
} // namespace radslag::proof::test
