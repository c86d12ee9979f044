#pragma once
// Takes a request's body out of the bytes that arrive: counted or in chunks (RFC 9112, 6 and 7.1).

#include "net/net.h"

namespace radslag::net {

class BodyReader {
public:
    /// length: what Content-Length says; nothing for chunks.
    BodyReader(std::optional<std::uint64_t> length, std::size_t limit);

    /// Appends to body and says how many bytes were used; with trouble the rest is worthless.
    std::size_t take(std::string_view bytes, std::string& body);
    bool done() const { return state == State::done; }
    std::optional<Trouble> trouble() const { return wrong; }

private:
    enum class State {
        data, // counted, or within a chunk
        size,
        extension,
        size_end, // the LF expected next
        data_cr,
        data_end,
        trailer, // at the start of a line
        trailer_line,
        trailer_line_end,
        last_end,
        done,
    };

    std::size_t take_data(std::string_view bytes, std::string& body);
    State next(char c);
    State next_in_size(char c);
    State after_size();
    State bad(Trouble trouble);
    State expect(char c, char wanted, State then);

    bool const chunked;
    std::size_t const limit;
    State state;
    std::uint64_t left = 0;   // of the data under way
    std::size_t total = 0;    // of all chunks announced
    std::size_t digits = 0;   // of the chunk's size
    std::size_t overhead = 0; // extension of this chunk, or the trailer
    std::optional<Trouble> wrong;
};

} // namespace radslag::net
