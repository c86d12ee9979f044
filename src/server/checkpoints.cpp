#include "server/checkpoints.h"

#include <algorithm>

#include <fmt/format.h>

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t minute = 60'000'000; // µs

} // namespace

Outcome<trail::Seed> read_seed(Config const& config) {
    auto content = read_file(config.checkpoint_key());
    if (!content)
        return broken("The key of the checkpoints is missing.",
                      content.error().logged +
                          "; a copy is in your safe, `radslag audit key` makes "
                          "the first one");
    trail::Seed seed{};
    if (content->size() != seed.size())
        return broken(
            "The key of the checkpoints is damaged.",
            fmt::format("{} is not {} bytes long", config.checkpoint_key().string(), seed.size()));
    std::ranges::copy(*content, seed.begin());
    return seed;
}

Outcome<std::unique_ptr<Checkpoints>> Checkpoints::open(Config const& config,
                                                        storage::Database& store) {
    using Made = std::unique_ptr<Checkpoints>;
    if (config.checkpoints.empty()) return Made(new Checkpoints({}, 0, {}, store, {}));
    auto seed = read_seed(config);
    if (!seed) return tl::unexpected(seed.error());
    std::error_code error;
    if (!fs::is_directory(config.checkpoints, error))
        return broken("There is no folder for checkpoints.", config.checkpoints + " is no folder");
    auto last = store.last_checkpoint();
    if (!last) return tl::unexpected(last.error());
    return Made(new Checkpoints(config.checkpoints, config.minutes * minute, *seed, store, *last));
}

void Checkpoints::write_if_due(Instant now, Log& log) {
    if (!last_ || now.micros - last_->micros >= period_ || now < *last_) write(now, log);
}

// One that fails is tried again when the next one is due; the log says so at once.
void Checkpoints::write(Instant now, Log& log) {
    if (folder_.empty()) return;
    last_ = now;
    auto wrote = try_to_write(now);
    if (wrote) log.wrote_checkpoint();
    else log.fault("checkpoint", wrote.error().told + " " + wrote.error().logged);
}

// The file first: a checkpoint that the database knows of lies in the folder, whenever the process
// ends. One that lies there under this number already was written by a database that was ahead of
// this one, and is never overwritten: it tells that the database was rolled back.
Outcome<bool> Checkpoints::try_to_write(Instant now) {
    auto made = store_.next_checkpoint(now);
    if (!made) return tl::unexpected(made.error());
    auto const text = trail::write_checkpoint(*made, seed_);
    auto const name = fmt::format("checkpoint-{:06}.txt", made->number);
    auto const file = folder_ / name;
    auto const draft = folder_ / (name + ".new");
    std::error_code error;
    if (fs::exists(file, error))
        return broken("The database is older than its checkpoints.",
                      file.string() + " is there already; radslag audit verify tells more");
    fs::remove(draft, error);
    if (auto written = write_new_file(draft, text); !written) return written;
    if (auto kept = store_.keep_checkpoint(*made, trail::hash_of_text(text)); !kept) return kept;
    fs::rename(draft, file, error);
    if (error) return broken("A checkpoint cannot be put in its place.", file.string());
    return true;
}

} // namespace radslag::server
