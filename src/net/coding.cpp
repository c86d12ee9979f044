#include "net/net.h"

#include <boost/beast/zlib/deflate_stream.hpp>
#include <boost/crc.hpp>

#include "base/base.h"

namespace radslag::net {
namespace {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blank = " \t";
    auto const from = text.find_first_not_of(blank);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blank) - from + 1);
}

// "q=0", "q=0.", "q=0.000": not at all. A weight that cannot be read says nothing.
bool is_nothing(std::string_view parameters) {
    auto const at = parameters.find("q=");
    if (at == std::string_view::npos) return false;
    auto const weight = trimmed(parameters.substr(at + 2));
    return weight.starts_with('0') && weight.find_first_not_of("0.") == std::string_view::npos;
}

void append_little(std::string& out, std::uint32_t number) {
    for (int i = 0; i < 4; ++i) out += static_cast<char>(number >> (8 * i));
}

} // namespace

bool takes(Request const& request, std::string_view coding) {
    auto const accepted = lower_ascii(request.header("Accept-Encoding").value_or(""));
    bool any = false;
    for (std::string_view rest = accepted; !rest.empty();) {
        auto const end = rest.find(',');
        auto const one = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        auto const cut = one.find(';');
        auto const name = trimmed(one.substr(0, cut));
        bool const wanted = cut == std::string_view::npos || !is_nothing(one.substr(cut));
        if (name == coding) return wanted; // what is named counts before "*"
        if (name == "*") any = wanted;
    }
    return any;
}

std::string gzip(std::string_view bytes) {
    namespace zlib = boost::beast::zlib;
    static constexpr std::string_view head{"\x1f\x8b\x08\0\0\0\0\0\0\xff", 10};
    zlib::deflate_stream deflate; // raw, with the usual window
    std::string out(head);
    out.resize(head.size() + deflate.upper_bound(bytes.size()));
    zlib::z_params step;
    step.next_in = bytes.data();
    step.avail_in = bytes.size();
    step.next_out = out.data() + head.size();
    step.avail_out = out.size() - head.size();
    boost::beast::error_code done;
    deflate.write(step, zlib::Flush::finish, done);
    RADSLAG_SURE(done == zlib::error::end_of_stream && step.avail_in == 0);
    out.resize(head.size() + step.total_out);
    boost::crc_32_type check;
    check.process_bytes(bytes.data(), bytes.size());
    append_little(out, check.checksum());
    append_little(out, static_cast<std::uint32_t>(bytes.size()));
    return out;
}

} // namespace radslag::net
