#include "http/body.h"

#include <set>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/value_stack.hpp>

namespace radslag::http {
namespace {

namespace bj = boost::json;
using bj::error_code;
using Complaints = std::vector<Refusal>;

constexpr std::size_t depth_limit = 8;

// Builds the value as Boost's own handler does, and remembers the keys of each open object: Boost
// lets the last of two keys win in silence.
struct Handler {
    static constexpr std::size_t max_object_size = 1000;
    static constexpr std::size_t max_array_size = 1000;
    static constexpr std::size_t max_key_size = 200;
    static constexpr std::size_t max_string_size = 1'000'000;

    bj::value_stack stack;
    std::vector<std::set<std::string>> keys;
    std::string key, twice;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) {
        keys.emplace_back();
        return true;
    }
    bool on_object_end(std::size_t n, error_code&) {
        keys.pop_back();
        stack.push_object(n);
        return true;
    }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t n, error_code&) {
        stack.push_array(n);
        return true;
    }
    bool on_key_part(bj::string_view part, std::size_t, error_code&) {
        key.append(part.data(), part.size());
        stack.push_chars(part);
        return true;
    }
    bool on_key(bj::string_view part, std::size_t, error_code& ec) {
        key.append(part.data(), part.size());
        if (!keys.back().insert(key).second) {
            twice = key;
            ec = bj::error::syntax;
            return false;
        }
        key.clear();
        stack.push_key(part);
        return true;
    }
    bool on_string_part(bj::string_view part, std::size_t, error_code&) {
        stack.push_chars(part);
        return true;
    }
    bool on_string(bj::string_view part, std::size_t, error_code&) {
        stack.push_string(part);
        return true;
    }
    bool on_number_part(bj::string_view, error_code&) { return true; }
    bool on_int64(std::int64_t i, bj::string_view, error_code&) {
        stack.push_int64(i);
        return true;
    }
    bool on_uint64(std::uint64_t u, bj::string_view, error_code&) {
        stack.push_uint64(u);
        return true;
    }
    bool on_double(double d, bj::string_view, error_code&) {
        stack.push_double(d);
        return true;
    }
    bool on_bool(bool b, error_code&) {
        stack.push_bool(b);
        return true;
    }
    bool on_null(error_code&) {
        stack.push_null();
        return true;
    }
    bool on_comment_part(bj::string_view, error_code&) { return true; }
    bool on_comment(bj::string_view, error_code&) { return true; }
};

std::string text_of(bj::string const& text) { return {text.data(), text.size()}; }

// A value of a field, as the acts know them; nothing for what none of them takes.
std::optional<commands::Value> value_of(bj::value const& value) {
    if (auto const* text = value.if_string()) return commands::Value(text_of(*text));
    if (auto const* number = value.if_int64()) return commands::Value(*number);
    if (auto const* yes = value.if_bool()) return commands::Value(*yes);
    auto const* list = value.if_array();
    if (list == nullptr) return {};
    std::vector<std::string> texts;
    for (auto const& one : *list) {
        auto const* text = one.if_string();
        if (text == nullptr) return {};
        texts.push_back(text_of(*text));
    }
    return commands::Value(std::move(texts));
}

void read_fields(bj::value const& value, commands::Request& request, Complaints& all) {
    auto const* fields = value.if_object();
    if (fields == nullptr)
        return all.push_back(refusal("field.asks_object", "fields"));
    for (auto const& [key, one] : *fields) {
        if (auto read = value_of(one)) request.fields.emplace(std::string(key), std::move(*read));
        else all.push_back(refusal("field.asks_text", std::string(key)));
    }
}

void read_text(bj::value const& value, std::string_view name, std::string& into, Complaints& all) {
    auto const* text = value.if_string();
    if (text == nullptr) all.push_back(refusal("field.asks_text", name));
    else if (text->empty()) all.push_back(refusal("field.missing", name));
    else into = text_of(*text);
}

void read_key(std::string_view key, bj::value const& value, commands::Request& request,
              Complaints& all) {
    if (key == "fields") return read_fields(value, request, all);
    if (key == "base") {
        if (auto const* base = value.if_int64()) request.base = *base;
        else all.push_back(refusal("field.asks_number", "base"));
        return;
    }
    if (key == "id") {
        auto const* text = value.if_string();
        auto id = text != nullptr ? ActId::read(text_of(*text)) : std::nullopt;
        if (id) request.id = *id;
        else all.push_back(refusal("act.id", "id"));
        return;
    }
    if (key == "about") return read_text(value, key, request.about, all);
    if (key == "for_whom") return read_text(value, key, request.for_whom, all);
    if (key == "told") return read_text(value, key, request.told, all);
    if (key == "told_on") return read_text(value, key, request.told_on, all);
    all.push_back(refusal("field.unknown", key));
}

} // namespace

Result<bj::object> read_object(std::string_view body) {
    bj::parse_options options;
    options.max_depth = depth_limit;
    bj::basic_parser<Handler> parser(options);
    auto& handler = parser.handler();
    handler.stack.reset();
    error_code error;
    auto const read = parser.write_some(false, body.data(), body.size(), error);
    if (!handler.twice.empty()) return no(refusal("body.key_twice").with("key", handler.twice));
    if (error == bj::error::too_deep)
        return no(refusal("body.too_deep").with("limit", std::to_string(depth_limit)));
    bool const rest = body.find_first_not_of(" \t\r\n", read) != std::string_view::npos;
    if (error || !parser.done() || rest)
        return no(refusal("body.not_json").with("at", std::to_string(read + 1)));
    auto value = handler.stack.release();
    if (!value.is_object()) return no("body.not_object");
    return std::move(value.get_object());
}

tl::expected<std::map<std::string, std::string>, Complaints>
read_texts(std::string_view body, std::initializer_list<std::string_view> names) {
    auto object = read_object(body);
    if (!object) return tl::unexpected(Complaints{std::move(object.error())});
    Complaints all;
    std::map<std::string, std::string> texts;
    for (auto const& [key, value] : *object) {
        if (std::find(names.begin(), names.end(), std::string_view(key)) == names.end())
            all.push_back(refusal("field.unknown", std::string(key)));
        else read_text(value, std::string(key), texts[std::string(key)], all);
    }
    for (auto name : names)
        if (!object->contains(bj::string_view(name.data(), name.size())))
            all.push_back(refusal("field.missing", name));
    if (!all.empty()) return tl::unexpected(std::move(all));
    return texts;
}

tl::expected<commands::Request, Complaints> read_act(std::string_view body) {
    auto object = read_object(body);
    if (!object) return tl::unexpected(Complaints{std::move(object.error())});
    commands::Request request;
    Complaints all;
    for (auto const& [key, value] : *object) read_key(std::string(key), value, request, all);
    if (!object->contains("id")) all.push_back(refusal("act.id", "id"));
    if (!all.empty()) return tl::unexpected(std::move(all));
    return request;
}

} // namespace radslag::http
