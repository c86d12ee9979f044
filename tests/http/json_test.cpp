// What the JSON of an answer escapes: it is looked for eight bytes at a time.
#include "http/json.h"

#include <gtest/gtest.h>

namespace radslag::http {
namespace {

std::string written(std::string_view value) {
    std::string out;
    json::text(out, value);
    return out;
}

TEST(Json, EscapesWhereverItStands) {
    std::pair<char, std::string> const escaped[] = {{'"', "\\\""},     {'\\', "\\\\"},
                                                    {'<', "\\u003c"},  {'\n', "\\n"},
                                                    {'\0', "\\u0000"}, {'\x1f', "\\u001f"}};
    for (auto const& [byte, words] : escaped)
        for (std::size_t before = 0; before < 20; ++before)
            for (std::size_t after = 0; after < 20; ++after) {
                auto const value = std::string(before, 'a') + byte + std::string(after, 'b') + byte;
                EXPECT_EQ(written(value), '"' + std::string(before, 'a') + words +
                                              std::string(after, 'b') + words + '"');
            }
}

TEST(Json, LeavesEverythingElse) {
    std::string all;
    for (int byte = 0x20; byte < 0x100; ++byte)
        if (byte != '"' && byte != '\\' && byte != '<') all += static_cast<char>(byte);
    EXPECT_EQ(written(all), '"' + all + '"');
    EXPECT_EQ(written(""), "\"\"");
}

TEST(Json, NamesEveryField) {
    commands::view::Named const one{"a", "Åsa \"Ek\""};
    EXPECT_EQ(to_json(one), R"({"id":"a","name":"Åsa \"Ek\""})");
}

} // namespace
} // namespace radslag::http
