#pragma once
// Reading one table of a model strictly: each key is asked for by name and type; done() complains
// of every key that nobody asked for.
#include "process/node.h"

#include <set>

namespace radslag::process {

// What the model names, gathered before anything is read, so that rules may look ahead.
struct Names {
    std::vector<std::string> roles, stages, consents, meetings, steps, endings, intakes, stops;
};
Names gather_names(Node const& root);

std::string sentence(std::string text); // with a capital first

struct Reading {
    std::string file;
    Names names;
    Requirements const* requirements = nullptr; // null: sources are not looked up
    Complaints complaints = {};
    std::string_view guide = "docs/grammar.md"; // where it is told what a file says

    void complain(Place place, std::string const& cause, std::string remedy) {
        complaints.push_back({file, place.line, place.column, sentence(cause), std::move(remedy)});
    }
};

bool is_word_id(std::string_view text);    // lower-case words joined by _
std::string quoted(std::string_view text); // `text`, without what would break a line
std::vector<std::string> texts_of(std::span<std::string_view const> words);
std::string one_of(std::string_view wrong, std::vector<std::string> const& right);

// Whether a key can be left out, may be empty.
enum class Must { be, be_filled, not_be };

class Fields {
public:
    // `called`: how complaints call this table: "the role `coordinator`".
    Fields(Reading& reading, Node const& table, std::string called);

    [[nodiscard]] std::string const& called() const { return called_; }
    [[nodiscard]] Node const& table() const { return table_; }
    // Asks for a key without reading it; null when it is not there.
    Node const* ask(std::string_view key, bool must = false);
    Place place(std::string_view key) const;
    void complain(std::string_view key, std::string cause, std::string remedy);

    std::string id();
    std::string text(std::string_view key, Must must = Must::be_filled);
    int number(std::string_view key, int otherwise, int least, int most);
    bool flag(std::string_view key, bool otherwise = false);
    // A list of ids without repetitions.
    std::vector<std::string> ids(std::string_view key, Must must = Must::not_be);
    // Those of the list that are in `right`; `what` says what they should be names of ("an act").
    std::vector<std::string> known(std::string_view key, std::string_view what,
                                   std::vector<std::string> const& right, Must must);
    Who who(std::string_view key, Must must = Must::not_be);
    std::uint32_t offices(std::string_view key);
    Ix stage(std::string_view key, Ix otherwise, bool must = false);
    std::optional<Span> span(std::string_view key);
    std::optional<Moment> moment(std::string_view key, bool must = false);
    // A name out of `right`; `what` says what it is a name of ("a meeting").
    std::string name(std::string_view key, std::string_view what,
                     std::vector<std::string> const& right, bool must = false);
    // With Must::be_filled a source is demanded: a statement's id or "ours".
    Rule rule(Must source = Must::not_be);
    std::vector<Node const*> tables(std::string_view key);

    template <class E> E word(std::string_view key, std::optional<E> otherwise) {
        std::string said = name(key, "a word", texts_of(words(E{})), !otherwise.has_value());
        return read_word<E>(said).value_or(otherwise.value_or(E{}));
    }
    void done();

private:
    bool is_kind(Node const& node, Node::Kind kind, std::string_view right);
    std::vector<Node const*> items(std::string_view key, Must must);
    void check_source(Node const& node);
    void check_strength(Rule const& rule);
    void read_who(Node const& node, Who& into);
    bool is_known(Node const& node, std::string_view what, std::vector<std::string> const& right);

    Reading& reading_;
    Node const& table_;
    std::string called_;
    std::vector<std::string> asked_;
};

} // namespace radslag::process
