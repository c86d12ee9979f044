#include "server/checkpoints.h"

#include <algorithm>

#include <fmt/format.h>

namespace radslag::server {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t minute = 60'000'000; // µs
constexpr std::string_view draft = ".new";

std::string name_of(std::int64_t number) { return fmt::format("checkpoint-{:06}.txt", number); }

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
                                                        storage::Database& store, Instant now) {
    using Made = std::unique_ptr<Checkpoints>;
    std::vector<fs::path> places;
    if (!config.checkpoints.empty()) places.emplace_back(config.checkpoints);
    if (!config.checkpoints_to.empty()) places.push_back(config.letters());
    if (places.empty()) return Made(new Checkpoints({}, 0, {}, store, {}));
    auto seed = read_seed(config);
    if (!seed) return tl::unexpected(seed.error());
    std::error_code error;
    for (auto const& place : places)
        if (!fs::is_directory(place, error))
            return broken("There is no folder for checkpoints.", place.string() + " is no folder");
    auto last = store.last_checkpoint();
    if (!last) return tl::unexpected(last.error());
    Made made(new Checkpoints(places, config.minutes * minute, *seed, store, *last));
    if (auto finished = made->finish_drafts(now); !finished)
        return tl::unexpected(finished.error());
    return made;
}

void Checkpoints::write_if_due(Instant now, Log& log) {
    if (!last_ || now.micros - last_->micros >= period_ || now < *last_) write(now, log);
}

// One that fails is tried again when the next one is due; the log says so at once.
void Checkpoints::write(Instant now, Log& log) {
    if (places_.empty()) return;
    last_ = now;
    auto wrote = try_to_write(now);
    if (wrote) log.wrote_checkpoint();
    else log.fault("checkpoint", wrote.error().told + " " + wrote.error().logged);
}

// The files first, as drafts: a checkpoint that the database knows of lies in each place, whenever the
// process ends. One that lies there under this number already was written by a database that was ahead
// of this one, and is never overwritten: it tells that the database was rolled back.
Outcome<bool> Checkpoints::try_to_write(Instant now) {
    auto made = store_.next_checkpoint(now);
    if (!made) return tl::unexpected(made.error());
    auto const text = trail::write_checkpoint(*made, seed_);
    auto const name = name_of(made->number);
    std::error_code error;
    for (auto const& place : places_) {
        if (fs::exists(place / name, error))
            return broken("The database is older than its checkpoints.",
                          (place / name).string() +
                              " is there already; radslag audit verify tells more");
        fs::remove(place / (name + std::string(draft)), error);
        if (auto written = write_new_file(place / (name + std::string(draft)), text); !written) return written;
    }
    if (auto kept = store_.keep_checkpoint(*made, trail::hash_of_text(text)); !kept) return kept;
    for (auto const& place : places_) {
        fs::rename(place / (name + std::string(draft)), place / name, error);
        if (error)
            return broken("A checkpoint cannot be put in its place.", (place / name).string());
    }
    return true;
}

// What a process left that ended between writing and renaming: what the database knows of is put in its
// place, the rest never was a checkpoint.
Outcome<bool> Checkpoints::finish_drafts(Instant now) {
    std::error_code error;
    std::vector<fs::path> drafts;
    for (auto const& place : places_)
        for (auto const& entry : fs::directory_iterator(place, error))
            if (entry.path().filename().string().starts_with("checkpoint-") &&
                entry.path().extension() == draft)
                drafts.push_back(entry.path());
    if (drafts.empty()) return true;
    auto next = store_.next_checkpoint(now);
    if (!next) return tl::unexpected(next.error());
    for (auto const& path : drafts) {
        auto const whole = fs::path(path).replace_extension();
        bool const known = whole.filename().string() < name_of(next->number);
        if (known && !fs::exists(whole, error)) fs::rename(path, whole, error);
        else fs::remove(path, error);
        if (error) return broken("A checkpoint cannot be put in its place.", path.string());
    }
    return true;
}

} // namespace radslag::server
