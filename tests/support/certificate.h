#pragma once
// A certificate for localhost that signs itself, good for an hour, and its key; both as PEM files.
#include <string>

namespace radslag::test {

// `phrase`: the key is sealed with it; empty: it lies open.
void make_certificate(std::string const& certificate_file, std::string const& key_file,
                      int serial = 1, std::string phrase = {});

} // namespace radslag::test
