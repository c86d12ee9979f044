// argon2id (RFC 9106) and XChaCha20-Poly1305 by libsodium.
#include <condition_variable>
#include <mutex>

#include <sodium.h>

#include "http/http.h"
#include "http/totp.h"

namespace radslag::http {
namespace {

constexpr auto ops = crypto_pwhash_OPSLIMIT_INTERACTIVE;
constexpr auto memory = crypto_pwhash_MEMLIMIT_INTERACTIVE;
constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

unsigned char const* raw(std::string_view text) {
    return reinterpret_cast<unsigned char const*>(text.data());
}
unsigned char* raw(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

std::string hash_now(std::string const& password) {
    std::string hash(crypto_pwhash_STRBYTES, '\0');
    auto failed = crypto_pwhash_str(hash.data(), password.data(), password.size(), ops, memory);
    RADSLAG_SURE(failed == 0); // out of memory
    hash.resize(std::char_traits<char>::length(hash.c_str()));
    return hash;
}

// Passwords take memory and time on purpose: only so many at once, and the workers that wait for
// their turn are counted, so that the house stays open for everybody else.
class Turnstile {
public:
    Turnstile(unsigned at_once, unsigned waiting) : free_(at_once), most_(waiting) {}
    bool enter() {
        std::unique_lock lock(mutex_);
        if (free_ == 0 && waiting_ == most_) return false;
        ++waiting_;
        changed_.wait(lock, [this] { return free_ > 0; });
        --waiting_;
        --free_;
        return true;
    }
    void leave() {
        std::lock_guard lock(mutex_);
        ++free_;
        changed_.notify_one();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    unsigned free_, most_, waiting_ = 0;
};

} // namespace

struct Vault::Inner {
    Key key{};
    std::string nobody; // a real hash that nothing fits
    Turnstile turnstile;

    Inner(Key const& k, unsigned at_once, unsigned waiting) : key(k), turnstile(at_once, waiting) {}
    ~Inner() { sodium_memzero(key.data(), key.size()); }

    template <class Work> auto take_turn(Work work) -> std::optional<decltype(work())> {
        if (!turnstile.enter()) return std::nullopt;
        struct Leave {
            Turnstile& turnstile;
            ~Leave() { turnstile.leave(); }
        } leave{turnstile};
        return work();
    }
};

Vault::Vault(Key const& key, unsigned at_once, unsigned waiting) {
    RADSLAG_SURE(sodium_init() >= 0);
    static_assert(std::tuple_size_v<Key> == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    inner_ = std::make_unique<Inner>(key, at_once, waiting);
    std::string chance(32, '\0');
    randombytes_buf(chance.data(), chance.size());
    inner_->nobody = hash_now(chance);
}

Vault::~Vault() = default;

std::optional<std::string> Vault::hash_password(std::string const& password) {
    return inner_->take_turn([&] { return hash_now(password); });
}

std::optional<bool> Vault::fits(std::string const& password, std::string const& hash) {
    return inner_->take_turn([&] {
        auto const& against = hash.empty() ? inner_->nobody : hash;
        auto failed = crypto_pwhash_str_verify(against.c_str(), password.data(), password.size());
        return failed == 0 && !hash.empty();
    });
}

std::string Vault::hash_code(std::string_view code) { return fingerprint(code); }

std::string fingerprint(std::string_view text) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    crypto_generichash(hash.data(), hash.size(), raw(text), text.size(), nullptr, 0);
    std::string hex(hash.size() * 2 + 1, '\0');
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    hex.pop_back();
    return hex;
}

bool same(std::string_view a, std::string_view b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::string random_word(Random& random, std::size_t bytes) {
    std::vector<std::uint8_t> chance(bytes);
    random.fill(chance);
    std::string text(sodium_base64_encoded_len(bytes, sodium_base64_VARIANT_URLSAFE_NO_PADDING),
                     '\0');
    sodium_bin2base64(text.data(), text.size(), chance.data(), chance.size(),
                      sodium_base64_VARIANT_URLSAFE_NO_PADDING);
    text.resize(std::char_traits<char>::length(text.c_str()));
    return text;
}

// The account's id goes into the seal, so that a secret cannot be moved to another account.
std::string Vault::seal(StaffId const& of, std::string const& secret, Random& random) const {
    std::string box(nonce_size + secret.size() + tag_size, '\0');
    random.fill({raw(box), nonce_size});
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(box) + nonce_size, nullptr, raw(secret),
                                               secret.size(), raw(of.text), of.text.size(), nullptr,
                                               raw(box), inner_->key.data());
    std::string text(sodium_base64_encoded_len(box.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(box), box.size(),
                      sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();
    return text;
}

std::optional<std::string> Vault::unseal(StaffId const& of, std::string const& sealed) const {
    std::string box(sealed.size(), '\0');
    std::size_t size = 0;
    if (sodium_base642bin(raw(box), box.size(), sealed.data(), sealed.size(), nullptr, &size,
                          nullptr, sodium_base64_VARIANT_ORIGINAL) != 0 ||
        size < nonce_size + tag_size)
        return std::nullopt;
    std::string secret(size - nonce_size - tag_size, '\0');
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(secret), nullptr, nullptr, raw(box) + nonce_size, size - nonce_size, raw(of.text),
            of.text.size(), raw(box), inner_->key.data()) != 0)
        return std::nullopt;
    return secret;
}

} // namespace radslag::http
