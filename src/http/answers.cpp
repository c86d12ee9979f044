#include "http/answers.h"

#include <algorithm>

namespace radslag::http {

namespace view = commands::view;
using commands::No;

int status_of(No const& no) {
    if (!no.why.empty() && no.why.front().code == "house.busy") return 429;
    switch (no.kind) {
    case No::Kind::form:
        return 400;
    case No::Kind::not_yours:
        return 403;
    case No::Kind::not_there:
        return 404;
    case No::Kind::not_now:
    case No::Kind::conflict:
        return 409;
    case No::Kind::fault:
        break;
    }
    return 503;
}

net::Response told(No const& no, RefusalWords const& words, std::string_view language) {
    RADSLAG_SURE(!no.why.empty());
    view::Trouble trouble;
    trouble.code = no.why.front().code;
    trouble.message = words.tell(no.why.front(), language);
    for (auto const& why : no.why) {
        if (why.field.empty()) continue;
        auto at = std::ranges::find(trouble.fields_, why.field, &view::Filled::field);
        if (at == trouble.fields_.end())
            at = trouble.fields_.insert(trouble.fields_.end(), {why.field, {}});
        at->value.push_back(words.tell(why, language));
    }
    trouble.theirs = no.theirs;
    auto response = told(trouble, status_of(no));
    if (response.status == 429) response.headers.emplace_back("Retry-After", "2");
    return response;
}

net::Response told(int status, Refusal const& why, RefusalWords const& words,
                   std::string_view language) {
    auto response = told(No{No::Kind::form, {why}, {}}, words, language);
    response.status = status;
    return response;
}

void add_headers(net::Response& response, bool secure, bool api) {
    auto& all = response.headers;
    all.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; manifest-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'");
    all.emplace_back("X-Content-Type-Options", "nosniff");
    all.emplace_back("Referrer-Policy", "no-referrer");
    all.emplace_back("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()");
    all.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    all.emplace_back("Cross-Origin-Resource-Policy", "same-origin");
    if (secure) all.emplace_back("Strict-Transport-Security", "max-age=31536000");
    if (api) all.emplace_back("Cache-Control", "no-store");
}

} // namespace radslag::http
