#pragma once
// Signed checkpoints of the trail, written into a folder from where they leave the machine.
#include "server/log.h"
#include "server/server.h"
#include "storage/storage.h"
#include "trail/trail.h"

namespace radslag::server {

Outcome<trail::Seed> read_seed(Config const& config);

class Checkpoints {
public:
    // Nothing is written where the configuration names no folder.
    static Outcome<std::unique_ptr<Checkpoints>> open(Config const& config,
                                                      storage::Database& store);
    void write_if_due(Instant now, Log& log);
    void write(Instant now, Log& log);

private:
    Checkpoints(std::filesystem::path folder, std::int64_t period, trail::Seed const& seed,
                storage::Database& store, std::optional<Instant> last)
        : folder_(std::move(folder)), period_(period), seed_(seed), store_(store), last_(last) {}
    Outcome<bool> try_to_write(Instant now);

    std::filesystem::path folder_; // empty: none are written
    std::int64_t period_;          // µs
    trail::Seed seed_;
    storage::Database& store_;
    std::optional<Instant> last_; // written, or tried
};

} // namespace radslag::server
