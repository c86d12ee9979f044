#pragma once
// Word to those who are not here. So far by mail: one letter, handed to a mail server (RFC 5321) as a
// message with enclosures (RFC 5322, 2045). libcurl does the wire and the encodings.
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace radslag::notify {

struct MailServer {
    std::string url;            // "smtps://mail.example:465"; "smtp://mail.example:587" begins in the open
    std::string user, password; // empty: nobody signs in
    std::string from;           // the address that letters come from
    std::string authorities;    // PEM file of those whose certificates are believed; empty: the system's
    bool needs_tls = true;      // false: a relay on this machine is spoken to in the open
};

struct Enclosure {
    std::string name;    // letters, digits, '.', '-', '_'
    std::string content; // arrives byte for byte, as text/plain in UTF-8
};

struct Letter {
    std::string to;      // one address
    std::string subject; // UTF-8, one line
    std::string text;    // UTF-8, lines end with '\n'
    std::vector<Enclosure> enclosed;
};

// A plain address (RFC 5321 Mailbox without quotes, comments and address literals), 254 bytes at most.
bool is_mail_address(std::string_view text);
// "smtp://host", "smtps://host:465": a scheme, a host, perhaps a port, and nothing else.
bool is_mail_url(std::string_view text);

// What the server said of a letter: that it has it, or that it will never take this one (RFC 5321 4.2.1: 5xx).
struct Answer {
    bool has_it = false;
    std::string why; // it will not; for the log
};

struct Patience {
    long seconds = 600;   // for a letter in all
    std::stop_token stop; // ends it within a second
};

// Gives the letter to the server and waits for its word, no longer than 30 seconds while less than 1,000
// bytes a second go. A fault: the server is not there or knows us not, or nobody knows. Where TLS is needed
// nothing is said before it, and an unknown certificate ends it. Throws Bug where the letter is not of the
// form above.
Outcome<Answer> send(MailServer const& server, Letter const& letter, Instant now, Random& random,
                     Patience const& patience = {});

} // namespace radslag::notify
