#pragma once
// An act is a thing that a person can do, declared once: its name, its fields with types and
// limits, what it is about. The contract, the validation and the forms are made from the
// declaration. One file per act, in the folder of the room it belongs to.
#include <functional>
#include <map>

#include "commands/ports.h"
#include "commands/views.h"

namespace radslag::commands {

// texts: a text for each of the options that somebody writes to, told as "option=text".
enum class FieldType {
    line,
    text,
    date,
    time,
    number,
    yes_no,
    choice,
    choices,
    texts,
    person,
    people,
    row
};
inline Words words(FieldType) {
    static constexpr std::string_view all[] = {"line",   "text",   "date",   "time",
                                               "number", "yes_no", "choice", "choices",
                                               "texts",  "person", "people", "row"};
    return all;
}

using Value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

// A request, as read from the wire (or a scene): nothing in it has been believed yet.
struct Request {
    ActId id;
    std::string about;
    std::optional<std::int64_t> base;
    std::string for_whom;
    std::string told;
    std::string told_on;
    std::map<std::string, Value, std::less<>> fields;
};

class Books;

// Where an act is about to be done: what the decision may look at.
struct Here {
    workflow::RuleBook const& book;
    workflow::CaseFile const& file;
    workflow::Facts const& facts;
    workflow::Actor const& actor;
    Staff const& staff;
    Organisation const& organisation;
    std::string_view language;
    Instant now;
    Date today;
    Reader& reader;
    workflow::Circumstances const& around;
    Books const& books;

    template <class R> [[nodiscard]] std::vector<R> const& all() const { return file.all<R>(); }
    [[nodiscard]] conference::Conference const& conference() const { return file.conference(); }
    [[nodiscard]] process::Model const& model() const { return book.model(); }
    [[nodiscard]] std::string const& text(std::string_view key) const {
        return book.model().text(language, key);
    }
};

using Options = std::vector<view::Option>;
using Pick = Options (*)(Here const&); // what can be chosen now; anything else is refused

struct FieldSpec {
    std::string_view name;
    FieldType type = FieldType::line;
    std::size_t limit = 0;            // code points; a number's highest; 0: the type's own
    bool required = false;
    std::string_view needed_when = {}; // "answer=not_suitable|more_needed"
    Words choices = {};                // fixed words
    Pick pick = nullptr;               // or what the case offers
};

// What was asked, read and found to be in form.
struct Input {
    ActId id;
    std::string about;
    std::optional<PersonId> for_whom;
    consent::Told told = consent::Told::here;
    std::optional<Date> told_on;
    std::map<std::string, Value, std::less<>> fields;

    [[nodiscard]] bool has(std::string_view field) const;
    [[nodiscard]] std::string text(std::string_view field) const; // "" when absent
    [[nodiscard]] std::vector<std::string> list(std::string_view field) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>>
    texts(std::string_view field) const;
    [[nodiscard]] std::int64_t number(std::string_view field) const;
    [[nodiscard]] bool yes(std::string_view field) const;
    [[nodiscard]] std::optional<Date> date(std::string_view field) const;
    [[nodiscard]] Minutes time(std::string_view field) const;
    template <class E> [[nodiscard]] E word(std::string_view field) const {
        auto value = read_word<E>(text(field));
        RADSLAG_SURE(value.has_value());
        return *value;
    }
    template <class I> [[nodiscard]] std::optional<I> id_of(std::string_view field) const {
        return I::read(text(field));
    }
};

// The row of this case in whose name the asker does this act: nobody when they have none.
PersonId doer_of(Here const& here, std::string_view act);
// Whose it is: the person it is recorded for, else the doer.
PersonId whose(Here const& here, Request const& request, std::string_view act);

// An act being done: look at `here`, write into `draft`.
struct Doing {
    Here const& here;
    Input const& input;
    workflow::Draft& draft;
    std::vector<std::string> doubts; // soft warnings, told and not in the way
    std::string made;                // the row that it made or changed, for the answer
    std::string_view act;            // its name

    // Whose act it is: the person it is recorded for, else the doer's own row in this case.
    [[nodiscard]] PersonId whose() const;
    [[nodiscard]] PersonId doer() const;
    // The row that the act is about; it was among the candidates, so it is there.
    template <class R> [[nodiscard]] R about() const {
        auto const* row = here.file.find<R>(decltype(R::id){input.about});
        RADSLAG_SURE(row != nullptr);
        return *row;
    }
    workflow::Happening& happen(std::string detail = {}, std::string why = {});
    template <class R> void put(R row) {
        if (made.empty()) made = row.id.text;
        draft.put(std::move(row));
    }
    // What a decision gave: written down, or refused.
    template <class R>
    Result<void> keep(Result<R> decided, std::string detail = {}, std::string why = {}) {
        if (!decided) return no(std::move(decided.error()));
        happen(std::move(detail), std::move(why));
        put(std::move(*decided));
        return {};
    }
};

struct Stands {
    std::int64_t version = 0;
    std::vector<view::Filled> text;
};

struct Act {
    std::string_view name;
    std::string_view room;
    std::string_view about = {};  // the kind of row it is about; empty: none
    std::vector<FieldSpec> fields = {};
    bool based_on = false;        // changes a text: takes the version it was based on
    bool can_be_taken_back = true;
    bool nameless = false;        // nobody is to learn who did it (PN14)
    bool may_identify = false;    // looks itself at what it says of an anonymous family (PN3)
    // Rows it can be done to now; for acts with `about`.
    std::vector<std::string> (*candidates)(Here const&) = nullptr;
    // Whether it makes sense now; for acts without `about`.
    bool (*when)(Here const&) = nullptr;
    // Which of the people in for_whom's roles it can be recorded for; nothing: all who are here.
    bool (*whom)(Here const&, people::Person const&) = nullptr;
    // The text of theirs or of the reviewed thing that this writes over; for acts without `about`
    // that are `based_on`.
    std::optional<Stands> (*stands)(Here const&, Request const&) = nullptr;
    // What stands in its fields now, for a row; or at all, for acts without `about`.
    std::vector<view::Filled> (*filled)(Here const&, std::string const& about) = nullptr;
    process::Matter matter = process::Matter::people; // … shown only to those who see this
    // What its fields begin with when something is chosen in one of them (`about`: what), for acts
    // without `about`. `lasts`, which is no field: minutes from `starts` to `ends`.
    std::vector<view::FilledRow> (*suggested)(Here const&) = nullptr;
    std::string (*words)(Here const&) = nullptr; // the model's words for it
    Result<void> (*decide)(Doing&) = nullptr;
};

// All acts about a case, in the order of process::act_names().
std::vector<Act> const& acts();
Act const* find_act(std::string_view name);
view::ActView declaration(Act const& act);

// What can be chosen in a field; nothing: it is not chosen among what the case offers.
using OptionsOf = std::function<std::optional<Options>(FieldSpec const&)>;
// Unknown fields, missing ones, form, limits and choices; every complaint at once, each with its
// field. Codes: field.*.
void read_fields(std::vector<FieldSpec> const& specs, Request const& request, Input& input,
                 std::vector<Refusal>& complaints, OptionsOf const& options);

// What a request asks for, as a number: equal for equal requests, whatever their id and base.
std::string fingerprint(Request const& request);

// Checks form and limits, then choices; every complaint at once, each with its field.
tl::expected<Input, std::vector<Refusal>> read_input(Act const& act, Here const& here,
                                                     Request const& request);

} // namespace radslag::commands
