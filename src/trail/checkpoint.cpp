// A checkpoint is a text, so that it can be kept anywhere and read by anybody:
//
//     radslag checkpoint 17
//     made 2026-11-27T07:00:00.000000Z
//     before 9f…
//     head 01h… 12 77…
//     signed q83…
//
// The signature is over all before its line. The last line stands alone.
#include <algorithm>
#include <charconv>
#include <set>
#include <sstream>

#include <sodium.h>

#include "trail/trail.h"

namespace radslag::trail {
namespace {

constexpr std::string_view signed_by = "signed ";

std::string text_of(Checkpoint const& checkpoint) {
    std::string text = "radslag checkpoint " + std::to_string(checkpoint.number) + "\nmade " +
                       write_instant(checkpoint.made_at) + "\nbefore " +
                       write_hex(checkpoint.before) + "\n";
    for (auto const& head : checkpoint.heads)
        text +=
            "head " + head.chain + " " + std::to_string(head.n) + " " + write_hex(head.hash) + "\n";
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

using Signature = std::array<unsigned char, crypto_sign_BYTES>;

struct Pair {
    PublicKey open{};
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
};
Pair pair_of(Seed const& seed) {
    Pair pair;
    crypto_sign_seed_keypair(pair.open.data(), pair.secret.data(), seed.data());
    return pair;
}

unsigned char const* bytes(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}

constexpr int plain = sodium_base64_VARIANT_ORIGINAL;

std::string write_signature(Signature const& signature) {
    std::string text(sodium_base64_ENCODED_LEN(std::tuple_size_v<Signature>, plain), '\0');
    sodium_bin2base64(text.data(), text.size(), signature.data(), signature.size(), plain);
    text.pop_back();
    return text;
}

// Only as it is written: nothing can be changed in it that would read the same.
std::optional<Signature> read_signature(std::string_view text) {
    Signature signature{};
    std::size_t size = 0;
    if (sodium_base642bin(signature.data(), signature.size(), text.data(), text.size(), nullptr,
                          &size, nullptr, plain) != 0 ||
        size != signature.size() || write_signature(signature) != text)
        return std::nullopt;
    return signature;
}

class Comparing {
public:
    Comparing(PublicKey const& key, Chains const& chains) : key_(key), chains_(chains) {}

    void read(std::string const& name, std::string const& text) {
        if (!texts_.insert(text).second) return;
        auto read = read_checkpoint(text, key_);
        if (read) all_.push_back({std::move(*read), hash_of_text(text), name});
        else findings.push_back({Trouble::checkpoint_bent, {}, 0, {}, name});
    }
    // The oldest ones may have been put away: only a gap between two of them is strange.
    void compare() {
        std::ranges::sort(
            all_, {}, [](Read const& one) { return std::pair(one.checkpoint.number, one.name); });
        for (std::size_t i = 0; i < all_.size(); ++i) {
            auto const& [now, hash, name] = all_[i];
            if (i > 0 &&
                (now.number != all_[i - 1].checkpoint.number + 1 || now.before != all_[i - 1].hash))
                findings.push_back({Trouble::checkpoint_missing, {}, now.number, {}, name});
            for (auto const& head : now.heads) compare(head, name);
        }
    }
    std::vector<Finding> findings;

private:
    struct Read {
        Checkpoint checkpoint;
        Hash hash;
        std::string name;
    };

    void compare(Head const& head, std::string const& name) {
        if (named_.contains(head.chain)) return;
        auto const now = chains_.hash_at(head.chain, head.n);
        if (now == head.hash) return;
        auto const is = now                       ? Trouble::entry_changed
                        : chains_.has(head.chain) ? Trouble::chain_cut
                                                  : Trouble::chain_missing;
        findings.push_back({is, head.chain, head.n, {}, name});
        named_.insert(head.chain);
    }

    PublicKey const& key_;
    Chains const& chains_;
    std::set<std::string> texts_, named_;
    std::vector<Read> all_;
};

} // namespace

PublicKey public_key(Seed const& seed) { return pair_of(seed).open; }

std::string write_checkpoint(Checkpoint const& checkpoint, Seed const& seed) {
    auto text = text_of(checkpoint);
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, bytes(text), text.size(),
                         pair_of(seed).secret.data());
    return text + std::string(signed_by) + write_signature(signature) + "\n";
}

std::optional<Checkpoint> read_checkpoint(std::string_view text, PublicKey const& key) {
    auto cut = text.rfind(signed_by);
    if (cut == std::string_view::npos || !text.ends_with('\n')) return std::nullopt;
    auto signature = read_signature(
        text.substr(cut + signed_by.size(), text.size() - cut - signed_by.size() - 1));
    auto body = text.substr(0, cut);
    if (!signature ||
        crypto_sign_verify_detached(signature->data(), bytes(body), body.size(), key.data()) != 0)
        return std::nullopt;
    return parse(std::string(body));
}

std::vector<Finding> verify(std::vector<std::pair<std::string, std::string>> const& checkpoints,
                            PublicKey const& key, Chains const& chains) {
    Comparing comparing(key, chains);
    for (auto const& [name, text] : checkpoints) comparing.read(name, text);
    comparing.compare();
    return std::move(comparing.findings);
}

} // namespace radslag::trail
