#pragma once
// A sealed file: a word that says what it is, a mark of its key, then pieces of libsodium's
// secretstream (XChaCha20-Poly1305), whose last one says that it is the last. Changed, cut off,
// lengthened or put in another order, it does not open.
#include <array>

#include <sodium.h>

#include "storage/disk.h"
#include "storage/storage.h"

namespace radslag::storage {

class Sealing {
public:
    Sealing(std::filesystem::path const& path, BackupKey const& key);
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
    Unsealing(std::filesystem::path const& path, BackupKey const& key);
    // Nothing more after the last piece.
    bool next(std::string& bytes);

private:
    std::string path_;
    File file_;
    std::string head_;
    bool over_ = false;
    crypto_secretstream_xchacha20poly1305_state state_{};
};

} // namespace radslag::storage
