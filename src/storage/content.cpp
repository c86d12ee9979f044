#include "storage/content.h"

#include <algorithm>

namespace radslag::storage {
namespace {

using commands::FileType;

std::uint32_t little(std::string_view bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

// What a viewer would run. The end must be there: half of a document is none.
bool is_pdf(std::string_view bytes) {
    constexpr std::size_t tail = 1024;
    if (!bytes.starts_with("%PDF-1.") && !bytes.starts_with("%PDF-2.")) return false;
    if (bytes.substr(bytes.size() - std::min(bytes.size(), tail)).find("%%EOF") ==
        std::string_view::npos)
        return false;
    constexpr std::string_view acts[] = {"/JavaScript", "/JS ",  "/JS(",         "/JS<",
                                         "/JS\n",       "/JS\r", "/Launch",      "/RichMedia",
                                         "/XFA ",       "/XFA[", "/EmbeddedFile"};
    return std::ranges::none_of(
        acts, [&](auto what) { return bytes.find(what) != std::string_view::npos; });
}

// To the last byte: what hangs behind a picture is something else.
bool is_png(std::string_view bytes) {
    constexpr std::string_view begin{"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16};
    constexpr std::string_view end{"\0\0\0\0IEND\xae\x42\x60\x82", 12};
    return bytes.size() >= begin.size() + end.size() && bytes.starts_with(begin) &&
           bytes.ends_with(end);
}

bool is_jpeg(std::string_view bytes) {
    return bytes.size() > 4 && bytes.starts_with("\xff\xd8\xff");
}

bool is_webp(std::string_view bytes) {
    if (bytes.size() < 16 || !bytes.starts_with("RIFF") || bytes.substr(8, 7) != "WEBPVP8")
        return false;
    auto const kind = bytes[15];
    return (kind == ' ' || kind == 'L' || kind == 'X') &&
           std::size_t{little(bytes, 4)} + 8 == bytes.size();
}

bool is_markup(std::string_view text) {
    auto const at = text.find_first_not_of(" \t\r\n\f");
    if (at == std::string_view::npos || text[at] != '<' || at + 1 == text.size()) return false;
    auto const next = static_cast<unsigned char>(text[at + 1]);
    return next == '!' || next == '?' || next == '/' || (next | 0x20U) - 'a' < 26;
}

bool is_plain_text(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
    auto is_control = [](char c) {
        auto const code = static_cast<unsigned char>(c);
        return code == 0x7f || (code < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f');
    };
    return !bytes.starts_with("%PDF") && std::ranges::none_of(bytes, is_control) &&
           is_utf8(bytes) && !is_markup(bytes);
}

struct Kind {
    FileType type;
    bool (*is)(std::string_view);
    std::vector<std::string_view> endings; // the first is given where there is none of them
};
std::vector<Kind> const& kinds() {
    static std::vector<Kind> const all{{FileType::pdf, is_pdf, {".pdf"}},
                                       {FileType::png, is_png, {".png"}},
                                       {FileType::jpeg, is_jpeg, {".jpg", ".jpeg"}},
                                       {FileType::webp, is_webp, {".webp"}},
                                       {FileType::text, is_plain_text, {".txt"}}};
    return all;
}

std::string_view cut(std::string_view text, std::size_t points) {
    std::size_t at = 0;
    for (; at < text.size(); ++at)
        if ((static_cast<unsigned char>(text[at]) & 0xc0U) != 0x80 && points-- == 0) break;
    return text.substr(0, at);
}

} // namespace

std::optional<FileType> type_of(std::string_view bytes) {
    for (auto const& kind : kinds())
        if (kind.is(bytes)) return kind.type;
    return std::nullopt;
}

Result<FileType> read_type(std::string_view declared, std::string_view bytes) {
    constexpr std::size_t mega = 1'000'000;
    auto word = lower_ascii(declared.substr(0, declared.find(';')));
    while (!word.empty() && word.back() == ' ') word.pop_back();
    auto const said = read_word<FileType>(word);
    if (!said) return no("file.type", "file");
    if (bytes.empty()) return no("file.empty", "file");
    if (bytes.size() > commands::file_limit)
        return no(refusal("file.too_large", "file")
                      .with("limit", std::to_string(commands::file_limit / mega)));
    auto const is = type_of(bytes);
    if (is != *said) return no("file.not_what_it_says", "file");
    return *said;
}

Result<std::string> read_file_name(std::string_view name, FileType type) {
    constexpr std::size_t longest = 4000;
    if (auto const slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    auto line = read_line(name, "name", longest);
    if (!line) return no("file.name", "name");
    std::ranges::replace_if(
        *line,
        [](char c) { return std::string_view("<>:\"|?*").find(c) != std::string_view::npos; }, '_');
    line->erase(0, std::min(line->find_first_not_of(". "), line->size()));
    auto const& kind = *std::ranges::find(kinds(), type, &Kind::type);
    auto ending = kind.endings.front();
    auto const lower = lower_ascii(*line);
    for (auto one : kind.endings)
        if (lower.ends_with(one)) {
            ending = one;
            line->resize(line->size() - one.size());
            break;
        }
    auto stem = std::string(cut(*line, commands::file_name_limit - ending.size()));
    while (!stem.empty() && (stem.back() == ' ' || stem.back() == '.')) stem.pop_back();
    if (is_invisible(stem) || stem.find_first_not_of("_") == std::string::npos)
        return no("file.name", "name");
    return stem + std::string(ending);
}

} // namespace radslag::storage
