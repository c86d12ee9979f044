#pragma once
// Signed checkpoints of the trail, written to where they leave the machine from: a folder, the letters that
// wait for the mail server (post.h), or both.
#include "server/log.h"
#include "server/server.h"
#include "storage/storage.h"
#include "trail/trail.h"

namespace radslag::server {

Outcome<trail::Seed> read_seed(Config const& config);

class Checkpoints {
public:
    // Nothing is written where the configuration names neither a folder nor an address.
    static Outcome<std::unique_ptr<Checkpoints>> open(Config const& config,
                                                      storage::Database& store, Instant now);
    void write_if_due(Instant now, Log& log);
    void write(Instant now, Log& log);

private:
    Checkpoints(std::vector<std::filesystem::path> places, std::int64_t period,
                trail::Seed const& seed, storage::Database& store, std::optional<Instant> last)
        : places_(std::move(places)), period_(period), seed_(seed), store_(store), last_(last) {}
    Outcome<bool> try_to_write(Instant now);
    Outcome<bool> finish_drafts(Instant now);

    std::vector<std::filesystem::path> places_; // none: none are written
    std::int64_t period_;          // µs
    trail::Seed seed_;
    storage::Database& store_;
    std::optional<Instant> last_; // written, or tried
};

} // namespace radslag::server
