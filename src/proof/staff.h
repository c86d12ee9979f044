#pragma once
// A member of staff in focus: what they are and were in the case, and what opens it (A1, SN3, SN5).
#include "proof/slice.h"

namespace radslag::proof {

// One role of theirs.
struct StaffFacts {
    bool had = false; // they hold it, or held it
    workflow::Holding holding;
};

class Holder final : public Focus {
public:
    Holder(Ground& ground, Ix role) : ground_(ground), role_(role) {}

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::vector<Bits> at_first(process::Intake const& intake) const override;
    void after(Change const& change, Bits was, std::vector<Bits>& now) const override;
    [[nodiscard]] bool heeds(std::string_view act) const override;
    [[nodiscard]] std::string tell(Bits bits) const override;
    [[nodiscard]] Bits absent() const override { return bits({false, {false, false, false, true}}); }
    [[nodiscard]] std::vector<std::pair<std::string, Bits>>
    seen_in(workflow::CaseFile const& file, Date today) const override;

    static StaffFacts facts(Bits bits);
    static Bits bits(StaffFacts const& staff);
    [[nodiscard]] Ix role() const { return role_; }
    // The moment at which the model ends it has come.
    [[nodiscard]] bool is_over(Deed const& deed, std::vector<Moment> const& moments) const;

private:
    Ground& ground_;
    Ix role_;
};

// Two roles that one person could come into, one after the other or both at once.
struct TwoFacts {
    enum class Has : std::uint8_t { never, holds, ended };
    Has first = Has::never;
    Has second = Has::never;
};

class Two final : public Focus {
public:
    Two(Ground& ground, Ix first, Ix second) : ground_(ground), first_(first), second_(second) {}

    [[nodiscard]] std::string name() const override;
    [[nodiscard]] std::vector<Bits> at_first(process::Intake const& intake) const override;
    void after(Change const& change, Bits was, std::vector<Bits>& now) const override;
    [[nodiscard]] bool heeds(std::string_view act) const override;
    [[nodiscard]] std::string tell(Bits bits) const override;
    [[nodiscard]] Bits absent() const override { return bits({}); }
    [[nodiscard]] std::vector<std::pair<std::string, Bits>>
    seen_in(workflow::CaseFile const& file, Date today) const override;

    static TwoFacts facts(Bits bits);
    static Bits bits(TwoFacts const& two);
    [[nodiscard]] Ix first() const { return first_; }
    [[nodiscard]] Ix second() const { return second_; }

private:
    Ground& ground_;
    Ix first_;
    Ix second_;

    [[nodiscard]] bool fits(Ix role, Ix beside, TwoFacts::Has has) const;
};

} // namespace radslag::proof
