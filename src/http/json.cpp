#include "http/json.h"

namespace radslag::http::json {

// RFC 8259 §7: quotes, backslashes and controls; '<' too, so that no answer read as a page has
// tags.
void text(std::string& out, std::string_view value) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        auto const c = static_cast<unsigned char>(value[i]);
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<') continue;
        out.append(value, from, i - from);
        from = i + 1;
        if (c == '"' || c == '\\') (out += '\\') += static_cast<char>(c);
        else if (c == '\n') out += "\\n";
        else ((out += "\\u00") += hex[c >> 4U]) += hex[c & 15U];
    }
    out.append(value, from);
    out += '"';
}

} // namespace radslag::http::json
