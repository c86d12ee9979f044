#pragma once
// Reads the coding "gzip" (RFC 1952) with zlib, which looks at every part of it; throws when one is
// wrong.
#include <stdexcept>
#include <string>
#include <string_view>

#include <zlib.h>

namespace radslag::test {

inline std::string gunzip(std::string_view packed) {
    z_stream stream{};
    constexpr int gzip_alone = 15 + 16;
    if (inflateInit2(&stream, gzip_alone) != Z_OK) throw std::runtime_error("no zlib");
    // zlib reads only, and takes no const.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    std::string out;
    int said = Z_OK;
    while (said == Z_OK) {
        auto const from = out.size();
        out.resize(from + 65536);
        stream.next_out = reinterpret_cast<Bytef*>(out.data() + from);
        stream.avail_out = 65536;
        said = inflate(&stream, Z_NO_FLUSH);
        out.resize(out.size() - stream.avail_out);
    }
    auto const left = stream.avail_in;
    inflateEnd(&stream);
    if (said != Z_STREAM_END) throw std::runtime_error("gzip: " + std::to_string(said));
    if (left != 0) throw std::runtime_error("gzip: more after its end");
    return out;
}

} // namespace radslag::test
