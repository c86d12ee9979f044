#include "storage/seals.h"

#include <fmt/format.h>
#include <sodium.h>

namespace radslag::storage {
namespace {

constexpr std::string_view form = "1."; // another form is another number
constexpr std::size_t id_size = 8;
constexpr std::size_t head_size = form.size() + id_size + 1;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t around = nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int alphabet = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
unsigned char const* raw(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

std::string write_base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), alphabet), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes), bytes.size(), alphabet);
    text.pop_back();
    return text;
}

std::optional<std::string> read_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(raw(bytes), bytes.size(), text.data(), text.size(), nullptr, &size,
                          nullptr, alphabet) != 0)
        return std::nullopt;
    bytes.resize(size);
    return bytes;
}

// Each part with its length before it, so that no two places read the same.
std::string bound_to(Place const& at, std::string_view column) {
    std::string text;
    for (auto part : {at.organisation, at.of, at.table, column, at.id})
        text += fmt::format("{}:{}", part.size(), part);
    return text;
}

[[noreturn]] void not_opened(Place const& at, std::string_view column) {
    throw SqliteError("A sealed value does not open: it was changed, or stood elsewhere. A backup "
                      "brings it back: radslag restore.",
                      fmt::format("{}.{} of {} {}", at.table, column, at.of, at.id));
}

[[noreturn]] void without_key(std::string_view id) {
    throw SqliteError("A key of the data is missing.",
                      fmt::format("{} sealed what is in the database, and is not in the file of "
                                  "the keys; a copy is in your safe",
                                  id));
}

} // namespace

std::string id_of(DataKey const& key) {
    constexpr std::string_view what = "the id of a key of Radslag's data";
    RADSLAG_SURE(sodium_init() >= 0);
    std::array<unsigned char, crypto_generichash_BYTES_MIN> hash{};
    crypto_generichash(hash.data(), hash.size(), raw(what), what.size(), key.data(), key.size());
    std::string id;
    for (std::size_t i = 0; i < id_size / 2; ++i) id += fmt::format("{:02x}", hash.at(i));
    return id;
}

// ---- the ring
// ------------------------------------------------------------------------------------------------

namespace {

Keyring::Keys named(DataKeys const& keys) {
    Keyring::Keys all;
    for (auto const& key : keys) all.push_back({id_of(key), key});
    return all;
}

} // namespace

Outcome<std::shared_ptr<Keyring>> Keyring::open(KeySource const& source) {
    if (!source) return broken("A key of the data is missing.", "no keys were named");
    auto keys = source();
    if (!keys) return tl::unexpected(keys.error());
    if (keys->empty()) return broken("A key of the data is missing.", "there is none in the file");
    std::shared_ptr<Keyring> ring(new Keyring(source));
    ring->keys_ = std::make_shared<Keys const>(named(*keys));
    return ring;
}

std::shared_ptr<Keyring::Keys const> Keyring::keys() const {
    std::lock_guard lock(mutex_);
    return keys_;
}

std::shared_ptr<Keyring::Keys const> Keyring::ask_again() {
    auto keys = source_();
    std::lock_guard lock(mutex_);
    if (!keys) return keys_;
    auto all = named(*keys);
    for (auto const& had : *keys_)
        if (std::ranges::none_of(all, [&](Key const& one) { return one.id == had.id; }))
            all.push_back(had);
    keys_ = std::make_shared<Keys const>(std::move(all));
    return keys_;
}

// ---- sealing
// -------------------------------------------------------------------------------------------------

Keyring::Key const* Seals::find(std::string_view id) {
    auto in = [&] {
        auto at = std::ranges::find(*keys_, id, &Keyring::Key::id);
        return at == keys_->end() ? nullptr : &*at;
    };
    if (auto const* key = in()) return key;
    keys_ = ring_->ask_again();
    return in();
}

void Seals::seal_with(std::string_view id) {
    if (with_.id == id) return;
    auto const* key = find(id);
    if (key == nullptr) without_key(id);
    with_ = *key;
}

bool Seals::is_old(std::string_view sealed) const {
    return !sealed.empty() && (sealed.size() < head_size || !sealed.starts_with(form) ||
                               sealed.substr(form.size(), id_size) != with_.id);
}

std::string Seals::seal(Place const& at, std::string_view column, std::string_view plain) const {
    RADSLAG_SURE(!with_.id.empty());
    RADSLAG_SURE(is_sealed(at.table, column));
    if (plain.empty()) return {};
    auto const bound = bound_to(at, column);
    std::string bytes(plain.size() + around, '\0');
    randombytes_buf(raw(bytes), nonce_size);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(bytes) + nonce_size, nullptr, raw(plain),
                                               plain.size(), raw(bound), bound.size(), nullptr,
                                               raw(bytes), with_.key.data());
    return fmt::format("{}{}.{}", form, with_.id, write_base64(bytes));
}

std::string Seals::open(Place const& at, std::string_view column, std::string_view sealed) {
    if (sealed.empty()) return {};
    if (sealed.size() < head_size || !sealed.starts_with(form)) not_opened(at, column);
    auto const* key = find(sealed.substr(form.size(), id_size));
    if (key == nullptr) without_key(sealed.substr(form.size(), id_size));
    auto const bytes = read_base64(sealed.substr(head_size));
    if (!bytes || bytes->size() < around) not_opened(at, column);
    auto const bound = bound_to(at, column);
    std::string plain(bytes->size() - around, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(plain), nullptr, nullptr, raw(*bytes) + nonce_size, bytes->size() - nonce_size,
            raw(bound), bound.size(), raw(*bytes), key->key.data()) != 0)
        not_opened(at, column);
    return plain;
}

// ---- the edge
// ------------------------------------------------------------------------------------------------

void seal_cells(Seals const& seals, Place const& at, std::vector<Column> const& columns,
                Cells& cells) {
    for (std::size_t i = 0; i < columns.size(); ++i)
        if (is_sealed(at.table, columns[i].name))
            if (auto* text = std::get_if<std::string>(&cells[i]))
                *text = seals.seal(at, columns[i].name, *text);
}

Cells open_cells(Seals& seals, std::string_view table, std::string_view id, Query const& query,
                 int first) {
    auto cells = query.cells();
    cells.erase(cells.begin(), cells.begin() + first);
    auto text_of = [&](std::size_t i) {
        auto const* text = std::get_if<std::string>(&cells[i]);
        return text == nullptr ? std::string{} : *text;
    };
    auto const organisation = text_of(0), of = text_of(1);
    Place const at{organisation, of, table, id};
    for (std::size_t i = 2; i < cells.size(); ++i) {
        auto* text = std::get_if<std::string>(&cells[i]);
        auto const column = query.name(static_cast<int>(i) + first);
        if (text == nullptr || !is_sealed(table, column)) continue;
        try {
            *text = seals.open(at, column, *text);
        } catch (SqliteError const&) {
            continue;
        }
    }
    return cells;
}

} // namespace radslag::storage
