#pragma once
// Who works in the town: the offices of the scenes' towns, once for each block of cases. Managers
// and administrators have no cases of their own, so there is one of each.
#include <map>

#include "bench/town/original.h"

namespace radslag::bench {

struct Account {
    commands::Staff staff;
    std::string token; // of its session, which is there already
    std::string csrf;
};

class Staffing {
public:
    Staffing(OrganisationId organisation, Instant now, Random& random)
        : organisation_(std::move(organisation)), now_(now), random_(random) {}

    // The account of this worker for this block; made when it is asked for first.
    Account const& account(Worker const& worker, std::size_t block);
    [[nodiscard]] std::vector<Account const*> all() const;
    [[nodiscard]] Account const* find(std::string_view staff) const;
    void write(commands::Store& store) const;

private:
    struct Seat {
        std::uint32_t offices;
        int nth;
        std::size_t block;
        auto operator<=>(Seat const&) const = default;
    };
    OrganisationId organisation_;
    Instant now_;
    Random& random_;
    std::map<Seat, Account> accounts_;
};

} // namespace radslag::bench
