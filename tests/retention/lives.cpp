// 500 made-up cases as JSON, one to a line: what their tables hold, and the days that the program
// tells. recompute.py comes to its own days from the tables and the rules' files.
#include <filesystem>
#include <fstream>
#include <iostream>

#include <boost/json.hpp>
#include <fmt/format.h>

#include "process/process.h"
#include "retention/retention.h"

namespace radslag::retention {
namespace {

namespace bj = boost::json;
namespace fs = std::filesystem;
using process::Function;
using workflow::CaseFile;
using workflow::Happening;

std::vector<process::ModelFile> files_of(fs::path const& folder) {
    std::vector<process::ModelFile> files;
    for (auto const& entry : fs::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in(entry.path());
        files.push_back({entry.path().string(), {std::istreambuf_iterator<char>(in), {}}});
    }
    std::ranges::sort(files, {}, &process::ModelFile::path);
    return files;
}

// Days on which a careless reckoning goes wrong.
constexpr std::string_view hard_days[] = {
    "2024-02-28", "2024-02-29", "2024-03-01", "2025-06-30", "2025-07-01", "2026-06-30",
    "2026-07-01", "2028-02-29", "2025-08-31", "2025-12-31", "2026-01-01", "2030-12-31",
    "2031-01-01", "2027-02-28", "2027-03-01", "2028-01-31", "2029-03-31"};
constexpr std::string_view hard_births[] = {"2004-02-29", "2008-02-29", "1998-07-05", "2011-10-25",
                                            "1996-02-29", "2000-12-31", "2016-02-29", "1999-03-01"};

class Maker {
public:
    Maker(process::Library const& library, std::uint64_t seed) : random_(seed) {
        for (auto const& model : library.all()) books_.emplace_back(model);
    }
    bj::object make(process::Retention const& rules);

private:
    template <class N> N up_to(N n) {
        return static_cast<N>(random_.next() % static_cast<std::uint64_t>(n));
    }
    bool one_in(int n) { return up_to(n) == 0; }
    template <class R> R row() {
        R r;
        r.id = decltype(r.id)::make(random_);
        return r;
    }
    Date day(int from, int years) {
        if (one_in(3)) return *read_date(hard_days[up_to(std::size(hard_days))]);
        return add_days(Date{std::chrono::year{from} / 1 / 1}, up_to(365 * years));
    }
    // Near midnight as often as not: the day is the organisation's.
    Instant moment(Date date) {
        auto minutes = one_in(2) ? up_to(1440) : one_in(2) ? 1439 : 0;
        return instant_of(zone_, date, Minutes{minutes});
    }
    std::string role(Function function);
    people::Person person(Function function);
    void add_people();
    void add_rows();
    void add_happenings();
    void end();

    SeededRandom random_;
    std::vector<workflow::RuleBook> books_;
    workflow::RuleBook const* book_ = nullptr;
    std::string zone_;
    CaseFile file_;
    std::vector<Happening> happenings_;
    std::vector<StaffId> staff_;
};

std::string Maker::role(Function function) {
    std::vector<std::string> roles;
    for (auto const& role : book_->model().roles)
        if (role.is == function) roles.push_back(role.id);
    return roles.empty() ? std::string{} : roles[up_to(roles.size())];
}

people::Person Maker::person(Function function) {
    auto p = row<people::Person>();
    p.name = "Någon";
    p.role = role(function);
    p.named_at = moment(day(2023, 8));
    return p;
}

void Maker::add_people() {
    for (auto n = up_to(4); n > 0; --n) {
        auto main = person(Function::main_person);
        if (!one_in(8))
            main.born = one_in(2) ? *read_date(hard_births[up_to(std::size(hard_births))])
                                  : Date{std::chrono::year{1990 + up_to(30)} / (1 + up_to(12)) /
                                         (1 + up_to(28))};
        if (one_in(6)) main.taken_off_at = main.named_at;
        file_.put(main);
    }
    for (auto function : {Function::network, Function::network, Function::network,
                          Function::professional, Function::support, Function::speaks_for})
        if (auto p = person(function); !p.role.empty() && !one_in(3)) {
            if (one_in(5)) p.taken_off_at = p.named_at;
            file_.put(p);
        }
    for (int n = 0; n < 2; ++n) {
        auto worker = person(Function::case_worker);
        worker.staff = staff_.emplace_back(StaffId::make(random_));
        file_.put(worker);
    }
}

void Maker::add_rows() {
    auto const all = file_.all<people::Person>();
    auto anybody = [&] { return all[up_to(all.size())].id; };
    if (one_in(2)) file_.put(row<casepapers::Paper>());
    if (one_in(3)) file_.put(row<referral::Description>());
    if (one_in(2)) {
        auto action = row<plan::Action>();
        action.owner = anybody();
        file_.put(action);
    }
    for (auto n = up_to(3); n > 0; --n) {
        auto m = row<meeting::Meeting>();
        m.day = day(2023, 8);
        if (!one_in(4)) m.opened_at = moment(m.day);
        if (!one_in(4)) m.ended_at = moment(m.day);
        file_.put(m);
        if (one_in(2)) continue;
        auto invitation = row<circle::Invitation>();
        invitation.person = anybody();
        file_.put(invitation);
    }
    auto of_somebody = [&]<class R>(R r) {
        r.person = anybody();
        if (one_in(3)) file_.put(r);
    };
    of_somebody(row<meeting::Account>());
    of_somebody(row<consent::Consent>());
    of_somebody(row<preparation::Prepared>());
    of_somebody(row<preparation::OwnWords>());
    of_somebody(row<meeting::Seat>());
    if (one_in(3)) file_.put(row<evaluation::Answers>());
    for (int n = 0; n < 2; ++n) {
        if (one_in(2)) continue;
        auto note = row<circle::SafetyNote>();
        note.about = anybody();
        file_.put(note);
        auto contact = row<people::Contact>();
        contact.id = anybody();
        file_.put(contact);
        auto decision = row<circle::Decision>();
        decision.about = anybody();
        decision.by = anybody();
        file_.put(decision);
    }
    if (one_in(3)) {
        auto speaks = row<people::Speaks>();
        speaks.guardian = anybody();
        speaks.whom = anybody();
        file_.put(speaks);
    }
}

void Maker::add_happenings() {
    auto const people = file_.all<people::Person>();
    bool const silent = one_in(6); // what it wrote was erased
    for (auto n = 1 + up_to(6); n > 0; --n) {
        Happening h;
        h.seq = static_cast<std::int64_t>(happenings_.size()) + 1;
        h.name = "something";
        h.at = moment(day(2023, 8));
        if (!one_in(4)) h.staff = staff_[up_to(staff_.size())];
        if (one_in(5)) h.by = people[up_to(people.size())].id;
        if (one_in(8)) h.for_whom = people[up_to(people.size())].id;
        if (!silent) h.changes.push_back({"question", "x", {}, Cells{}});
        happenings_.push_back(std::move(h));
    }
}

void Maker::end() {
    auto c = row<conference::Conference>();
    c.status_since = moment(day(2023, 8));
    c.status = static_cast<conference::Status>(up_to(4));
    if (one_in(2)) c.status = conference::Status::closed;
    file_.put(c);
}

template <class R> bj::array rows_of(std::vector<R> const& all) {
    bj::array told;
    for (auto const& row : all) {
        bj::object one;
        auto const cells = to_cells(row);
        auto const names = columns<R>();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            auto const name = bj::string(names[i].name.data(), names[i].name.size());
            if (auto const* number = std::get_if<std::int64_t>(&cells[i])) one[name] = *number;
            else if (auto const* text = std::get_if<std::string>(&cells[i])) one[name] = *text;
            else one[name] = nullptr;
        }
        told.push_back(std::move(one));
    }
    return told;
}

bj::value day_or_nothing(std::optional<Date> date) {
    return date ? bj::value(write_date(*date)) : bj::value(nullptr);
}

bj::object told(Keeping const& kept) {
    auto const kind = word(kept.kind);
    auto const state = word(kept.state);
    return {{"kind", bj::string(kind.data(), kind.size())},
            {"person", kept.person.text},
            {"state", bj::string(state.data(), state.size())},
            {"until", day_or_nothing(kept.until)},
            {"gone_by", day_or_nothing(kept.gone_by)}};
}

bj::object answers(process::RetentionTable const& table, Case const& c) {
    auto const all = keepings(table, c);
    auto const goes = due(all, c);
    bj::array kept, parts;
    for (auto const& one : all) kept.push_back(told(one));
    for (auto const& one : goes.parts) parts.push_back(told(one));
    return {{"kept", std::move(kept)},
            {"due", std::move(parts)},
            {"whole", goes.whole},
            {"next", day_or_nothing(goes.next)}};
}

bj::object Maker::make(process::Retention const& rules) {
    static constexpr std::string_view zones[] = {"Europe/Stockholm", "Europe/Copenhagen",
                                                 "Pacific/Auckland"};
    auto const& table = rules.tables[up_to(rules.tables.size())];
    zone_ = zones[up_to(3)];
    book_ = &books_[up_to(books_.size())];
    file_ = {};
    happenings_.clear();
    staff_.clear();
    end();
    add_people();
    add_rows();
    add_happenings();
    auto const today = one_in(4) ? day(2024, 8) : day(2026, 12);
    Case const c{*book_, file_, happenings_, zone_, today};
    bj::object tables;
    std::apply(
        [&]<class... R>(std::vector<R> const&... all) {
            ((tables[bj::string_view(R::table.data(), R::table.size())] = rows_of(all)), ...);
        },
        file_.rows);
    bj::array log;
    for (auto const& h : happenings_)
        log.push_back({{"at", h.at.micros},
                       {"staff", h.staff ? bj::value(h.staff->text) : bj::value(nullptr)},
                       {"by", h.by ? bj::value(h.by->text) : bj::value(nullptr)},
                       {"for_whom", h.for_whom ? bj::value(h.for_whom->text) : bj::value(nullptr)},
                       {"wrote", !h.changes.empty()}});
    return {{"country", table.country},
            {"zone", zone_},
            {"model", fmt::format("{}/{}", book_->model().id, book_->model().version)},
            {"today", write_date(today)},
            {"tables", std::move(tables)},
            {"happenings", std::move(log)},
            {"answers", answers(table, c)}};
}

} // namespace
} // namespace radslag::retention

// lives <source folder> <how many> <seed>
int main(int count, char const* const* words) {
    using namespace radslag;
    if (count != 4) return 2;
    std::filesystem::path const root = words[1];
    auto files = retention::files_of(root / "retention");
    std::erase_if(files, [](auto const& file) { return file.path.ends_with(".md"); });
    for (auto& file : retention::files_of(root / "tests/retention/tables"))
        files.push_back(std::move(file));
    auto const rules = process::read_retention(files);
    if (!rules) {
        for (auto const& complaint : rules.error())
            std::cerr << process::write_complaint(complaint) << "\n";
        return 1;
    }
    auto const models = process::read_library(retention::files_of(root / "models"));
    retention::Maker maker(models.library, std::stoull(words[3]));
    for (int n = std::stoi(words[2]); n > 0; --n)
        std::cout << boost::json::serialize(maker.make(*rules)) << "\n";
    return 0;
}
