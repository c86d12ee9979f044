#pragma once
// Three words for trouble. A *refusal* is an expected no: a stable code and facts; the words are
// made in the reader's language from contract/refusals.toml. A *fault* is the world failing.
// A *bug* is an assertion, always on.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <tl/expected.hpp>

namespace radslag {

struct Refusal {
    std::string code;  // stable, as in contract/refusals.toml: "field.too_long"
    std::string field; // which field of the request it is about; empty: the whole
    std::vector<std::pair<std::string, std::string>> facts; // fill the {names} in the words

    Refusal with(std::string name, std::string value) && {
        facts.emplace_back(std::move(name), std::move(value));
        return std::move(*this);
    }
    bool operator==(Refusal const&) const = default;
};

inline Refusal refusal(std::string_view code, std::string_view field = {}) {
    return Refusal{std::string(code), std::string(field), {}};
}

// What the world did to us (disk, network). `told` is fit for a stranger's eyes, `logged` is not.
struct Fault {
    std::string told;
    std::string logged;
};

template <class T> using Result = tl::expected<T, Refusal>;
template <class T> using Outcome = tl::expected<T, Fault>;

inline tl::unexpected<Refusal> no(Refusal why) { return tl::unexpected<Refusal>(std::move(why)); }
inline tl::unexpected<Refusal> no(std::string_view code, std::string_view field = {}) {
    return no(refusal(code, field));
}
inline tl::unexpected<Fault> broken(std::string told, std::string logged) {
    return tl::unexpected<Fault>(Fault{std::move(told), std::move(logged)});
}

struct Bug {
    std::string where;
};
// A broken assumption ends this request (http/ catches it and logs without names); in tests it stops.
[[noreturn]] void bug(char const* what, char const* file, int line);

} // namespace radslag

#define RADSLAG_SURE(condition)                                                                    \
    do {                                                                                           \
        if (!(condition)) ::radslag::bug(#condition, __FILE__, __LINE__);                          \
    } while (false)
