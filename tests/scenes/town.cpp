// Making the town, and finding who and what is meant.
#include "scenes/town.h"

#include <algorithm>

#include <fmt/format.h>

#include "storage/storage.h"
#include "support/data_keys.h"

namespace radslag::scenes {
namespace {

std::unique_ptr<commands::Store> open_store(std::string const& path) {
    auto store = storage::open_sqlite({path, test::data_keys, 1});
    if (!store) throw std::runtime_error(store.error().logged);
    return std::move(*store);
}

} // namespace

Folder::Folder() {
    auto pattern = (std::filesystem::temp_directory_path() / "radslag-scene-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}
Folder::~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Town::Town(commands::Books const& books)
    : store_(open_store(folder_.file())), all_books_(books), books_(&books) {}

// Whatever act did it.
void Town::verify_trail() {
    must(store_->write_notes().has_value(), "the looks were not written");
    auto const verified = storage::verify(folder_.file(), test::data_keys, {}, {});
    must(verified.has_value(), "the trail cannot be read");
    if (verified->findings.empty()) return;
    auto const& one = verified->findings.front();
    wrong(fmt::format("the trail says {} of {} {} (entry {})", word(one.is), one.table, one.id,
                      one.n));
}

// ---- making
// ----------------------------------------------------------------------------------------

void Town::given(Line const& line, std::filesystem::path const& folder) {
    settle(&line);
    at_ = line.place;
    Stars s;
    if (fits("a case brought to *", line.text, s) || fits("a case of * brought to *", line.text, s))
        return brought(line, folder);
    if (fits("a municipality * in *", line.text, s)) return municipality(s[0], s[1]);
    if (fits("* works as *, without the pledge", line.text, s)) return works(s[0], s[1], false);
    if (fits("* works as *", line.text, s)) return works(s[0], s[1], true);
    if (fits("today is * at *", line.text, s)) return today(s[0], s[1]);
    if (fits("today is *", line.text, s)) return today(s[0], "09:00");
    if (line.text == "newer versions of the models are not there yet") return only_first_versions();
    if (line.text == "the newer versions of the models have come") {
        books_ = &all_books_;
        return;
    }
    if (fits("* looks at the case", line.text, s)) {
        auto const& who = staff(s[0]);
        auto view = look(who);
        must(view.has_value(), s[0] + " sees no case");
        seen_[who.id.text] = view->version;
        return;
    }
    wrong("Given does not know: " + line.text);
}

void Town::municipality(std::string const& name, std::string const& country) {
    organisation_.id = OrganisationId::make(random_);
    organisation_.name = name;
    organisation_.country = country;
    organisation_.zone = country == "DK" ? "Europe/Copenhagen" : "Europe/Stockholm";
    organisation_.language = country == "DK" ? "da" : "sv";
    zone_ = organisation_.zone;
    auto wrote = store_->write([&](commands::Writer& w) {
        w.put(organisation_);
        return true;
    });
    must(wrote.has_value(), "the municipality was not written");
}

void Town::works(std::string const& name, std::string offices, bool pledged) {
    must(!organisation_.id.empty(), "there is no municipality to work for yet");
    commands::Staff one;
    one.id = StaffId::make(random_);
    one.organisation = organisation_.id;
    one.name = name;
    one.mail = one.id.text + "@example.org";
    one.language = "en";
    if (pledged) one.pledged_at = clock_.now();
    for (auto const& word : split(offices, " and ")) {
        auto office = read_word<process::Office>(word);
        must(office.has_value(), "no such office: " + word);
        one.offices |= 1U << unsigned(*office);
    }
    auto wrote = store_->write([&](commands::Writer& w) {
        w.put(one);
        return true;
    });
    must(wrote.has_value(), "the account was not written");
    staff_.push_back(std::move(one));
}

void Town::today(std::string const& day, std::string const& time) {
    auto date = read_date(day);
    auto minutes = read_time(time);
    must(date && minutes, "no such day or time: " + day + " " + time);
    auto const to = instant_of(zone_, *date, *minutes);
    must(to >= clock_.now(), "time goes forward only");
    clock_.set(to);
    must(commands::tick(world()).has_value(), "the tick failed");
}

void Town::only_first_versions() {
    process::Library first;
    for (auto const* newest : all_books_.all())
        if (auto const* book = all_books_.find(newest->model().id, 1)) first.add(book->model());
    first_books_ = std::make_unique<commands::Books>(std::move(first));
    books_ = first_books_.get();
}

void Town::brought(Line const& line, std::filesystem::path const& folder) {
    Stars s;
    auto in = folder;
    std::string stage;
    if (fits("a case of * brought to *", line.text, s)) {
        in = std::filesystem::path(RADSLAG_SOURCE_DIR) / "models" / s[0] / "1" / "scenes";
        stage = s[1];
    } else if (fits("a case brought to *", line.text, s)) stage = s[0];
    for (auto const& step : read_path(in / (stage + ".path"))) {
        if (step.kind == Kind::given) given(step, in);
        else if (step.kind == Kind::when) when(step);
        else then(step);
    }
    settle(&line);
}

// ---- who and where
// ---------------------------------------------------------------------------------

commands::Staff const& Town::staff(std::string name) {
    std::string as;
    if (Stars s; fits("* (*)", name, s)) {
        name = s[0];
        as = s[1];
    }
    commands::Staff const* found = nullptr;
    for (auto const& one : staff_)
        if (one.name == name || (found == nullptr && one.name.starts_with(name + " ")))
            found = &one;
    if (found == nullptr) wrong("nobody of that name works here: " + name);
    if (as.empty()) return *found;
    auto office = read_word<process::Office>(as);
    bool is = office && ((found->offices >> unsigned(*office)) & 1U) != 0;
    if (!is && !case_.empty()) {
        auto const now = file();
        for (auto const& p : now.all<people::Person>())
            is = is || (p.staff == found->id && p.role == as);
    }
    must(is, name + " is no " + as);
    return *found;
}

commands::Caller Town::caller(commands::Staff const& who) const {
    return {who.id, who.organisation, "en"};
}

std::unique_ptr<commands::Reader> Town::reader() {
    auto reader = store_->read();
    must(reader.has_value(), "the database cannot be read");
    return std::move(*reader);
}

workflow::CaseFile Town::file() {
    auto fresh = reader();
    for (auto const& one : fresh->organisations())
        if (auto found = fresh->case_file(one.id, case_)) return std::move(*found);
    wrong("there is no case yet");
}

workflow::RuleBook const& Town::book(workflow::CaseFile const& file) {
    auto const& c = file.conference();
    auto const* found = books_->find(c.model, c.model_version);
    must(found != nullptr, "the model is gone");
    return *found;
}

std::string Town::person(std::string const& name) {
    auto as = split(name, " as ");
    auto const now = file();
    people::Person const* found = nullptr;
    for (auto const& p : now.all<people::Person>()) {
        if (as.size() == 2 && p.role != as[1]) continue;
        bool const fits = p.name == as[0] || p.name.starts_with(as[0] + " ");
        if (!fits) continue;
        bool const better = found == nullptr || (p.is_here() && !found->is_here()) ||
                            (p.is_here() && p.name == as[0] && found->name != as[0]);
        // Of two that are alike the later one: somebody handed over, and came again.
        if (better || p.is_here() == found->is_here()) found = &p;
    }
    if (found == nullptr) wrong("nobody of that name is in the case: " + name);
    return found->id.text;
}

std::string Town::row_of(std::string_view kind, std::string const& words) {
    if (kind == "person") return person(words);
    if (kind == "need") return words;
    if (kind == "due") return due_of(words).id.text;
    if (kind == "speaks") {
        auto two = split(words, " for ");
        if (two.size() != 2) wrong("say: Anna for Elsa");
        auto const guardian = person(two[0]);
        auto const whom = person(two[1]);
        auto const now = file();
        for (auto const& s : now.all<people::Speaks>())
            if (s.guardian.text == guardian && s.whom.text == whom && !s.ended_at) return s.id.text;
        wrong(words + ": no such custody is written down");
    }
    return row_by_words(kind, words);
}

commands::Restriction Town::restriction(std::string const& words) {
    std::optional<commands::Restriction> found;
    for (auto& one : reader()->restrictions(organisation_.id)) {
        bool const named = std::ranges::any_of(
            one.words, [&](auto const& each) { return each.name.starts_with(words); });
        // Of two that are alike the later one: the other was changed.
        if (named && (!found || one.put_at > found->put_at)) found = std::move(one);
    }
    if (!found) wrong("there is no restriction " + words);
    return std::move(*found);
}

std::string Town::row_by_words(std::string_view kind, std::string const& words) {
    auto const now = file();
    auto of = [&](auto const& rows, auto text) -> std::string {
        std::string found;
        for (auto const& row : rows)
            if (text(row).starts_with(words)) found = row.id.text;
        if (found.empty()) wrong(fmt::format("there is no {} “{}”", kind, words));
        return found;
    };
    if (kind == "question")
        return of(now.all<preparation::Question>(), [](auto& r) { return r.text; });
    if (kind == "action") return of(now.all<plan::Action>(), [](auto& r) { return r.what; });
    if (kind == "offer") return of(now.all<meeting::Offer>(), [](auto& r) { return r.text; });
    if (kind == "paper") return of(now.all<casepapers::Paper>(), [](auto& r) { return r.title; });
    if (kind == "meeting")
        return of(now.all<meeting::Meeting>(), [](auto& r) { return r.meeting; });
    if (kind == "description")
        return of(now.all<referral::Description>(), [](auto& r) { return r.field_id; });
    if (kind == "clarification")
        return of(now.all<plan::Clarification>(), [](auto& r) { return r.question; });
    wrong("scenes have no words for a " + std::string(kind));
}

} // namespace radslag::scenes
