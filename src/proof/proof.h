#pragma once
// The prover: walks all states that a case of a model can be in, with workflow's own functions, and
// looks in each whether what was promised holds. How: docs/decisions/0011-proof-by-slices.md.
#include <functional>
#include <iosfwd>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "commands/commands.h"
#include "process/process.h"
#include "storage/storage.h"
#include "workflow/workflow.h"

namespace radslag::proof {

// ---- the promises

struct Promise {
    std::string id;      // "presence"
    std::string words;   // for a lawyer
    std::vector<std::string> sources;
    bool holds = false;
    std::string not_concerned; // why this model knows no such thing; empty: it does
    std::size_t could = 0;     // states in which it could have been violated; 0 holds nothing
    std::size_t was = 0;       // … and those in which it was
    std::string what;          // how, at the first; empty: it was not
    std::vector<std::string> way;  // the shortest way there, a line for each step
    std::string scene;             // the same as a scene that runs; empty: none was found that does
    std::vector<std::string> stuck; // what can never come about
};
struct Report {
    std::string model;
    int version = 1;
    std::size_t states = 0;
    std::vector<Promise> promises;
    [[nodiscard]] bool holds() const;
};
// `scenes`: look for a scene where a promise is broken.
Report prove(std::shared_ptr<process::Model const> const& model, bool scenes = true);
void tell(Report const& report, std::ostream& out);
// Proves every model and tells a table of each; 1 when a promise is broken or there is no model.
int prove(process::Library const& library, std::ostream& out);

// ---- the bridge from proof to program

// What really happened: a case before an act and after it. Nothing before: it began.
struct Visit {
    workflow::RuleBook const& book;
    workflow::CaseFile const* before = nullptr;
    workflow::Circumstances before_around; // when it was looked at last: time acts, too
    workflow::CaseFile const& after;
    workflow::Circumstances around;
    std::vector<std::string> happened; // names of the happenings, in order
};

// Whether each state and each step that a real case went through is among those that were proved.
class Bridge {
public:
    // `without`: acts left out of the proof, to see that their absence is noticed.
    explicit Bridge(std::vector<std::string> without = {});
    ~Bridge();
    Bridge(Bridge const&) = delete;
    Bridge& operator=(Bridge const&) = delete;

    // Each of these tells what is not among the proved, in words; nothing when all is.
    std::vector<std::string> visit(Visit const& visit);
    // A whole case, told again from its happenings with their changes, in order from the first.
    using BookOf = std::function<workflow::RuleBook const*(std::string const& model,
                                                           std::int64_t version)>;
    using AroundAt = std::function<workflow::Circumstances(Instant)>;
    std::vector<std::string> follow(std::vector<workflow::Happening> const& happenings,
                                    AroundAt const& around_at, BookOf const& book_of);
    // … as a store keeps it.
    std::vector<std::string> follow(commands::Reader& reader,
                                    commands::Organisation const& organisation, CaseId const& id,
                                    commands::Books const& books);
    // Every case of it.
    std::vector<std::string> follow(commands::Store& store, commands::Books const& books);

    struct Counts {
        std::set<std::string> happened; // by their names
        std::size_t cases = 0;
        std::size_t acts = 0;
        std::size_t states = 0; // distinct ones, seen through the slices
        std::size_t steps = 0;
        std::size_t proved = 0; // states of the models that were visited
        std::size_t strays = 0;
    };
    [[nodiscard]] Counts counts() const;
    void tell(std::ostream& out) const; // the counts, in a line

private:
    struct Seen;
    std::unique_ptr<Seen> seen_;
};

// Follows every case of a database and tells what is not among the proved; 1 when anything is.
int follow(process::Library const& library, storage::Options const& database, std::ostream& out);

// ---- how scenes say each act (docs/scenes.md)

struct Phrase {
    std::string_view act;
    std::string_view words; // "go on to the next stage"
};
std::vector<Phrase> const& phrases();
std::string third_person(std::string_view words); // "goes on to the next stage"

} // namespace radslag::proof
