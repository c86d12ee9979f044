#pragma once
// A house with two models, its staff and cases written row by row, and readers to look at them.
#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "commands/commands.h"
#include "storage/storage.h"
#include "support/data_keys.h"
#include "workflow/workflow.h"

namespace radslag::commands::test {

// Everything that a view says, as one text: what is not in it is not told.
template <class T> void tell(std::string& out, T const& value) {
    if constexpr (requires { T::fields; }) {
        std::apply([&](auto const&... f) { (tell(out, value.*(f.at)), ...); }, T::fields);
    } else if constexpr (std::is_convertible_v<T, std::string_view>) {
        out.append(value).append("\n");
    } else if constexpr (cells::IsOptional<T>::value) {
        if (value) tell(out, *value);
    } else if constexpr (std::same_as<T, Date>) {
        out.append(write_date(value)).append("\n");
    } else if constexpr (std::same_as<T, Instant>) {
        out.append(write_instant(value)).append("\n");
    } else if constexpr (std::integral<T>) {
        out.append(std::to_string(value)).append("\n");
    } else {
        for (auto const& one : value) tell(out, one);
    }
}
template <class T> std::string told(T const& value) {
    std::string out;
    tell(out, value);
    return out;
}

inline bool holds(std::vector<std::string> const& all, std::string_view one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

inline process::Library library() {
    static process::LibraryReading const reading = [] {
        std::filesystem::path const source = RADSLAG_SOURCE_DIR;
        std::vector<process::ModelFile> files;
        for (auto const& entry : std::filesystem::recursive_directory_iterator(source / "models")) {
            if (entry.path().extension() != ".toml") continue;
            std::ifstream file(entry.path(), std::ios::binary);
            files.push_back({std::filesystem::relative(entry.path(), source).string(),
                             {std::istreambuf_iterator<char>(file), {}}});
        }
        return process::read_library(files);
    }();
    return reading.library;
}

class Folder {
public:
    Folder() {
        auto pattern = (std::filesystem::temp_directory_path() / "radslag-looks-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    std::filesystem::path path;
};

inline constexpr std::string_view hoor = "hoor-familjeradslag";
inline constexpr std::string_view hilleroed = "hilleroed-processuelt-netvaerksmoede";

class Looking : public testing::Test {
public:
    Folder folder;
    SeededRandom random{20261122};
    SetClock clock{*read_instant("2026-11-22T09:00:00Z")};
    Books books{library()};
    std::unique_ptr<Store> store = open();
    World world{*store, books, clock, random};
    Organisation organisation{fresh<OrganisationId>(), "Hörlunda", "SE", "Europe/Stockholm", "sv"};

    Looking() {
        write([&](Writer& writer) { writer.put(organisation); });
    }

    template <class Id> Id fresh() { return Id::make(random); }
    std::unique_ptr<Store> open() {
        auto opened = storage::open_sqlite(
            {(folder.path / "radslag.db").string(), radslag::test::data_keys, 2});
        if (!opened) throw std::runtime_error(opened.error().logged);
        return std::move(*opened);
    }
    template <class Do> void write(Do what) {
        auto written = store->write([&](Writer& writer) {
            what(writer);
            return true;
        });
        if (!written || !*written) throw std::runtime_error("not written");
    }

    Staff staff(std::string name, std::initializer_list<process::Office> offices) {
        Staff s;
        s.id = fresh<StaffId>();
        s.organisation = organisation.id;
        s.name = std::move(name);
        s.mail = s.id.text + "@example.org";
        for (auto office : offices) s.offices |= 1U << unsigned(office);
        s.language = "en";
        s.pledged_at = clock.now();
        write([&](Writer& writer) { writer.put(s); });
        return s;
    }
    Caller caller(Staff const& s) const { return {s.id, organisation.id, "en"}; }
};

// A case that a test writes row by row; each `did` is an act of its own.
class Case {
public:
    Case(Looking& rig, std::string_view model, std::string stage, std::int64_t number)
        : rig_(rig), book(*rig.books.newest(model)) {
        conference::Conference c;
        c.id = id = rig.fresh<CaseId>();
        c.organisation = rig.organisation.id;
        c.number = number;
        c.model = model;
        c.model_version = book.model().version;
        c.intake = book.model().intakes.front().id;
        c.language = "sv";
        c.stage = std::move(stage);
        c.began_at = c.stage_since = c.status_since = rig.clock.now();
        file.put(c);
        did("open_case", {}, [&](workflow::Draft& draft) {
            draft.put(c);
            draft.happenings().back().changes.back().before.reset();
            draft.put(
                conference::StageEntry{rig.fresh<RowId>(), 0, c.stage, 1, rig.clock.now(), {}});
        });
    }

    template <class Do>
    workflow::Happening did(std::string name, std::optional<PersonId> by, Do rows,
                            std::optional<StaffId> staff = {}) {
        workflow::Draft draft(book, file, rig_.clock.now(), {today()}, rig_.random, seq);
        auto& happening = draft.happen(std::move(name));
        happening.act = rig_.fresh<ActId>();
        happening.by = by;
        happening.staff = staff;
        if (by && !staff)
            if (auto const* p = people::find(file.all<people::Person>(), *by))
                happening.staff = p->staff;
        rows(draft);
        workflow::count_up(draft);
        file = draft.file();
        seq += 1;
        auto const glance = glance_of(book, file, {today()});
        rig_.write([&](Writer& writer) {
            writer.save(rig_.organisation.id, id, draft.happenings(), glance);
        });
        return draft.happenings().front();
    }
    template <class R> R put(R row, std::string name, std::optional<PersonId> by = {}) {
        did(std::move(name), by, [&](workflow::Draft& draft) {
            auto& happening = draft.happenings().back();
            if (happening.about.empty()) happening.about = row.id.text;
            draft.put(row);
        });
        return *file.find<R>(row.id);
    }
    void edit(void (*change)(conference::Conference&)) {
        auto c = file.conference();
        change(c);
        put(c, "move_on");
    }

    PersonId person(std::string name, std::string role, std::optional<PersonId> by = {}) {
        people::Person p;
        p.id = rig_.fresh<PersonId>();
        p.name = std::move(name);
        p.role = std::move(role);
        p.named_at = rig_.clock.now();
        p.named_by = by;
        return put(p, "name_person", by).id;
    }
    // A member of staff in a role; ready unless told otherwise.
    PersonId assigned(Staff const& s, std::string role, bool ready = true) {
        people::Person p;
        p.id = rig_.fresh<PersonId>();
        p.name = s.name;
        p.role = role;
        p.staff = s.id;
        p.named_at = rig_.clock.now();
        conference::Assignment a;
        a.id = rig_.fresh<RowId>();
        a.person = p.id;
        a.staff = s.id;
        a.role = std::move(role);
        a.assigned_at = rig_.clock.now();
        a.pledged_at = s.pledged_at;
        if (ready) a.impartial = conference::Impartial::yes;
        did("assign", {}, [&](workflow::Draft& draft) {
            draft.happenings().back().about = p.id.text;
            draft.put(p);
            draft.put(a);
        });
        return p.id;
    }
    void decide(PersonId const& about, PersonId const& by) {
        circle::Decision d;
        d.id = rig_.fresh<RowId>();
        d.about = about;
        d.by = by;
        d.told_on = today();
        d.recorded_at = rig_.clock.now();
        put(d, "decide_invitation");
    }

    [[nodiscard]] Date today() const { return date_in(rig_.organisation.zone, rig_.clock.now()); }

    // As a person of the case without an account, e.g. the family by a personal link.
    view::CaseView seen_by(PersonId const& person) {
        auto reader = rig_.store->read();
        workflow::Circumstances const around{today()};
        auto const facts = workflow::abstract(book, file, around);
        workflow::Actor actor;
        actor.as = {person};
        actor.who.add(book.model().role(people::find(file.all<people::Person>(), person)->role));
        Staff const nobody;
        return view_of(Here{book, file, facts, actor, nobody, rig_.organisation, "en",
                            rig_.clock.now(), today(), **reader, around, rig_.books});
    }
    template <class Do> auto as(Staff const& s, Do look) {
        auto reader = rig_.store->read();
        auto loaded = load(**reader, rig_.books, rig_.caller(s), id, rig_.clock.now());
        if (!loaded) throw std::runtime_error(loaded.error().why.front().code);
        auto const caller = rig_.caller(s);
        return look(here_in(*loaded, rig_.books, caller, **reader, rig_.clock.now()));
    }
    view::CaseView seen_by(Staff const& s) {
        auto view = look_at_case(rig_.world, rig_.caller(s), id);
        if (!view) throw std::runtime_error(view.error().why.front().code);
        return std::move(*view);
    }
    view::LogView log_for(Staff const& s, std::string const& cursor = {}) {
        auto view = look_at_log(rig_.world, rig_.caller(s), id, cursor);
        if (!view) throw std::runtime_error(view.error().why.front().code);
        return std::move(*view);
    }

private:
    Looking& rig_;

public:
    workflow::RuleBook const& book;
    CaseId id;
    workflow::CaseFile file;
    std::int64_t seq = 0;
};

inline view::PersonView const* person_in(view::CaseView const& view, PersonId const& id) {
    if (view.people)
        for (auto const& p : *view.people)
            if (p.id == id.text) return &p;
    return nullptr;
}
inline view::Need const* need_in(std::vector<view::Need> const& needs, std::string_view id) {
    for (auto const& need : needs)
        if (need.id == id) return &need;
    return nullptr;
}

} // namespace radslag::commands::test
