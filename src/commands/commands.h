#pragma once
// The things people can do and see. An act goes permit → load → decide → save → tell; a look goes
// load → permit → tell. Everything is synchronous; http/, sim/ and the scenes call the same.
#include <map>
#include <memory>

#include "commands/act.h"

namespace radslag::commands {

// The models an installation runs, made into rule books once.
class Books {
public:
    explicit Books(process::Library library);
    // Nothing when there is no such model or version.
    [[nodiscard]] workflow::RuleBook const* find(std::string_view model, std::int64_t version) const;
    [[nodiscard]] workflow::RuleBook const* newest(std::string_view model) const;
    [[nodiscard]] std::vector<workflow::RuleBook const*> const& all() const { return all_; }

private:
    process::Library library_;
    std::vector<std::unique_ptr<workflow::RuleBook>> books_;
    std::vector<workflow::RuleBook const*> all_; // newest version of each
};

// Everything a command may use of the world.
struct World {
    Store& store;
    Books const& books;
    Clock const& clock;
    Random& random; // called under its own lock: see SharedRandom in server/
    process::Retention const* retention = nullptr; // nothing: nothing is ever due to be erased
};

struct Caller { // a signed-in member of staff
    StaffId staff;
    OrganisationId organisation;
    std::string language; // of the answer
};

// A no: one or more refusals; at a conflict, what stands there now.
struct No {
    enum class Kind { form, not_yours, not_there, not_now, conflict, fault } kind = Kind::form;
    std::vector<Refusal> why;
    std::vector<view::Filled> theirs;
};
template <class T> using Answer = tl::expected<T, No>;
inline tl::unexpected<No> refuse(No::Kind kind, Refusal why) {
    return tl::unexpected<No>(No{kind, {std::move(why)}, {}});
}

// ---- acts ------------------------------------------------------------------------------------------

Answer<view::Done> perform(World const& world, Caller const& caller, CaseId const& id,
                           std::string_view act, Request const& request);
// open_case and refer begin a case.
Answer<view::Done> open_case(World const& world, Caller const& caller, Request const& request);
Answer<view::Done> refer(World const& world, Caller const& caller, Request const& request);
// Time acts: everything that falls due on or before today. Tells how many cases it touched.
Answer<std::size_t> tick(World const& world);

// ---- looks -----------------------------------------------------------------------------------------

Answer<view::CaseView> look_at_case(World const& world, Caller const& caller, CaseId const& id);
Answer<view::LogView> look_at_log(World const& world, Caller const& caller, CaseId const& id,
                                  std::string const& cursor);
Answer<view::Desk> look_at_desk(World const& world, Caller const& caller);
Answer<view::CaseList> list_cases(World const& world, Caller const& caller, ListFilter filter);
Answer<view::Committees> look_at_committees(World const& world, Caller const& caller);
// How the method was followed: in a case, and for managers over all cases of a year.
Answer<view::Fidelity> look_at_fidelity(World const& world, Caller const& caller, CaseId const& id);
Answer<view::FidelityFigures> look_at_figures(World const& world, Caller const& caller,
                                              std::optional<int> year);
// Who was shown what of whom; for the manager of the staff.
Answer<view::Looks> look_at_looks(World const& world, Caller const& caller, LookFilter filter);
view::ActList all_acts(); // with those about no case
view::ModelList all_models(Books const& books, std::string_view language);

// ---- for the two above and for views ------------------------------------------------------------------

// What stands between a caller and a case: loads it, finds its book, works out who they are in it.
struct Loaded {
    Organisation organisation;
    Staff staff;
    workflow::CaseFile file;
    workflow::RuleBook const* book = nullptr;
    workflow::Facts facts;
    workflow::Actor actor;
    Date today;
    workflow::Circumstances around;
};
// The day in the organisation, and what it asks of every meeting.
workflow::Circumstances circumstances(Reader& reader, Organisation const& organisation,
                                      Instant now);
// A case that the caller has no part in is not there for them: told alike (code case.not_there).
Answer<Loaded> load(Reader& reader, Books const& books, Caller const& caller, CaseId const& id,
                    Instant now);
// Lives as long as what it is made of.
Here here_in(Loaded const& loaded, Books const& books, Caller const& caller, Reader& reader,
             Instant now);
view::CaseView view_of(Here const& here);
Glance glance_of(workflow::RuleBook const& book, workflow::CaseFile const& file,
                 workflow::Circumstances const& around);

} // namespace radslag::commands

#include "commands/staff/staff.h" // accounts, oneself, committee days
