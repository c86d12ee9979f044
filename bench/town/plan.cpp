#include "bench/town/plan.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

namespace radslag::bench {
namespace {

namespace bj = boost::json;

// The request as bytes, after a line with their number.
void write_request(std::ostream& out, Ask const& ask) {
    auto head = fmt::format("{} {} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: sv\r\n"
                            "Cookie: radslag={}\r\n",
                            ask.method, ask.target, ask.who->token);
    if (!ask.body.empty())
        head += fmt::format("Content-Type: application/json\r\nX-CSRF: {}\r\n"
                            "Content-Length: {}\r\n",
                            ask.who->csrf, ask.body.size());
    head += "\r\n" + ask.body;
    out << head.size() << "\n" << head;
}

// The columns of an INSERT, in their order.
std::vector<std::string_view> columns_of(std::string_view sql) {
    std::vector<std::string_view> columns;
    if (!sql.starts_with("INSERT")) return columns;
    auto const from = sql.find('(') + 1;
    for (auto rest = sql.substr(from, sql.find(')') - from); !rest.empty();) {
        auto const end = std::min(rest.find(','), rest.size());
        columns.push_back(rest.substr(0, end));
        rest.remove_prefix(std::min(rest.size(), end + 2));
    }
    return columns;
}

// In an act the numbers of the happening and of the trail's entry go on from the last ones, and the
// id is the client's.
bj::array values_of(Ran const& ran, Before const& before) {
    bool const of_trail = ran.sql.starts_with("INSERT INTO trail");
    auto const columns = columns_of(ran.sql);
    bj::array all;
    for (std::size_t i = 0; i < ran.values.size(); ++i) {
        auto const* number = std::get_if<std::int64_t>(&ran.values[i]);
        auto const* text = std::get_if<std::string>(&ran.values[i]);
        if (number != nullptr && i < columns.size() && columns[i] == "seq")
            all.push_back(bj::object{{"seq", *number - before.seq}});
        else if (number != nullptr && of_trail && columns[i] == "n")
            all.push_back(bj::object{{"entry", *number - before.entry}});
        else if (number != nullptr) all.emplace_back(*number);
        else if (text != nullptr && *text == any_id) all.push_back(bj::object{{"act", 1}});
        else if (text != nullptr) all.emplace_back(*text);
        else all.emplace_back(nullptr);
    }
    return all;
}

// What a request has read once need not be read again by a server that decides nothing; and our
// reader fixes the moment that it sees by a read of its own.
bool is_needed(std::vector<Ran> const& all, Ran const& ran) {
    // Once a minute it is noted that a session lives: that belongs to no request.
    if (!ran.sql.starts_with("SELECT")) return !ran.sql.starts_with("INSERT INTO session");
    if (ran.sql.find(" FROM migration") != std::string::npos) return false;
    auto first = std::ranges::find_if(
        all, [&](Ran const& one) { return one.sql == ran.sql && one.values == ran.values; });
    return &*first == &ran;
}

} // namespace

std::int64_t Plan::place(std::string const& sql) {
    auto [at, fresh] = places_.try_emplace(sql, static_cast<std::int64_t>(places_.size()));
    if (fresh) sql_.emplace_back(sql);
    return at->second;
}

void Plan::add(std::string const& kind, Ask const& ask, Answered const& answered,
               Before const& before) {
    write_request(requests_[kind], ask);
    bj::array steps;
    for (auto const& ran : answered.ran)
        if (is_needed(answered.ran, ran))
            steps.push_back(bj::array{place(ran.sql), values_of(ran, before)});
    asks_.push_back(bj::object{{"kind", kind},
                               {"method", ask.method},
                               {"target", ask.target},
                               {"token", ask.who->token},
                               {"steps", std::move(steps)},
                               {"answer", answered.response.body}});
    for (auto const& [name, value] : answered.response.headers) headers_[name] = value;
}

void Plan::write(std::filesystem::path const& folder) const {
    std::ofstream(folder / "plan.json")
        << bj::serialize(bj::object{{"sql", sql_}, {"headers", headers_}, {"asks", asks_}});
    for (auto const& [kind, requests] : requests_)
        std::ofstream(folder / (kind + ".http")) << requests.str();
}

} // namespace radslag::bench
