#pragma once
// Somebody of a role, in focus: named or not, wanted or not, in the room or not, and where they were.
#include "proof/slice.h"

namespace radslag::proof {

struct GuestFacts {
    bool ready = false;
    bool shut_out = false;
    bool silent = false;
    circle::Standing said = circle::Standing::yes;
    bool in_room = false;
    std::uint8_t was_in = 0; // of the steps that the meeting in session asks this role about
};

class Guest final : public Focus {
public:
    Guest(Ground& ground, Ix role);

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::vector<Bits> at_first(process::Intake const& intake) const override;
    void after(Change const& change, Bits was, std::vector<Bits>& now) const override;
    [[nodiscard]] bool heeds(std::string_view act) const override;
    [[nodiscard]] std::string tell(Bits bits) const override;
    [[nodiscard]] Bits absent() const override;
    [[nodiscard]] std::vector<std::pair<std::string, Bits>>
    seen_in(workflow::CaseFile const& file, Date today) const override;

    [[nodiscard]] Ix role() const { return role_; }
    [[nodiscard]] GuestFacts facts(Bits bits) const;
    [[nodiscard]] Bits bits(GuestFacts const& guest) const;
    // As the decisions of workflow take them, for a step of the meeting.
    [[nodiscard]] workflow::Part part(GuestFacts const& guest, Ix meeting, Ix step) const;
    [[nodiscard]] bool speaks_for() const { return speaks_for_; }
    [[nodiscard]] bool is_decided_about() const { return decided_about_; }
    // Whether they were in the step that this one asks about (`back_if_in`).
    [[nodiscard]] bool was_asked(GuestFacts const& guest, Ix meeting, Ix step) const;

private:
    Ground& ground_;
    Ix role_;
    bool speaks_for_ = false;
    bool decided_about_ = false;
    std::vector<std::vector<std::string>> asked_; // by meeting: steps that another step asks about

    void enter(GuestFacts& guest, Ix meeting, Ix step) const;
    [[nodiscard]] bool is_let_in(GuestFacts const& guest, Ix meeting, Ix step) const;
    [[nodiscard]] bool stays(GuestFacts const& guest, Place const& place) const;
    void toggle(Change const& change, std::vector<GuestFacts>& all) const;
    void sit(Change const& change, GuestFacts const& guest, std::vector<GuestFacts>& all) const;
};

} // namespace radslag::proof
