#include "storage/seal.h"

namespace radslag::storage {
namespace {

constexpr std::size_t mark_size = 16;
constexpr std::size_t piece_size = 65536;
constexpr std::size_t around = crypto_secretstream_xchacha20poly1305_ABYTES;

unsigned char* raw(std::string& bytes) { return reinterpret_cast<unsigned char*>(bytes.data()); }
unsigned char const* raw(std::string_view bytes) {
    return reinterpret_cast<unsigned char const*>(bytes.data());
}

// Tells a wrong key from a damaged file, and tells nothing else of the key.
std::string head_of(SealKey const& key, std::string_view word) {
    std::string mark(mark_size, '\0');
    crypto_generichash(raw(mark), mark.size(), raw(word), word.size(), key.data(), key.size());
    return std::string(word) + mark;
}

[[noreturn]] void wrong(std::string_view what, std::string const& path) {
    trouble(std::string(what), path);
}

} // namespace

SealOf const seal_of_backup{"RADSLAG BACKUP ",
                            "RADSLAG BACKUP 2",
                            "The file is no backup of this program.",
                            "The backup was made by a newer version of this program.",
                            "The backup was made with another key than this one.",
                            "The backup ends too early: a part of it is missing.",
                            "The backup is damaged or was changed: it does not fit its seal.",
                            "The backup is damaged, was changed, or ends too early."};
SealOf const seal_of_file{"RADSLAG FILE ",
                          "RADSLAG FILE 1",
                          "A file that was kept is damaged: something else lies in its place.",
                          "A file was kept by a newer version of this program.",
                          "A file that was kept is not there: another one lies in its place.",
                          "A file that was kept ends too early: a part of it is missing.",
                          "A file that was kept is damaged or was changed.",
                          "A file that was kept is damaged, was changed, or ends too early."};

Sealing::Sealing(std::filesystem::path const& path, SealKey const& key, SealOf const& of)
    : file_(path, File::To::make), head_(head_of(key, of.word)) {
    std::string header(crypto_secretstream_xchacha20poly1305_HEADERBYTES, '\0');
    RADSLAG_SURE(
        crypto_secretstream_xchacha20poly1305_init_push(&state_, raw(header), key.data()) == 0);
    file_.write(head_);
    file_.write(header);
}

void Sealing::piece(std::string_view bytes, unsigned char tag) {
    std::string sealed(bytes.size() + around, '\0');
    RADSLAG_SURE(crypto_secretstream_xchacha20poly1305_push(&state_, raw(sealed), nullptr,
                                                            raw(bytes), bytes.size(), raw(head_),
                                                            head_.size(), tag) == 0);
    file_.write(sealed);
}

// One piece always waits, since the last one is sealed as the last.
void Sealing::add(std::string_view bytes) {
    waiting_ += bytes;
    std::string_view rest = waiting_;
    for (; rest.size() > piece_size; rest.remove_prefix(piece_size))
        piece(rest.substr(0, piece_size), crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    waiting_ = std::string(rest);
}

void Sealing::finish() {
    piece(waiting_, crypto_secretstream_xchacha20poly1305_TAG_FINAL);
    file_.keep();
}

Unsealing::Unsealing(std::filesystem::path const& path, SealKey const& key, SealOf const& of)
    : path_(path.string()), of_(of), file_(path, File::To::read) {
    head_ = file_.read(of.word.size() + mark_size);
    auto const word = std::string_view(head_).substr(0, of.word.size());
    if (!word.starts_with(of.family) || word.size() < of.word.size()) wrong(of.none, path_);
    if (word.back() < '1' || word.back() > of.word.back()) wrong(of.newer, path_);
    auto const header = file_.read(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (header.size() < crypto_secretstream_xchacha20poly1305_HEADERBYTES)
        wrong(of.too_short, path_);
    if (head_ != head_of(key, word)) wrong(of.other_key, path_);
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state_, raw(header), key.data()) != 0)
        wrong(of.changed, path_);
}

bool Unsealing::next(std::string& bytes) {
    if (over_) return false;
    auto const sealed = file_.read(piece_size + around);
    if (sealed.size() < around) wrong(of_.too_short, path_);
    bytes.assign(sealed.size() - around, '\0');
    unsigned char tag = 0;
    if (crypto_secretstream_xchacha20poly1305_pull(&state_, raw(bytes), nullptr, &tag, raw(sealed),
                                                   sealed.size(), raw(head_), head_.size()) != 0)
        wrong(sealed.size() < piece_size + around ? of_.damaged : of_.changed, path_);
    over_ = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    if (over_ && !file_.read(1).empty()) wrong(of_.changed, path_);
    return true;
}

} // namespace radslag::storage
