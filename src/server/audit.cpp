// `radslag audit`: what stands in the database against its trail, and against checkpoints that were
// kept elsewhere.
#include <algorithm>
#include <ostream>

#include <fmt/format.h>

#include "server/checkpoints.h"
#include "server/data_keys.h"
#include "server/parts.h"

namespace radslag::server {
namespace {

namespace fs = std::filesystem;
using trail::Finding;
using trail::Trouble;

std::string chain_words(Finding const& finding, storage::Verified const& verified) {
    auto const& chain = finding.chain;
    if (chain.empty()) return "no organisation's";
    if (auto const cut = chain.find('/'); cut != std::string::npos) {
        auto const days =
            std::chrono::sys_days(std::chrono::days(std::stoi(chain.substr(cut + 1))));
        return fmt::format("the looks of {} in organisation {}", write_date(Date(days)),
                           chain.substr(0, cut));
    }
    if (verified.organisations.contains(chain)) return "organisation " + chain;
    auto const number = verified.numbers.find(chain);
    if (number == verified.numbers.end()) return "case " + chain;
    return fmt::format("case {} (no. {})", chain, number->second);
}

std::string words_for(Finding const& f) {
    auto const row = fmt::format("row {} of table {}", f.id, f.table);
    auto const last = fmt::format("it was last written by entry {} of the trail", f.n);
    switch (f.is) {
    case Trouble::entry_changed:
        if (!f.id.empty())
            return fmt::format("entry {} of the trail is another than checkpoint {} has seen: the "
                               "trail was written anew",
                               f.n, f.id);
        return fmt::format("entry {} of the trail was changed", f.n);
    case Trouble::entry_missing:
        return fmt::format("entry {} of the trail is missing", f.n);
    case Trouble::entry_moved:
        return fmt::format(
            "entry {} of the trail was written at another place, or a row was put in "
            "before it",
            f.n);
    case Trouble::told_missing:
        return fmt::format("what entry {} of the trail told was deleted, and no erasure says so",
                           f.n);
    case Trouble::row_changed:
        return fmt::format("{} was changed; {}", row, last);
    case Trouble::row_missing:
        return fmt::format("{} is gone; {}", row, last);
    case Trouble::row_unknown:
        return fmt::format("{} was put in: no act wrote it", row);
    case Trouble::row_moved:
        return fmt::format("{} stands in another order than it was written; {}", row, last);
    case Trouble::chain_missing:
        return f.id.empty() ? "is gone" : fmt::format("is gone; checkpoint {} has seen it", f.id);
    case Trouble::chain_unknown:
        return "was put in: nobody began it";
    case Trouble::chain_cut:
        return fmt::format(
            "checkpoint {} has seen {} entries of the trail, and now there are fewer: "
            "the database was rolled back",
            f.id, f.n);
    case Trouble::checkpoint_bent:
        return fmt::format("checkpoint {} was not signed with this key, or was changed", f.id);
    case Trouble::checkpoint_missing:
        return fmt::format("checkpoint {} (number {}) does not follow the one before it: one is "
                           "missing, or another one stands there",
                           f.id, f.n);
    }
    return {};
}

std::string line_of(Finding const& finding, storage::Verified const& verified) {
    bool const of_checkpoints =
        finding.is == Trouble::checkpoint_bent || finding.is == Trouble::checkpoint_missing;
    if (of_checkpoints) return words_for(finding);
    bool const whole = finding.is == Trouble::chain_missing || finding.is == Trouble::chain_unknown;
    return chain_words(finding, verified) + (whole ? " " : ": ") + words_for(finding);
}

// Files, and every file of a folder.
Outcome<std::vector<std::pair<std::string, std::string>>>
read_checkpoints(std::vector<std::string> const& paths) {
    std::vector<std::pair<std::string, std::string>> all;
    std::vector<fs::path> files;
    std::error_code error;
    for (auto const& path : paths) {
        if (!fs::is_directory(path, error)) files.emplace_back(path);
        else
            for (auto const& entry : fs::directory_iterator(path, error))
                if (entry.is_regular_file()) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    for (auto const& file : files) {
        auto text = read_file(file);
        if (!text) return tl::unexpected(text.error());
        all.emplace_back(file.filename().string(), std::move(*text));
    }
    return all;
}

// Given in words, or that of the installation's own secret key; needed for checkpoints alone.
Outcome<trail::PublicKey> key_of(Audit const& audit, Config const& config) {
    if (audit.checkpoints.empty()) return trail::PublicKey{};
    if (audit.key.empty()) return read_seed(config).map(trail::public_key);
    if (auto key = trail::read_hex(audit.key)) return *key;
    return broken("That is no public key.", "it has 64 digits, as `radslag audit key` prints it");
}

void tell(storage::Verified const& verified, bool with_checkpoints, std::ostream& out) {
    for (auto const& finding : verified.findings) out << line_of(finding, verified) << "\n";
    out << fmt::format("{} chains, {} entries of the trail, {} rows: ", verified.chains,
                       verified.entries, verified.rows);
    if (verified.findings.empty()) out << "everything is as it was written.\n";
    else out << verified.findings.size() << " that should not be.\n";
    if (!with_checkpoints)
        out << "Without a checkpoint from elsewhere nobody sees a database that was rolled back or "
               "written anew as a whole: --checkpoints.\n";
}

} // namespace

int audit_verify(Audit const& audit, std::ostream& out, std::ostream& err) {
    Config config;
    if (audit.database.empty() || audit.data_key.empty() ||
        (audit.key.empty() && !audit.checkpoints.empty())) {
        auto loaded = load_config(audit.config_file);
        if (!loaded) return fail(err, loaded.error());
        config = std::move(*loaded);
    }
    auto key = key_of(audit, config);
    if (!key) return fail(err, key.error());
    auto checkpoints = read_checkpoints(audit.checkpoints);
    if (!checkpoints) return fail(err, checkpoints.error());
    if (checkpoints->empty() && !audit.checkpoints.empty())
        return fail(err, {"There are no checkpoints.", audit.checkpoints.front() + " holds none"});
    auto const database = audit.database.empty() ? config.database().string() : audit.database;
    auto verified = storage::verify(
        database, data_keys(audit.data_key.empty() ? config.data_key() : fs::path(audit.data_key)),
        *checkpoints, *key);
    if (!verified) return fail(err, verified.error());
    tell(*verified, !checkpoints->empty(), out);
    return verified->findings.empty() ? 0 : 1;
}

int audit_key(Audit const& audit, std::ostream& out, std::ostream& err) {
    auto config = load_config(audit.config_file);
    if (!config) return fail(err, config.error());
    std::error_code error;
    if (!fs::exists(config->checkpoint_key(), error))
        if (auto made = write_new_file(config->checkpoint_key(), new_key()); !made)
            return fail(err, made.error());
    auto seed = read_seed(*config);
    if (!seed) return fail(err, seed.error());
    out << trail::write_hex(trail::public_key(*seed)) << "\n";
    return 0;
}

} // namespace radslag::server
