// Which codings a request takes, and the one that we make.
#include "net/net.h"
#include "support/gunzip.h"

#include <gtest/gtest.h>

namespace radslag::net {
namespace {

Request asking(std::string const& accepted) {
    Request request;
    request.headers.emplace("Accept-Encoding", accepted);
    return request;
}

TEST(Coding, IsTakenWhenItIsNamedAndNotWeighedNothing) {
    EXPECT_FALSE(takes(Request{}, "gzip"));
    for (auto const* yes :
         {"gzip", "deflate, gzip", "gzip, deflate, br, zstd", "GZIP", " gzip ;q=0.5",
          "br;q=1.0,gzip;q=0.8,*;q=0", "*", "identity;q=0, *;q=0.1", "gzip;q=0.001",
          "gzip;q=rubbish", "*;q=0, gzip"})
        EXPECT_TRUE(takes(asking(yes), "gzip")) << yes;
    for (auto const* no : {"", "br", "xgzip", "gzipped", "gzip;q=0", "gzip; q=0", "gzip;q=0.000",
                           "*;q=0", "*, gzip;q=0", "deflate;q=0.5", "identity"})
        EXPECT_FALSE(takes(asking(no), "gzip")) << no;
}

TEST(Coding, GzipTellsTheSameBytesAgain) {
    std::string every;
    for (int i = 0; i < 256; ++i) every += static_cast<char>(i);
    std::string random;
    std::uint32_t seed = 20261122;
    for (int i = 0; i < 200'000; ++i) {
        seed = seed * 1664525 + 1013904223;
        random += static_cast<char>(seed >> 24U);
    }
    for (auto const& bytes :
         {std::string{}, std::string("x"), every, random, std::string(1'000'000, 'a')})
        EXPECT_TRUE(test::gunzip(gzip(bytes)) == bytes) << bytes.size();
    EXPECT_LT(gzip(std::string(1'000'000, 'a')).size(), 2000U);
}

} // namespace
} // namespace radslag::net
