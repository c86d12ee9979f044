#pragma once
// A town for one scene: a real database in a folder of its own, a clock moved by hand, staff, a
// case.
#include <filesystem>
#include <memory>

#include "commands/commands.h"
#include "proof/proof.h"
#include "scenes/script.h"

namespace radslag::scenes {

using proof::Phrase;
using proof::phrases;
using proof::third_person;

struct Outcome { // of the last act
    bool any = false;
    bool judged = false; // a Then has looked at it
    std::optional<commands::view::Done> done;
    commands::No no;
};

class Folder { // gone with the scene
public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    [[nodiscard]] std::string file() const { return (path_ / "radslag.db").string(); }

private:
    std::filesystem::path path_;
};

class Town {
public:
    explicit Town(commands::Books const& books);

    void given(Line const& line, std::filesystem::path const& folder);
    void when(Line const& line);
    void then(Line const& line);
    // For bench/, which reads what was written here.
    [[nodiscard]] std::string database() const { return folder_.file(); }
    [[nodiscard]] Instant now() const { return clock_.now(); }

    // An act that nobody asked after must have been done.
    void settle(Line const* line);
    void verify_trail(); // of everything that happened here

    // What the bridge follows. Empty: no case was begun.
    [[nodiscard]] CaseId const& the_case() const { return case_; }
    [[nodiscard]] commands::Organisation const& house() const { return organisation_; }
    std::unique_ptr<commands::Reader> reader();

private:
    using Stars = std::vector<std::string>;
    struct Sent { // the last request, to be sent again
        commands::Caller caller;
        std::string act;
        commands::Request request;
    };

    [[nodiscard]] commands::World world() { return {*store_, *books_, clock_, random_}; }

    // making
    void municipality(std::string const& name, std::string const& country);
    void works(std::string const& name, std::string offices, bool pledged);
    void today(std::string const& day, std::string const& time);
    void only_first_versions();
    void brought(Line const& line, std::filesystem::path const& folder);

    // doing
    void act(Line const& line);
    void send(Sent sent);
    commands::Answer<commands::view::Done> dispatch(Sent const& sent);
    void read_fields(Sent& sent, std::string const& text);
    void house_row(Sent& sent, std::string_view kind, std::string const& words);
    commands::Value value_of(Sent const& sent, std::string const& field, std::string const& text);
    std::string row_of(std::string_view kind, std::string const& words);
    std::string row_by_words(std::string_view kind, std::string const& words);
    std::int64_t last_of(commands::Caller const& who, std::string const& happening);

    // telling
    bool tell_outcome(std::string const& text);
    bool tell_case(std::string const& text);
    bool tell_meeting(std::string const& text);
    bool tell_due(std::string const& text);
    bool tell_reader(std::string const& text);
    bool tell_method(std::string const& text);
    bool tell_exactly(std::string const& text);
    bool tell_log(std::string const& text);
    bool tell_house(std::string const& text);
    void refused(std::string const& what);
    void may(commands::Staff const& who, std::string what, bool yes);
    std::string all_words(commands::Staff const& who);

    // who and where
    commands::Staff const& staff(std::string name);
    commands::Caller caller(commands::Staff const& who) const;
    commands::Answer<commands::view::CaseView> look(commands::Staff const& who);
    std::string person(std::string const& name);
    workflow::CaseFile file();
    workflow::RuleBook const& book(workflow::CaseFile const& file);
    workflow::Due due_of(std::string const& id);
    commands::Restriction restriction(std::string const& words);
    [[nodiscard]] Date day() const { return date_in(zone_, clock_.now()); }
    [[noreturn]] void wrong(std::string const& what) const { throw Wrong(at_, what); }
    void must(bool holds, std::string const& else_told) const {
        if (!holds) wrong(else_told);
    }

    Folder folder_;
    SeededRandom random_{20261122};
    SetClock clock_{Instant{0}};
    std::unique_ptr<commands::Store> store_;
    commands::Books const& all_books_;
    std::unique_ptr<commands::Books> first_books_; // the first version of each model, and no other
    commands::Books const* books_;                 // what is known now
    std::string zone_ = "Europe/Stockholm";
    commands::Organisation organisation_;
    std::vector<commands::Staff> staff_;
    CaseId case_;
    std::map<std::string, std::int64_t> seen_; // staff id → the version they have before them
    std::optional<Sent> sent_;
    Outcome last_;
    Place at_;
};

} // namespace radslag::scenes
