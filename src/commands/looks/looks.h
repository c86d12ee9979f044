#pragma once
// What a reader sees of a case. Private to the room. Everything here is closed by default: a part
// of the answer is filled only when the rule book says so for this reader, and a person's name
// comes from `Look::name_for` alone.
#include <array>

#include "commands/commands.h"
#include "commands/pick.h"

namespace radslag::commands::looks {

using process::Matter;
using workflow::Ix;
using workflow::Sight;
using workflow::Who;

inline constexpr std::size_t matter_count = std::size_t(Matter::log) + 1;

// The software's own words, where a model has none ("condition.prepared", "office.manager"); for a
// language without them, the English ones. Empty for a key that it does not know.
std::string_view house_words(std::string_view language, std::string_view key);
// The model's words for an id, or the id itself where the newest version no longer knows it.
std::string words_of(process::Model const& model, std::string_view language, std::string_view table,
                     std::string_view id);
// What a model says, to a reader of a language; without a case.
struct Wording {
    process::Model const& model;
    std::string_view language;

    [[nodiscard]] std::string words(std::string_view table, std::string_view id) const {
        return words_of(model, language, table, id);
    }
    [[nodiscard]] std::string house(std::string_view key) const {
        return std::string(house_words(language, key));
    }
    [[nodiscard]] std::string who(Who who) const; // in the plural, joined
};
std::string need_text(Wording const& say, process::Need const& need);
std::string rule_text(Wording const& say, process::Placed const& rule);
// The stage or meeting that asks for it; empty: none does.
std::string where_asked(Wording const& say, process::Placed const& rule);
// What is of the method, but nobody sees from here whether it is kept.
std::vector<view::Named> unseen_of(Wording const& say);

// What workflow::may_go_over refused, with the fact "lacking": what is not there, in words.
Refusal in_words(Refusal const& why, Wording const& now, Wording const& next);

// Nothing for one that the version no longer knows.
process::Deadline const* deadline_of(process::Model const& model, std::string_view id);

std::string number_name(std::int64_t number); // "#14": the client words it
std::string say_minutes(std::string_view language, int minutes); // "2 hours 30 minutes"
void replace_all(std::string& text, std::string_view what, std::string_view with);

// A reader in front of a case: what is open to them, worked out once.
class Look {
public:
    explicit Look(Here const& at);

    Here const& here;
    std::vector<view::Can> can; // once can_now() was asked

    [[nodiscard]] Sight sight(Matter matter) const { return sights_[std::size_t(matter)]; }
    [[nodiscard]] bool all(Matter matter) const { return sight(matter) == Sight::all; }
    [[nodiscard]] bool any(Matter matter) const { return sight(matter) != Sight::none; }
    [[nodiscard]] bool is_me(PersonId const& person) const;
    [[nodiscard]] bool is_me(std::optional<PersonId> const& person) const {
        return person && is_me(*person);
    }
    // Open as a whole, or own only and this is by or about the reader.
    [[nodiscard]] bool shows(Matter matter, PersonId const& whose) const;
    [[nodiscard]] bool shows(Matter matter, std::optional<PersonId> const& whose) const {
        return whose ? shows(matter, *whose) : all(matter);
    }

    // A name where people are seen, of staff and of oneself; else what they are in the case.
    [[nodiscard]] std::string name_for(PersonId const& id) const;
    [[nodiscard]] std::string name_for(std::optional<PersonId> const& id) const {
        return id ? name_for(*id) : std::string{};
    }
    [[nodiscard]] std::string case_name() const;
    // A reason that somebody wrote freely can hold a name: only for those who see people.
    [[nodiscard]] std::string reason(std::string const& written) const;

    [[nodiscard]] std::string words(std::string_view table, std::string_view id) const {
        return words_of(here.model(), here.language, table, id);
    }
    [[nodiscard]] std::string house(std::string_view key) const {
        return std::string(house_words(here.language, key));
    }
    // What the organisation asks of every meeting, now or from a day to come.
    [[nodiscard]] std::vector<Restriction> const& restrictions() const { return restrictions_; }
    // Roles in the plural, as in "who can see this", then offices.
    [[nodiscard]] std::vector<std::string> who(Who who) const;

private:
    Naming naming_;
    std::array<Sight, matter_count> sights_{};
    std::vector<std::string> plural_; // of each role
    std::vector<Restriction> restrictions_;
};

std::vector<view::Can> can_now(Look const& look);
// What the reader may do about a need that does not hold.
std::vector<view::Leads> leads_of(Look const& look, workflow::Asked const& asked);
// What stands in a gate, as far as this reader may know it.
std::vector<view::Need> needs_of(Look const& look, workflow::Gate const& gate);
std::string need_text(Look const& look, process::Need const& need);
// Why something ended or paused: a consent taken back, or somebody's own words.
std::string why_words(Look const& look, std::string const& why);

void show_head(Look const& look, view::CaseView& view);
std::vector<view::Turn> turns_of(Look const& look);
std::vector<view::PersonView> people_of(Look const& look);
view::QuestionsView questions_of(Look const& look);
std::vector<view::ConsentView> consents_of(Look const& look);
std::vector<view::SafetyView> safety_of(Look const& look);
std::vector<view::PaperView> papers_of(Look const& look);
std::vector<view::MeetingView> meetings_of(Look const& look);
std::vector<view::TextView> accounts_of(Look const& look);
std::vector<view::OfferView> offers_of(Look const& look);
view::PlanView plan_of(Look const& look);
std::optional<view::ReferralView> referral_of(Look const& look);
std::string field_words(Look const& look, std::string const& field); // what a description answers
std::vector<view::QuestionnaireView> evaluation_of(Look const& look);

// ---- lists: a case as its glance tells it
// -----------------------------------------------------------

// Who reads a list, and with which offices.
struct Lister {
    Reader& reader;
    Books const& books;
    Staff staff;
    Organisation organisation;
    std::string_view language;
    Instant now;
    Date today;
};
Answer<Lister> lister(Reader& reader, World const& world, Caller const& caller);
// Whether this reader has a part in the case, as it stands now.
bool is_listed(Lister const& lister, GlanceRow const& row);
view::CaseRow row_of(Lister const& lister, GlanceRow const& row);
Answer<view::Desk> desk_of(Lister const& lister);

} // namespace radslag::commands::looks
