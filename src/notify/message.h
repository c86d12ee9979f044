#pragma once
// The head of a message (RFC 5322), as lines.
#include "notify/notify.h"

namespace radslag::notify {

// UTF-8 as a header's value: ASCII as it is, else in encoded words (RFC 2047), folded.
std::string encoded(std::string_view text);
// "Sat, 28 Nov 2026 04:12:00 +0000"
std::string written_date(Instant now);
// Each line without its end.
std::vector<std::string> head_of(Letter const& letter, std::string const& from, Instant now,
                                 Random& random);
// Every line ends with CR LF.
std::string with_line_ends(std::string_view text);

} // namespace radslag::notify
