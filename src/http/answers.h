#pragma once
// Answers: a view with its status, a no in the reader's language, and the headers of each of them.
#include "http/http.h"
#include "http/json.h"
#include "http/words.h"

namespace radslag::http {

int status_of(commands::No const& no);
net::Response told(commands::No const& no, RefusalWords const& words, std::string_view language);
net::Response told(int status, Refusal const& why, RefusalWords const& words,
                   std::string_view language);

template <class T> net::Response told(T const& view, int status = 200) {
    net::Response response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = to_json(view);
    return response;
}

// What every answer carries: nothing inline, nothing foreign, in no frame, to no other origin.
void add_headers(net::Response& response, bool secure, bool api);

} // namespace radslag::http
