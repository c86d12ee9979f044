#pragma once
// The one writer: its thread takes all who wait, does their work one after another, each in a
// savepoint, commits once and then answers them all. Nobody is waited for: while one batch is on
// its way to the disk, the next one gathers.
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

#include "storage/reads.h"

namespace radslag::storage {

using Work = std::function<bool(commands::Writer&)>;

class Desk {
public:
    using Gone = std::function<void(std::string const& stored_as)>;
    // `gone`: of a file whose row is gone for good.
    Desk(std::unique_ptr<Connection> db, Gone gone);
    ~Desk(); // does what waits first
    Desk(Desk const&) = delete;
    Desk& operator=(Desk const&) = delete;

    Outcome<bool> run(Work const& work);
    Outcome<bool> wipe(); // storage/retention.h; nobody is served meanwhile
    [[nodiscard]] std::size_t waiting() const;
    [[nodiscard]] std::int64_t commits() const { return commits_; }

private:
    struct Request {
        Work const* work; // nothing: to wipe

        std::promise<Outcome<bool>> answer;
        Outcome<bool> outcome = false;
        std::exception_ptr thrown;
    };

    void live();
    void serve(std::vector<Request*> const& batch);
    void perform(Request& request);
    void wipe_for(std::vector<Request*> const& batch);
    Outcome<bool> wait_for(Request& request);

    std::unique_ptr<Connection> db_;
    Writes writer_;
    Gone gone_;
    std::atomic<std::int64_t> commits_ = 0;
    mutable std::mutex mutex_;
    std::condition_variable came_;
    std::vector<Request*> queue_;
    bool closing_ = false;
    std::thread thread_; // last: it uses all of the above
};

} // namespace radslag::storage
