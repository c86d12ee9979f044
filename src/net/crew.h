#pragma once
// The worker threads and the bounded queue before them.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace radslag::net {

/// What a worker does. run() must not throw; the job is left alone afterwards.
class Job {
public:
    virtual ~Job() = default;
    virtual void run() noexcept = 0;
};

class Crew {
public:
    explicit Crew(std::size_t room) : room(room) {}
    ~Crew() { dismiss(); }
    Crew(Crew const&) = delete;
    Crew& operator=(Crew const&) = delete;

    void hire(unsigned workers);
    /// False when all workers are busy and the queue is full.
    bool take(Job& job);
    /// Finishes what is queued and joins.
    void dismiss();

private:
    void work();

    std::size_t const room;
    std::mutex mutex;
    std::condition_variable something;
    std::deque<Job*> jobs;
    std::size_t idle = 0;
    bool over = false;
    std::vector<std::thread> threads;
};

} // namespace radslag::net
