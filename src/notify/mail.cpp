// One letter over the wire.
#include <algorithm>
#include <cctype>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include "notify/message.h"

namespace radslag::notify {
namespace {

constexpr long seconds_to_connect = 10;
constexpr long slowest = 1000, seconds_of_it = 30; // bytes a second
constexpr std::size_t longest_address = 254, longest_local_part = 64;

template <auto free> struct Frees {
    template <class T> void operator()(T* it) const { free(it); }
};
using Handle = std::unique_ptr<CURL, Frees<curl_easy_cleanup>>;
using Mime = std::unique_ptr<curl_mime, Frees<curl_mime_free>>;

class Lines { // a list that libcurl reads and we own
public:
    Lines() = default;
    Lines(Lines const&) = delete;
    Lines& operator=(Lines const&) = delete;
    ~Lines() { curl_slist_free_all(first_); }
    void add(std::string const& line) {
        auto* longer = curl_slist_append(first_, line.c_str());
        RADSLAG_SURE(longer != nullptr);
        first_ = longer;
    }
    [[nodiscard]] curl_slist* get() const { return first_; }

private:
    curl_slist* first_ = nullptr;
};

bool is_letter_or_digit(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_atom(char c) {
    return is_letter_or_digit(c) || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}
bool in_name(char c) { return is_letter_or_digit(c) || c == '.' || c == '-' || c == '_'; }

// Labels between dots, each of what `fits` lets through.
template <class Fits> bool is_dotted(std::string_view text, Fits fits) {
    while (true) {
        auto const dot = text.find('.');
        auto const label = text.substr(0, dot);
        if (label.empty() || !std::ranges::all_of(label, fits)) return false;
        if (dot == std::string_view::npos) return true;
        text.remove_prefix(dot + 1);
    }
}
bool is_host(std::string_view text) {
    return text.size() <= 253 && is_dotted(text, [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_fit(Letter const& letter) {
    auto const one_line = [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; };
    return is_mail_address(letter.to) && std::ranges::all_of(letter.subject, one_line) &&
           std::ranges::all_of(letter.enclosed, [](Enclosure const& one) {
               return !one.name.empty() && std::ranges::all_of(one.name, in_name);
           });
}

void must(CURLcode code) { RADSLAG_SURE(code == CURLE_OK); }

void add_part(curl_mime* mime, std::string const& content, char const* encoding,
              char const* name = nullptr) {
    auto* part = curl_mime_addpart(mime);
    RADSLAG_SURE(part != nullptr);
    must(curl_mime_data(part, content.data(), content.size()));
    must(curl_mime_type(part, "text/plain; charset=utf-8"));
    must(curl_mime_encoder(part, encoding));
    if (name != nullptr) must(curl_mime_filename(part, name));
}

void set_wire(CURL* curl, MailServer const& server) {
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, ""); // whatever the environment says
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, seconds_to_connect);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, slowest);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, seconds_of_it);
    curl_easy_setopt(curl, CURLOPT_URL, server.url.c_str());
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(server.needs_tls ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!server.authorities.empty())
        curl_easy_setopt(curl, CURLOPT_CAINFO, server.authorities.c_str());
    if (server.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
}

// Its sockets, and who may end it.
struct Waiting {
    std::stop_token stop;
    std::vector<curl_socket_t> sockets;
};
int keep_socket(void* waiting, curl_socket_t socket, curlsocktype) {
    static_cast<Waiting*>(waiting)->sockets.push_back(socket);
    return CURL_SOCKOPT_OK;
}
int is_closed(void* waiting, curl_socket_t socket) {
    std::erase(static_cast<Waiting*>(waiting)->sockets, socket);
    return ::close(socket);
}
// libcurl says QUIT before it leaves, and would wait two minutes for an answer.
int is_to_stop(void* waiting, curl_off_t, curl_off_t, curl_off_t, curl_off_t) {
    auto const& one = *static_cast<Waiting const*>(waiting);
    if (!one.stop.stop_requested()) return 0;
    for (auto socket : one.sockets) ::shutdown(socket, SHUT_RDWR);
    return 1;
}
void set_patience(CURL* curl, Waiting& waiting, long seconds) {
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, seconds);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, is_to_stop);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &waiting);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTFUNCTION, keep_socket);
    curl_easy_setopt(curl, CURLOPT_SOCKOPTDATA, &waiting);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETFUNCTION, is_closed);
    curl_easy_setopt(curl, CURLOPT_CLOSESOCKETDATA, &waiting);
}

// libcurl's words name neither addresses nor passwords; its buffer may hold what the server said.
Outcome<Answer> not_sent(CURL* curl, CURLcode code) {
    long answered = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answered);
    auto why = fmt::format("{} (its last answer: {})", curl_easy_strerror(code), answered);
    if (answered >= 500 && answered < 600 && code != CURLE_LOGIN_DENIED)
        return Answer{false, std::move(why)};
    return broken("The mail server did not take the letter.", std::move(why));
}

} // namespace

bool is_mail_address(std::string_view text) {
    auto const at = text.rfind('@');
    if (at == std::string_view::npos || text.size() > longest_address || at > longest_local_part)
        return false;
    return is_dotted(text.substr(0, at), is_atom) && is_host(text.substr(at + 1));
}

bool is_mail_url(std::string_view text) {
    for (std::string_view scheme : {"smtp://", "smtps://"}) {
        if (!text.starts_with(scheme)) continue;
        text.remove_prefix(scheme.size());
        auto const colon = text.find(':');
        if (!is_host(text.substr(0, colon))) return false;
        if (colon == std::string_view::npos) return true;
        auto const port = text.substr(colon + 1);
        return !port.empty() && port.size() <= 5 &&
               std::ranges::all_of(port, [](char c) { return c >= '0' && c <= '9'; });
    }
    return false;
}

Outcome<Answer> send(MailServer const& server, Letter const& letter, Instant now, Random& random,
                     Patience const& patience) {
    static CURLcode const ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    must(ready);
    RADSLAG_SURE(is_mail_url(server.url) && is_mail_address(server.from) && is_fit(letter));
    Waiting waiting{patience.stop, {}}; // longer than the handle
    Handle const handle(curl_easy_init());
    RADSLAG_SURE(handle != nullptr);
    auto* curl = handle.get();
    set_wire(curl, server);
    set_patience(curl, waiting, patience.seconds);
    Lines head;
    for (auto const& line : head_of(letter, server.from, now, random)) head.add(line);
    Lines whom;
    whom.add("<" + letter.to + ">");
    auto const from = "<" + server.from + ">";
    Mime const mime(curl_mime_init(curl));
    RADSLAG_SURE(mime != nullptr);
    add_part(mime.get(), with_line_ends(letter.text), "quoted-printable");
    for (auto const& one : letter.enclosed)
        add_part(mime.get(), one.content, "base64", one.name.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, whom.get());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, head.get());
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, mime.get());
    auto const code = curl_easy_perform(curl);
    if (code != CURLE_OK) return not_sent(curl, code);
    return Answer{true, {}};
}

} // namespace radslag::notify
