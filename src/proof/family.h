#pragma once
// The family of a case, in focus: described anonymously, granted, named (PN3).
#include "proof/slice.h"

namespace radslag::proof {

struct FamilyFacts {
    workflow::Name name;
    bool anyone_named = false; // somebody who does not work here is in the case
    bool consented = false;    // the consent that links the name was given by somebody, and stands
};

class Family final : public Focus {
public:
    explicit Family(Ground& ground) : ground_(ground) {}

    [[nodiscard]] std::string name() const override { return "the family's name"; }
    [[nodiscard]] std::vector<Bits> at_first(process::Intake const& intake) const override;
    void after(Change const& change, Bits was, std::vector<Bits>& now) const override;
    [[nodiscard]] bool heeds(std::string_view act) const override;
    [[nodiscard]] std::string tell(Bits bits) const override;
    [[nodiscard]] std::optional<workflow::Count> says(workflow::Atom const& atom,
                                                      Bits bits) const override;
    [[nodiscard]] Bits absent() const override { return 0; }
    [[nodiscard]] std::vector<std::pair<std::string, Bits>>
    seen_in(workflow::CaseFile const& file, Date today) const override;

    static FamilyFacts facts(Bits bits);
    static Bits bits(FamilyFacts const& family);

private:
    Ground& ground_;
};

} // namespace radslag::proof
