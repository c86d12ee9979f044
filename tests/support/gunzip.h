#pragma once
// Reads the coding "gzip" (RFC 1952) and looks at every part of it; throws when one is wrong.
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include <boost/beast/zlib/inflate_stream.hpp>

namespace radslag::test {

inline std::uint32_t crc_of(std::string_view bytes) { // bit by bit, as the standard writes it
    std::uint32_t crc = 0xffffffff;
    for (unsigned char byte : bytes) {
        crc ^= byte;
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xedb88320U : 0U);
    }
    return ~crc;
}

inline std::uint32_t little(std::string_view bytes) {
    std::uint32_t number = 0;
    for (int i = 3; i >= 0; --i)
        number = (number << 8U) | static_cast<unsigned char>(bytes[std::size_t(i)]);
    return number;
}

inline std::string gunzip(std::string_view packed) {
    namespace zlib = boost::beast::zlib;
    if (packed.size() < 18 || packed.substr(0, 4) != std::string_view("\x1f\x8b\x08\0", 4))
        throw std::runtime_error("no gzip head");
    zlib::inflate_stream inflate;
    zlib::z_params step;
    step.next_in = packed.data() + 10;
    step.avail_in = packed.size() - 18;
    std::string out;
    boost::beast::error_code done;
    while (!done) {
        auto const from = out.size();
        out.resize(from + 65536);
        step.next_out = out.data() + from;
        step.avail_out = 65536;
        inflate.write(step, zlib::Flush::sync, done);
        out.resize(out.size() - step.avail_out);
    }
    if (done != zlib::error::end_of_stream) throw std::runtime_error("deflate: " + done.message());
    auto const tail = packed.substr(packed.size() - 8);
    if (little(tail) != crc_of(out)) throw std::runtime_error("the check sum is wrong");
    if (little(tail.substr(4)) != out.size()) throw std::runtime_error("the size is wrong");
    return out;
}

} // namespace radslag::test
