// A no leaves nothing behind, and nothing was written on the way to it.
#include "sim/checker.h"

namespace radslag::sim {
namespace {

class NoWritesNothing final : public Checker {
public:
    NoWritesNothing() : Checker("no_writes_nothing") {}

    void refused(std::string const& act, bool wrote) override {
        check(!wrote, act + " wrote before it was refused");
    }
};

} // namespace

std::unique_ptr<Checker> watch_no_writes_nothing() { return std::make_unique<NoWritesNothing>(); }

} // namespace radslag::sim
