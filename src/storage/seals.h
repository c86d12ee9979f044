#pragma once
// A value sealed: XChaCha20-Poly1305 (IETF, libsodium) under a key of the ring, bound to where it
// stands, so that it opens nowhere else. "1.", the key's id, ".", then nonce and sealed bytes in
// base64url. What is nothing or empty stays so.
#include <memory>
#include <mutex>

#include "storage/sealed.h"
#include "storage/sqlite.h"
#include "storage/storage.h"

namespace radslag::storage {

// The keys that are known in this process; from any thread. One that was known stays known.
class Keyring {
public:
    struct Key {
        std::string id;
        DataKey key{};
    };
    using Keys = std::vector<Key>; // the newest first

    static Outcome<std::shared_ptr<Keyring>> open(KeySource const& source);
    [[nodiscard]] std::shared_ptr<Keys const> keys() const;
    // Asks the source once more.
    std::shared_ptr<Keys const> ask_again();

private:
    explicit Keyring(KeySource source) : source_(std::move(source)) {}
    KeySource source_;
    mutable std::mutex mutex_;
    std::shared_ptr<Keys const> keys_;
};

struct Place { // of a row
    std::string_view organisation, of, table, id;
};

// Of one connection: one thread at a time. What does not open is an SqliteError.
class Seals {
public:
    explicit Seals(std::shared_ptr<Keyring> ring) : ring_(std::move(ring)), keys_(ring_->keys()) {}

    void seal_with(std::string_view id); // from now on
    [[nodiscard]] std::string seal(Place const& at, std::string_view column,
                                   std::string_view plain) const;
    std::string open(Place const& at, std::string_view column, std::string_view sealed);
    // Not sealed with the key that is sealed with now.
    [[nodiscard]] bool is_old(std::string_view sealed) const;
    [[nodiscard]] Keyring::Keys const& keys() const { return *keys_; }
    [[nodiscard]] std::shared_ptr<Keyring> const& ring() const { return ring_; }

private:
    Keyring::Key const* find(std::string_view id);

    std::shared_ptr<Keyring> ring_;
    std::shared_ptr<Keyring::Keys const> keys_;
    Keyring::Key with_; // without an id: nothing may be sealed yet
};

// ---- the edge between rows and tables

// `names`: of the cells. Cells that are not sealed stay as they are.
void seal_cells(Seals const& seals, Place const& at, std::vector<Column> const& columns,
                Cells& cells);
// A whole row as the query holds it; organisation and case are its first two columns.
Cells open_cells(Seals& seals, std::string_view table, std::string_view id, Query const& query,
                 int first);

template <class R> constexpr auto sealed_fields() {
    return std::apply(
        [](auto const&... f) {
            return std::array<bool, sizeof...(f)>{is_sealed(R::table, f.name)...};
        },
        R::fields);
}

// The sealed fields of a row that was read as it stands.
template <class R> void open_row(Seals& seals, Place const& at, R& row) {
    static constexpr auto is_one = sealed_fields<R>();
    std::size_t i = 0;
    std::apply(
        [&](auto const&... f) {
            auto one = [&](auto const& field) {
                using Value = std::remove_cvref_t<decltype(row.*(field.at))>;
                if (!is_one[i++]) return;
                if constexpr (std::same_as<Value, std::string>)
                    row.*(field.at) = seals.open(at, field.name, row.*(field.at));
                else if constexpr (std::same_as<Value, std::optional<PersonId>>) {
                    if (auto& id = row.*(field.at)) id->text = seals.open(at, field.name, id->text);
                } else if constexpr (std::same_as<Value, PersonId>)
                    (row.*(field.at)).text = seals.open(at, field.name, (row.*(field.at)).text);
                else RADSLAG_SURE(false); // only texts and ids are sealed
            };
            (one(f), ...);
        },
        R::fields);
}

} // namespace radslag::storage
