#pragma once
// A sealed file: a word that says what it is, a mark of its key, then pieces of libsodium's
// secretstream (XChaCha20-Poly1305), whose last one says that it is the last. Changed, cut off,
// lengthened or put in another order, it does not open.
#include <array>

#include <sodium.h>

#include "storage/disk.h"

namespace radslag::storage {

using SealKey = std::array<std::uint8_t, crypto_secretstream_xchacha20poly1305_KEYBYTES>;

// What is sealed: the words before it, and those for what can be wrong.
struct SealOf {
    std::string_view family, word; // the word ends with the number of the form
    std::string_view none, newer, other_key, too_short, changed, damaged;
};
extern SealOf const seal_of_backup, seal_of_file;

class Sealing {
public:
    Sealing(std::filesystem::path const& path, SealKey const& key, SealOf const& of);
    void add(std::string_view bytes);
    void finish(); // on the disk

private:
    void piece(std::string_view bytes, unsigned char tag);

    File file_;
    std::string head_, waiting_;
    crypto_secretstream_xchacha20poly1305_state state_{};
};

class Unsealing {
public:
    Unsealing(std::filesystem::path const& path, SealKey const& key, SealOf const& of);
    // Nothing more after the last piece.
    bool next(std::string& bytes);
    [[nodiscard]] char form() const { return head_[of_.word.size() - 1]; }

private:
    std::string path_;
    SealOf const& of_;
    File file_;
    std::string head_;
    bool over_ = false;
    crypto_secretstream_xchacha20poly1305_state state_{};
};

} // namespace radslag::storage
