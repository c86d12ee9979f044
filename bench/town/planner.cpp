// Chooses what is asked for when measuring.
#include "bench/town/planner.h"

#include <iostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "bench/town/db.h"
#include "bench/town/plan.h"

namespace radslag::bench {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;

constexpr std::string_view act_name = "record_answer";

std::string text_of(Cells const& row, std::size_t at) { return std::get<std::string>(row[at]); }

class Planner {
public:
    Planner(fs::path const& database, commands::Books const& books, Staffing const& staffing,
            Sizes const& sizes)
        : front_(database, books), db_(database.string()), staffing_(staffing), sizes_(sizes) {}

    void all(fs::path const& folder, std::size_t plain_desk) {
        acts(); // first: it changes what is read
        cases();
        desks(plain_desk);
        lists();
        plan_.write(folder);
    }

private:
    // As somebody who works with it and sees most of it.
    std::optional<std::pair<Ask, Answered>> read(std::string const& case_id) {
        std::optional<std::pair<Ask, Answered>> best;
        for (auto const& row : db_.all("SELECT staff_id FROM duty WHERE case_id = ?", {case_id})) {
            Ask ask{staffing_.find(text_of(row, 0)), "GET", "/api/cases/" + case_id, {}};
            auto answered = front_.answer(ask);
            if (answered.response.status != 200) continue;
            if (!best || answered.response.body.size() > best->second.response.body.size())
                best.emplace(std::move(ask), std::move(answered));
        }
        return best;
    }

    void tell(std::string_view what, std::size_t asks, std::size_t bytes) {
        std::cout << fmt::format("  {:<6} {:>4} requests, {:>6} bytes on average\n", what, asks,
                                 asks == 0 ? 0 : bytes / asks);
    }

    void cases() {
        auto const ids = db_.all("SELECT case_id FROM glance ORDER BY case_id");
        auto const step = std::max<std::size_t>(ids.size() / sizes_.cases, 1);
        std::size_t asks = 0, bytes = 0;
        for (std::size_t i = 0; i < ids.size() && asks < sizes_.cases; i += step) {
            auto best = read(text_of(ids[i], 0));
            if (!best) continue;
            bytes += best->second.response.body.size();
            ++asks;
            plan_.add("case", best->first, best->second);
        }
        tell("case", asks, bytes);
    }

    std::string add(std::string const& kind, Ask const& ask, std::size_t& asks,
                    std::size_t& bytes) {
        auto const answered = front_.answer(ask);
        if (answered.response.status != 200)
            throw std::runtime_error(ask.target + ": " + answered.response.body);
        plan_.add(kind, ask, answered);
        ++asks;
        bytes += answered.response.body.size();
        return answered.response.body;
    }

    void desks(std::size_t plain_desk) {
        std::size_t asks = 0, bytes = 0;
        for (auto const& row :
             db_.all("SELECT staff_id FROM duty GROUP BY staff_id HAVING count(*) BETWEEN ? AND ?",
                     {static_cast<std::int64_t>(plain_desk / 2),
                      static_cast<std::int64_t>(plain_desk)}))
            add("desk", {staffing_.find(text_of(row, 0)), "GET", "/api/desk", {}}, asks, bytes);
        tell("desk", asks, bytes);
    }

    // The manager's list of what is late, nearest day first: the first page, and on from there.
    void lists() {
        std::size_t asks = 0, bytes = 0;
        for (auto const* account : staffing_.all()) {
            auto const manager = 1U << unsigned(process::Office::manager);
            if ((account->staff.offices & manager) == 0) continue;
            std::string const first = "/api/cases?order=due&late=true";
            Ask ask{account, "GET", first, {}};
            std::string next;
            for (int page = 0; page == 0 || (page < 10 && !next.empty()); ++page) {
                ask.target = first + (next.empty() ? "" : "&cursor=" + next);
                auto const body = add("list", ask, asks, bytes);
                next = bj::parse(body).at("next").as_string().c_str();
            }
        }
        tell("list", asks, bytes);
    }

    // Who can be recorded as answering, as the case itself tells.
    static std::string guest(std::string const& body) {
        auto const view = bj::parse(body);
        for (auto const& can : view.at("can").as_array())
            if (can.at("act").as_string() == bj::string_view(act_name.data(), act_name.size()) &&
                !can.at("for_whom").as_array().empty())
                return std::string(can.at("for_whom").as_array().front().at("id").as_string());
        return {};
    }

    void acts() {
        std::size_t asks = 0, bytes = 0;
        for (auto const& row : db_.all("SELECT DISTINCT case_id FROM invitation LIMIT 20000")) {
            if (asks == sizes_.acts) break;
            auto const id = text_of(row, 0);
            auto const best = read(id);
            auto const whom = best ? guest(best->second.response.body) : std::string{};
            if (whom.empty()) continue;
            auto answering = [&](std::string const& act_id) {
                return Ask{best->first.who, "POST",
                           fmt::format("/api/cases/{}/acts/{}", id, act_name),
                           fmt::format(R"({{"id":"{}","for_whom":"{}","told":"phone",)"
                                       R"("fields":{{"answer":"in_room"}}}})",
                                       act_id, whom)};
            };
            // The first act of a case that was copied begins its trail: that is asked of nobody.
            if (front_.act(answering(fmt::format("3{:025d}", asks))).status != 200) continue;
            auto const ask = answering(any_id);
            auto const answered = front_.answer(ask);
            if (answered.response.status != 200) continue;
            Before const before{
                std::stoll(db_.text("SELECT max(seq) FROM happening WHERE case_id = ?", {id})),
                std::stoll(
                    db_.text("SELECT coalesce(max(n), 0) FROM trail WHERE chain = ?", {id}))};
            plan_.add("act", ask, answered, before);
            ++asks;
            bytes += answered.response.body.size();
        }
        tell("act", asks, bytes);
        if (asks == 0) throw std::runtime_error("no case takes an answer to an invitation");
    }

    Front front_;
    Db db_;
    Plan plan_;
    Staffing const& staffing_;
    Sizes sizes_;
};

} // namespace

void plan(fs::path const& database, fs::path const& folder, commands::Books const& books,
          Staffing const& staffing, std::size_t plain_desk, Sizes const& sizes) {
    listen_to_all_connections();
    Planner(database, books, staffing, sizes).all(folder, plain_desk);
}

} // namespace radslag::bench
