// A file from outside: what it is, and what it is called.
#include "storage/content.h"

#include "fuzz/target.h"

namespace radslag::fuzz {
namespace {

using commands::FileType;

// The first line is what it is called, the rest what is in it.
void play(std::string_view bytes) {
    auto const cut = std::min(bytes.find('\n'), bytes.size());
    auto const name = bytes.substr(0, cut), inside = bytes.substr(std::min(cut + 1, bytes.size()));
    auto const type = storage::type_of(inside);
    for (auto word : words(FileType{})) {
        auto const read = storage::read_type(word, inside);
        must(!read || (type && *type == *read && radslag::word(*type) == word),
             "only what is there is taken");
        must(inside.empty() || bool(read) == (type && radslag::word(*type) == word),
             "what is there is taken");
    }
    must(!storage::read_type("text/html", inside) && !storage::read_type("image/svg+xml", inside),
         "nothing that acts");
    if (type == FileType::text)
        must(is_utf8(inside) && inside.find('\0') == std::string_view::npos, "text is text");
    for (auto one : {FileType::pdf, FileType::text}) {
        auto const called = storage::read_file_name(name, one);
        if (!called) continue;
        must(is_utf8(*called) && code_points(*called) <= commands::file_name_limit, "a line");
        must(called->find_first_of("/\\<>:\"|?*\n") == std::string::npos && called->front() != '.',
             "good on every disk");
        must(called->ends_with(one == FileType::pdf ? ".pdf" : ".txt"), "it ends as it is");
        must(storage::read_file_name(*called, one) == called, "read again it is the same");
    }
}

Texts seeds() {
    return {"Brev.txt\nKära ni,\r\nvi ses.",
            "C:\\a\\Beslut.pdf\n%PDF-1.7\n1 0 obj <</Type /Catalog>>\n%%EOF\n",
            std::string("a.png\n\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0IEND\xae\x42\x60\x82", 34),
            "a.jpg\n\xff\xd8\xff\xe0 and so on",
            std::string("a.webp\nRIFF\x0c\0\0\0WEBPVP8L1234", 27),
            "x.svg\n<svg onload='x'/>"};
}
Texts words_of() {
    return {"%PDF-1.", "%%EOF", "/JavaScript",  "IEND", "RIFF", "WEBPVP8X",
            "<!",      "<svg",  "\xef\xbb\xbf", ".pdf", ".exe", "../"};
}

Joins const joins({"content", play, seeds, words_of, 20'000});

} // namespace
} // namespace radslag::fuzz
