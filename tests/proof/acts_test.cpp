// Every act joins what watches over the others: the prover, the access table and mutation here, the
// scenes and the simulated year in the tests of the bridge. CONTRIBUTING.md says how.
#include <set>

#include <gtest/gtest.h>

#include "process/mutants.h"
#include "proof/access.h"
#include "proof/effects.h"
#include "proof/models.h"

namespace radslag::proof::test {
namespace {

TEST(EveryAct, IsKnownToTheProver) {
    for (auto act : process::act_names())
        EXPECT_TRUE(is_told_of(act)) << act << ": src/proof/effects.cpp does not say what it changes";
    EXPECT_FALSE(is_told_of("dance"));
}

TEST(EveryAct, StandsInAnAccessTable) {
    std::string all;
    for (auto const& model : all_models()) all += access_table(model);
    for (auto act : process::act_names())
        EXPECT_NE(all.find("\n| " + std::string(act) + " |"), std::string::npos) << act;
}

TEST(EveryAct, IsTakenFromSomebodyByAMutant) {
    std::string all;
    for (auto const& file : model_files())
        for (auto const& mutant : process::test::mutants_of(file)) all += mutant.name + "\n";
    for (auto act : process::act_names())
        EXPECT_NE(all.find(": acts - " + std::string(act) + "\n"), std::string::npos) << act;
}

} // namespace
} // namespace radslag::proof::test
