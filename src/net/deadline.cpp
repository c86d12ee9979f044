#include "net/deadline.h"

namespace radslag::net {

struct Deadline::State {
    explicit State(Wire w) : wire(std::move(w)), timer(wire.executor()) {}
    Wire wire;
    boost::asio::steady_timer timer;
    Clock::time_point time = Clock::time_point::max();
    bool over = false;
};

Deadline::Deadline(Wire wire) : state(std::make_shared<State>(std::move(wire))) {
    state->timer.expires_at(Clock::time_point::max());
}

Deadline::~Deadline() {
    state->over = true;
    state->timer.cancel();
}

// A later time costs nothing: the timer that is set wakes up, sees it and sleeps on.
void Deadline::at(Clock::time_point time) {
    state->time = time;
    if (time < state->timer.expiry()) arm(state);
}

void Deadline::none() { state->time = Clock::time_point::max(); }

void Deadline::arm(std::shared_ptr<State> state) {
    auto& timer = state->timer;
    timer.expires_at(state->time);
    timer.async_wait([state = std::move(state)](error_code aborted) {
        if (aborted || state->over) return;
        if (state->time <= Clock::now()) state->wire.cut();
        else if (state->time == Clock::time_point::max())
            state->timer.expires_at(Clock::time_point::max());
        else arm(state);
    });
}

} // namespace radslag::net
