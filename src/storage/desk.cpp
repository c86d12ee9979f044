#include "storage/desk.h"

#include "storage/sealing.h"

namespace radslag::storage {

Desk::Desk(std::unique_ptr<Connection> db, Gone gone)
    : db_(std::move(db)), writer_(*db_), gone_(std::move(gone)), thread_([this] { live(); }) {}

Desk::~Desk() {
    {
        std::lock_guard lock(mutex_);
        closing_ = true;
    }
    came_.notify_one();
    thread_.join();
}

Outcome<bool> Desk::run(Work const& work) {
    Request request{&work, {}, false, {}};
    return wait_for(request);
}

Outcome<bool> Desk::wipe() {
    Request request{nullptr, {}, false, {}};
    return wait_for(request);
}

Outcome<bool> Desk::wait_for(Request& request) {
    RADSLAG_SURE(std::this_thread::get_id() != thread_.get_id()); // it would wait for itself
    auto answer = request.answer.get_future();
    {
        std::lock_guard lock(mutex_);
        RADSLAG_SURE(!closing_);
        queue_.push_back(&request);
    }
    came_.notify_one();
    return answer.get();
}

std::size_t Desk::waiting() const {
    std::lock_guard lock(mutex_);
    return queue_.size();
}

void Desk::live() {
    for (;;) {
        std::vector<Request*> batch;
        {
            std::unique_lock lock(mutex_);
            came_.wait(lock, [&] { return closing_ || !queue_.empty(); });
            if (queue_.empty()) return;
            batch.swap(queue_);
        }
        serve(batch);
    }
}

void Desk::serve(std::vector<Request*> const& batch) {
    writer_.erased.clear();
    try {
        db_->run("BEGIN IMMEDIATE");
        follow_keys(*db_);
        for (auto* request : batch)
            if (request->work != nullptr) perform(*request);
        db_->run("COMMIT");
        ++commits_;
        for (auto const& stored_as : writer_.erased) gone_(stored_as);
        wipe_for(batch);
    } catch (SqliteError const& error) {
        db_->roll_back();
        for (auto* request : batch) request->outcome = tl::unexpected<Fault>(error.fault());
    }
    // Once answered, a request may be gone.
    for (auto* request : batch) {
        auto answer = std::move(request->answer);
        if (request->thrown) answer.set_exception(std::move(request->thrown));
        else answer.set_value(std::move(request->outcome));
    }
}

// What the others of the batch wrote is on disk by now: a fault is the wiping's own.
void Desk::wipe_for(std::vector<Request*> const& batch) {
    std::optional<Outcome<bool>> wiped;
    for (auto* request : batch) {
        if (request->work != nullptr) continue;
        try {
            if (!wiped) wiped = storage::wipe(*db_);
        } catch (SqliteError const& error) {
            wiped = tl::unexpected<Fault>(error.fault());
        }
        request->outcome = *wiped;
    }
}

// Throws only what ends the whole batch: the engine itself has rolled back (a full disk does that),
// or the savepoint cannot be left.
void Desk::perform(Request& request) {
    db_->run("SAVEPOINT work");
    auto const erased = writer_.erased.size();
    bool keep = false;
    try {
        keep = (*request.work)(writer_);
        request.outcome = keep;
    } catch (SqliteError const& error) {
        if (!db_->in_transaction()) throw;
        if (error.is_forbidden()) request.thrown = std::make_exception_ptr(Bug{error.what()});
        else request.outcome = tl::unexpected<Fault>(error.fault());
    } catch (...) {
        request.thrown = std::current_exception();
    }
    if (!keep) {
        db_->run("ROLLBACK TO work");
        writer_.erased.resize(erased);
    }
    db_->run("RELEASE work");
}

} // namespace radslag::storage
