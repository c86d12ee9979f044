// What has happened in a case is numbered from 1 without a gap, and its clock never goes back.
#include <unordered_map>

#include "sim/checker.h"

namespace radslag::sim {
namespace {

class Sequence final : public Checker {
public:
    Sequence() : Checker("sequence") {}

    void saved(Saved const& saved) override {
        auto& [seq, at] = last_[saved.glance.id];
        for (auto const& h : saved.happenings) {
            check(h.seq == seq + 1 && h.at >= at, where(saved) + ": a gap, or a step back in time");
            seq = h.seq;
            at = h.at;
        }
        if (!saved.last) return;
        check(saved.reader.last_seq(saved.glance.id) == seq,
              where(saved) + ": the store has another number");
    }

private:
    std::unordered_map<CaseId, std::pair<std::int64_t, Instant>> last_;
};

} // namespace

std::unique_ptr<Checker> watch_sequence() { return std::make_unique<Sequence>(); }

} // namespace radslag::sim
