#include "net/crew.h"

namespace radslag::net {

void Crew::hire(unsigned workers) {
    std::lock_guard lock(mutex);
    idle = workers;
    for (unsigned i = 0; i < workers; ++i) threads.emplace_back([this] { work(); });
}

bool Crew::take(Job& job) {
    {
        std::lock_guard lock(mutex);
        if (over || jobs.size() >= room + idle) return false;
        jobs.push_back(&job);
    }
    something.notify_one();
    return true;
}

void Crew::dismiss() {
    std::vector<std::thread> leaving;
    {
        std::lock_guard lock(mutex);
        over = true;
        leaving.swap(threads);
    }
    something.notify_all();
    for (auto& thread : leaving) thread.join();
}

void Crew::work() {
    std::unique_lock lock(mutex);
    while (true) {
        something.wait(lock, [this] { return over || !jobs.empty(); });
        if (jobs.empty()) return;
        Job* job = jobs.front();
        jobs.pop_front();
        --idle;
        lock.unlock();
        job->run();
        lock.lock();
        ++idle;
    }
}

} // namespace radslag::net
