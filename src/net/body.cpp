#include "net/body.h"

#include <algorithm>

namespace radslag::net {

namespace {

constexpr std::size_t most_overhead = 4 * 1024;
constexpr std::size_t most_digits = 15; // fits 64 bits with room to spare

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

} // namespace

BodyReader::BodyReader(std::optional<std::uint64_t> length, std::size_t limit)
    : chunked(!length), limit(limit), state(State::size) {
    if (chunked) return;
    left = *length;
    state = left == 0 ? State::done : State::data;
    if (left > limit) bad({413, "body_too_large"});
}

std::size_t BodyReader::take(std::string_view bytes, std::string& body) {
    std::size_t used = 0;
    while (used < bytes.size() && !done() && !wrong) {
        if (state == State::data) used += take_data(bytes.substr(used), body);
        else state = next(bytes[used++]);
    }
    return used;
}

std::size_t BodyReader::take_data(std::string_view bytes, std::string& body) {
    auto part = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes.size()));
    body.append(bytes.substr(0, part));
    left -= part;
    if (left == 0) state = chunked ? State::data_cr : State::done;
    return part;
}

BodyReader::State BodyReader::next(char c) {
    switch (state) {
    case State::size:
        return next_in_size(c);
    case State::extension:
        if (c == '\r') return State::size_end;
        if (c == '\n' || ++overhead > most_overhead) return bad({400, "bad_body"});
        return State::extension;
    case State::size_end:
        return c == '\n' ? after_size() : bad({400, "bad_body"});
    case State::data_cr:
        return expect(c, '\r', State::data_end);
    case State::data_end:
        return expect(c, '\n', State::size);
    case State::trailer:
        if (c == '\r') return State::last_end;
        [[fallthrough]];
    case State::trailer_line:
        if (c == '\r') return State::trailer_line_end;
        if (c == '\n' || ++overhead > most_overhead) return bad({400, "bad_body"});
        return State::trailer_line;
    case State::trailer_line_end:
        return expect(c, '\n', State::trailer);
    case State::last_end:
        return expect(c, '\n', State::done);
    case State::data:
    case State::done:
        break;
    }
    return state;
}

BodyReader::State BodyReader::next_in_size(char c) {
    if (int digit = hex(c); digit >= 0) {
        if (++digits > most_digits) return bad({400, "bad_body"});
        left = left * 16 + static_cast<std::uint64_t>(digit);
        return State::size;
    }
    if (digits == 0) return bad({400, "bad_body"});
    if (c == '\r') return State::size_end;
    return c == ';' || c == ' ' || c == '\t' ? State::extension : bad({400, "bad_body"});
}

BodyReader::State BodyReader::after_size() {
    digits = 0;
    overhead = 0;
    if (left == 0) return State::trailer;
    if (left > limit - total) return bad({413, "body_too_large"});
    total += static_cast<std::size_t>(left);
    return State::data;
}

BodyReader::State BodyReader::bad(Trouble trouble) {
    wrong = trouble;
    return state;
}

BodyReader::State BodyReader::expect(char c, char wanted, State then) {
    return c == wanted ? then : bad({400, "bad_body"});
}

} // namespace radslag::net
