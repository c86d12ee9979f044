#pragma once
// The proof of one model: its slices, walked once, and what was promised of it.
#include "proof/possible.h"

namespace radslag::proof {

class ModelProof {
public:
    // `without`: acts left out of the walk, for the test that the bridge notices.
    explicit ModelProof(RuleBook const& book, std::vector<std::string> const& without = {});

    void run();
    [[nodiscard]] std::vector<Verdict> const& verdicts() const { return verdicts_; }
    [[nodiscard]] std::size_t states() const;
    [[nodiscard]] std::vector<std::unique_ptr<Walk>> const& walks() const { return walks_; }
    [[nodiscard]] Ground& ground() { return ground_; }

private:
    Ground ground_;
    Outcomes outcomes_;
    std::vector<std::unique_ptr<Walk>> walks_;
    std::vector<Verdict> verdicts_;

    void learn_taking_back();
    [[nodiscard]] std::vector<Slice> slices();
    [[nodiscard]] std::vector<Place> places() const;
};

} // namespace radslag::proof
