#pragma once
// A model laid out for walking: the places a case can stand in, and what can be done there, asked of
// workflow::may itself.
#include <unordered_map>

#include "workflow/workflow.h"

namespace radslag::proof {

using process::Ix;
using process::nowhere;
using process::Who;
using workflow::Facts;
using workflow::MeetingState;
using workflow::RuleBook;

// Where a case stands, without what is known of it: the part of Facts that every slice keeps.
struct Place {
    Ix stage = 0;
    bool first_round = true;
    conference::Status status = conference::Status::running;
    Ix meeting = nowhere; // the open one, else the one planned next
    MeetingState state = MeetingState::none;
    Ix step = 0; // among its steps, while it is in session
    auto operator<=>(Place const&) const = default;
    [[nodiscard]] std::uint32_t packed() const;
    [[nodiscard]] bool is_live() const {
        return status == conference::Status::running || status == conference::Status::postponed;
    }
    [[nodiscard]] bool is_in_session() const {
        return state == MeetingState::open || state == MeetingState::paused;
    }
};
Place unpacked(std::uint32_t place);

// What happened, as the edges between states are called; `of` says of which consent, meeting, stop …
struct Deed {
    std::string act; // an act; or what time does: "time_passes", "consent_lapsed", "taken_up_again"
    std::string of;
    bool operator==(Deed const&) const = default;
};

// Who can do an act at a place: in their own name, and recorded for somebody of a role.
struct Doable {
    Who own;
    std::vector<std::pair<Who, Ix>> recorded;
    [[nodiscard]] Who anyone() const; // in either way
    [[nodiscard]] bool is_nobody() const { return own.empty() && recorded.empty(); }
};

class Ground {
public:
    explicit Ground(RuleBook const& a_book);

    RuleBook const& book;
    [[nodiscard]] process::Model const& model() const { return book.model(); }
    // Facts of a place; every atom and waiver as `rest` says.
    [[nodiscard]] Facts facts(Place const& place, bool rest) const;
    void set(Facts& facts, Place const& place) const;
    [[nodiscard]] Place place_of(Facts const& facts) const;
    [[nodiscard]] Doable const& doable(Place const& place, std::string_view act);
    // Roles that somebody with an account can hold; nobody else acts in the software.
    [[nodiscard]] Who staffed() const { return staffed_; }
    [[nodiscard]] std::string tell(Place const& place) const; // "meeting, open in conference.private"

private:
    using Acts = std::vector<std::optional<Doable>>; // in the order of process::act_names()
    std::unordered_map<std::uint32_t, Acts> doable_;
    Who staffed_;

    [[nodiscard]] Doable ask(Facts const& facts, std::string_view act) const;
};

template <class Do> void each_role(Who who, Do act) {
    for (Ix role = 0; role < process::role_limit; ++role)
        if (who.has(role)) act(role);
}
inline Who only(Ix role) {
    Who who;
    who.add(role);
    return who;
}
inline Who joined(Who a, Who b) { return {a.roles | b.roles, a.offices | b.offices}; }

// A stage, or a meeting or step, on the way of a case from this stage on; `next` never leads round.
std::vector<Ix> stages_before(process::Model const& model, Ix stage);

} // namespace radslag::proof
