#pragma once
// Cuts a wire when its time is over.

#include "net/wire.h"

#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <memory>

namespace radslag::net {

class Deadline {
public:
    using Clock = std::chrono::steady_clock;

    explicit Deadline(Wire wire);
    ~Deadline();
    Deadline(Deadline const&) = delete;
    Deadline& operator=(Deadline const&) = delete;

    void at(Clock::time_point time);
    void in(Clock::duration time) { at(Clock::now() + time); }
    void none();

private:
    struct State;
    static void arm(std::shared_ptr<State> state);
    std::shared_ptr<State> state;
};

} // namespace radslag::net
