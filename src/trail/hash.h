#pragma once
// Hashes of what was written. Everything goes in with its length, so that nothing can be cut
// elsewhere and give the same.
#include <sodium.h>

#include "trail/trail.h"

namespace radslag::trail {

class Hasher {
public:
    Hasher() { start(nullptr, 0); }
    explicit Hasher(Salt const& salt) { start(salt.data(), salt.size()); }

    Hasher& add(std::string_view bytes) {
        add(static_cast<std::int64_t>(bytes.size()));
        return raw(bytes.data(), bytes.size());
    }
    Hasher& add(std::int64_t number);
    Hasher& add(Hash const& hash) { return raw(hash.data(), hash.size()); }
    Hasher& add(Cells const& cells);
    Hash end();

private:
    void start(unsigned char const* key, std::size_t size);
    Hasher& raw(void const* bytes, std::size_t size);
    crypto_generichash_state state_;
};

Hash hash_of_row(Salt const& salt, std::string_view table, std::string_view id, Cells const& cells);
Hash hash_of_content(Salt const& salt, std::string_view payload);
Hash hash_of_entry(Hash const& before, std::string_view chain, std::int64_t n, Hash const& content);

} // namespace radslag::trail
