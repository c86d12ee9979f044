// Bodies of requests.
#include <algorithm>

#include <boost/json.hpp>

#include "fuzz/target.h"
#include "http/body.h"

namespace radslag::fuzz {
namespace {

namespace bj = boost::json;

std::size_t depth(bj::value const& value) {
    std::size_t deepest = 0;
    if (auto const* object = value.if_object())
        for (auto const& [key, one] : *object) deepest = std::max(deepest, depth(one));
    else if (auto const* list = value.if_array())
        for (auto const& one : *list) deepest = std::max(deepest, depth(one));
    else return 0;
    return deepest + 1;
}

// Nobody takes decimals; how Boost rounds them on the way is not looked at.
bool is_whole(bj::value const& value) {
    if (auto const* object = value.if_object())
        return std::ranges::all_of(*object, [](auto const& one) { return is_whole(one.value()); });
    if (auto const* list = value.if_array()) return std::ranges::all_of(*list, is_whole);
    return !value.is_double();
}

void check_object(std::string_view bytes) {
    auto const object = http::read_object(bytes);
    if (!object) return must_have_words(object.error());
    must(depth(*object) <= 8, "no deeper than eight");
    if (!is_whole(bj::value(*object))) return;
    boost::system::error_code wrong;
    auto const plain = bj::parse({bytes.data(), bytes.size()}, wrong);
    must(!wrong && plain == bj::value(*object), "Boost's own reader says the same");
    auto const again = http::read_object(bj::serialize(*object));
    must(again && *again == *object, "written and read it is the same");
}

void check_texts(std::string_view bytes) {
    auto const texts = http::read_texts(bytes, {"mail", "password", "code"});
    if (!texts)
        for (auto const& why : texts.error()) must_have_words(why);
    else
        for (auto const& [name, text] : *texts)
            must(!text.empty() && is_utf8(text) && texts->size() == 3, "all three, none empty");
}

void check_act(std::string_view bytes) {
    auto const act = http::read_act(bytes);
    if (!act) {
        must(!act.error().empty(), "a no is told why");
        for (auto const& why : act.error()) must_have_words(why);
        return;
    }
    must(is_id_text(act->id.text), "an act has an id");
    for (auto const& [name, value] : act->fields) {
        must(is_utf8(name), "a name is UTF-8");
        if (auto const* text = std::get_if<std::string>(&value)) must(is_utf8(*text), "UTF-8");
    }
}

void play(std::string_view bytes) {
    check_object(bytes);
    check_texts(bytes);
    check_act(bytes);
}

Texts seeds() {
    return {
        R"({"mail":"a@b.example","password":"ord efter ord","code":"123456"})",
        R"({"id":"0123456789abcdefghjkmnpqrs","base":3,"about":"x","for_whom":"y","told":"phone",)"
        R"("told_on":"2026-11-27","fields":{"a":"b","n":7,"y":true,"l":["x","z=\u00e5"]}})",
        R"({"a":[[[[[[[1]]]]]]]})",
        R"({"a":[[[[[[[[1]]]]]]]]})",
        R"({"b":{"a":1,"\u0061":2}})",
        R"({"a":1e5,"b":-0.5,"c":null,"d":18446744073709551615})",
        "{\"\\ud83d\\ude00\":\"\\ud800\"}",
        " {} ",
        "[1]",
        R"({"a":1,"a":2})"};
}
Texts words() {
    return {"{\"a\":",      "[",       "]",       "}",
            "\\u0000",      "\\ud83d", "\\ude00", "\xf0\x9f\x98\x80",
            "\xed\xa0\x80", "1e999",   "-0",      "9223372036854775808",
            "\"fields\":{", "\"id\":", "null",    "true",
            "//",           ","};
}

Joins const joins({"json", play, seeds, words, 20'000});

} // namespace
} // namespace radslag::fuzz
