// A checkpoint is a text, so that it can be kept anywhere and read by anybody:
//
//     radslag checkpoint 17
//     made 2026-11-27T07:00:00.000000Z
//     before 9f…
//     head 01h… 12 77…
//     signed q83…
//
// The signature is over all before its line. The last line stands alone.
#include <charconv>
#include <sstream>

#include "trail/trail.h"

namespace radslag::trail {
namespace {

constexpr std::string_view signed_by = "signed ";

std::string text_of(Checkpoint const& checkpoint) {
    std::string text = "radslag checkpoint " + std::to_string(checkpoint.number) + "\nmade " +
                       write_instant(checkpoint.made_at) + "\nbefore " +
                       write_hex(checkpoint.before) + "\n";
    for (auto const& head : checkpoint.heads)
        text += "head " + head.chain + " " + std::to_string(head.n) + " " + write_hex(head.hash) +
                "\n";
    return text;
}

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || number < 1)
        return std::nullopt;
    return number;
}

std::optional<Head> read_head(std::string const& line) {
    std::istringstream words(line);
    std::string head, chain, n, hash, rest;
    words >> head >> chain >> n >> hash;
    auto number = read_number(n);
    auto value = read_hex(hash);
    if (head != "head" || !number || !value || words >> rest) return std::nullopt;
    return Head{chain, *number, *value};
}

std::optional<std::string> after(std::string const& line, std::string_view word) {
    if (!line.starts_with(word)) return std::nullopt;
    return line.substr(word.size());
}

std::optional<Checkpoint> parse(std::string const& text) {
    std::istringstream lines(text);
    std::string first, made, before, line;
    if (!std::getline(lines, first) || !std::getline(lines, made) || !std::getline(lines, before))
        return std::nullopt;
    auto number = after(first, "radslag checkpoint ");
    auto at = after(made, "made ");
    auto hash = after(before, "before ");
    if (!number || !at || !hash) return std::nullopt;
    Checkpoint checkpoint;
    auto n = read_number(*number);
    auto instant = read_instant(*at);
    auto value = read_hex(*hash);
    if (!n || !instant || !value) return std::nullopt;
    checkpoint.number = *n;
    checkpoint.made_at = *instant;
    checkpoint.before = *value;
    while (std::getline(lines, line)) {
        auto head = read_head(line);
        if (!head) return std::nullopt;
        checkpoint.heads.push_back(std::move(*head));
    }
    return checkpoint;
}

void compare(Checkpoint const& checkpoint, Hashes const& hashes, std::vector<Finding>& findings) {
    for (auto const& head : checkpoint.heads) {
        auto now = hashes.hash_at(head.chain, head.n);
        if (!hashes.has(head.chain))
            findings.push_back({Trouble::chain_missing, head.chain, checkpoint.number, {}, {}});
        else if (!now)
            findings.push_back({Trouble::chain_cut, head.chain, head.n, {}, {}});
        else if (*now != head.hash)
            findings.push_back({Trouble::entry_changed, head.chain, head.n, {}, {}});
    }
}

} // namespace

std::string write_checkpoint(Checkpoint const& checkpoint, Signer const& signer) {
    auto text = text_of(checkpoint);
    return text + std::string(signed_by) + signer.sign(text) + "\n";
}

std::optional<Checkpoint> read_checkpoint(std::string_view text, Signer const& signer) {
    auto cut = text.rfind(signed_by);
    if (cut == std::string_view::npos || !text.ends_with('\n')) return std::nullopt;
    auto signature = text.substr(cut + signed_by.size());
    signature.remove_suffix(1);
    auto body = text.substr(0, cut);
    if (!signer.is_by_us(body, signature)) return std::nullopt;
    return parse(std::string(body));
}

std::vector<Finding> verify(std::vector<std::string> const& checkpoints, Signer const& signer,
                            Hashes const& hashes) {
    std::vector<Finding> findings;
    std::optional<Hash> before;
    std::int64_t last = 0;
    for (auto const& text : checkpoints) {
        auto read = read_checkpoint(text, signer);
        // The oldest ones may have been put away: only a gap between two of them is strange.
        bool const follows =
            read && (!before || (read->number == last + 1 && read->before == *before));
        if (!follows) findings.push_back({Trouble::checkpoint_bent, {}, last + 1, {}, {}});
        if (read) compare(*read, hashes, findings);
        before = hash_of_text(text);
        last = read ? read->number : last + 1;
    }
    return findings;
}

} // namespace radslag::trail
