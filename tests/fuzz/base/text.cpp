// Lines and texts that people wrote.
#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

template <class Read> void check(std::string_view bytes, Read read, std::size_t limit) {
    auto const once = read(bytes);
    if (!once) return must_have_words(once.error());
    must(is_utf8(*once), "what is kept is UTF-8");
    must(code_points(*once) <= limit, "what is kept is within its limit");
    must(once->empty() || !is_invisible(*once), "what is kept can be seen");
    auto const twice = read(*once);
    must(twice && *twice == *once, "reading what is kept changes nothing");
}

void check_plain(std::string_view text) {
    auto const made = plain(text);
    must(made.at.size() == made.signs.size() + 1, "each sign has a place, and the end has");
    must(made.at.back() == text.size(), "the end is the text's");
    for (std::size_t i = 0; i + 1 < made.at.size(); ++i)
        must(made.at[i] <= made.at[i + 1], "places go on");
}

void play(std::string_view bytes) {
    for (std::size_t limit : {std::size_t{10}, line_limit})
        check(bytes, [&](std::string_view text) { return read_line(text, "f", limit); }, limit);
    for (std::size_t limit : {std::size_t{10}, text_limit})
        check(bytes, [&](std::string_view text) { return read_text(text, "f", limit); }, limit);
    if (is_utf8(bytes)) check_plain(bytes);
    lower_ascii(bytes);
}

Texts seeds() { return quoted_in("tests/base/text_test.cpp"); }
Texts words() {
    return {"\xe2\x80\x8b", "\xe2\x80\xa8", "\xe2\x80\xae", "\xef\xbb\xbf",
            "\xc2\xa0",     "\xcc\x8a",     "\xef\xb7\xba", "\xf0\x9f\x91\xa9\xe2\x80\x8d",
            "\xe3\x85\xa4", "\r\n",         "\t",           "\xed\xa0\x80"};
}

Joins const joins({"text", play, seeds, words, 10'000});

} // namespace
} // namespace radslag::fuzz
