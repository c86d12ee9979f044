#include "trail/hash.h"

namespace radslag::trail {

void Hasher::start(unsigned char const* key, std::size_t size) {
    crypto_generichash_init(&state_, key, size, std::tuple_size_v<Hash>);
}

Hasher& Hasher::raw(void const* bytes, std::size_t size) {
    crypto_generichash_update(&state_, static_cast<unsigned char const*>(bytes), size);
    return *this;
}

Hasher& Hasher::add(std::int64_t number) {
    std::array<unsigned char, 8> bytes{};
    auto left = static_cast<std::uint64_t>(number);
    for (auto& byte : bytes) {
        byte = static_cast<unsigned char>(left & 0xffU);
        left >>= 8;
    }
    return raw(bytes.data(), bytes.size());
}

Hasher& Hasher::add(Cells const& cells) {
    add(static_cast<std::int64_t>(cells.size()));
    for (auto const& cell : cells) {
        add(static_cast<std::int64_t>(cell.index()));
        if (auto const* number = std::get_if<std::int64_t>(&cell)) add(*number);
        else if (auto const* text = std::get_if<std::string>(&cell)) add(std::string_view(*text));
    }
    return *this;
}

Hash Hasher::end() {
    Hash hash{};
    crypto_generichash_final(&state_, hash.data(), hash.size());
    return hash;
}

Hash hash_of_row(Salt const& salt, std::string_view table, std::string_view id,
                 Cells const& cells) {
    return Hasher(salt).add(table).add(id).add(cells).end();
}

Hash hash_of_content(Salt const& salt, std::string_view payload) {
    return Hasher(salt).add(payload).end();
}

Hash hash_of_entry(Hash const& before, std::string_view chain, std::int64_t n,
                   Hash const& content) {
    return Hasher().add(before).add(chain).add(n).add(content).end();
}

Hash hash_of_text(std::string_view text) { return Hasher().add(text).end(); }

std::string write_hex(Hash const& hash) {
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

std::optional<Hash> read_hex(std::string_view hex) {
    Hash hash{};
    std::size_t size = 0;
    if (hex.size() != hash.size() * 2 ||
        sodium_hex2bin(hash.data(), hash.size(), hex.data(), hex.size(), nullptr, &size, nullptr) !=
            0 ||
        size != hash.size() || write_hex(hash) != hex)
        return std::nullopt;
    return hash;
}

} // namespace radslag::trail
