#pragma once
// Time is a parameter: the machine's in server/, moved by hand in tests and in sim/.
#include "base/date.h"

namespace radslag {

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
};

class SetClock final : public Clock {
public:
    explicit SetClock(Instant at) : at_(at) {}
    [[nodiscard]] Instant now() const override { return at_; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

} // namespace radslag
