#pragma once
// Many cases of one organisation, and somebody who asks for lists of them.
#include "storage/support.h"

namespace radslag::storage {

using commands::ListFilter;
using conference::Status;
using Numbers = std::vector<std::int64_t>;
using Order = ListFilter::Order;

class ListTest : public StoreTest {
public:
    StaffId me = fresh<StaffId>();
    std::map<std::int64_t, Case> cases; // by number
    std::int64_t clock = 5'000'000;

    // Changes one case: whatever `how` does to its glance, later than all before.
    template <class How> void change(commands::Writer& w, std::int64_t number, How how) {
        auto& c = cases.at(number);
        how(c.glance);
        c.glance.changed_at = Instant{++clock};
        save(w, c, {});
    }
    void begin(commands::Writer& w, OrganisationId const& organisation, std::int64_t number) {
        auto c = new_case(organisation, number);
        c.glance.changed_at = Instant{++clock};
        save(w, c, {change_to(c.conference())});
        cases.emplace(number, c);
    }
    void begin_many(std::int64_t count) {
        must_write([&](commands::Writer& w) {
            for (std::int64_t i = 1; i <= count; ++i) begin(w, here, i);
        });
    }
    conference::Assignment assign(commands::Writer& w, std::int64_t number, StaffId const& staff,
                                  std::string role) {
        conference::Assignment row;
        row.id = fresh<RowId>();
        row.staff = staff;
        row.role = std::move(role);
        auto& duties = cases.at(number).glance.duties;
        auto at = std::find_if(duties.begin(), duties.end(),
                               [&](auto const& d) { return d.staff == staff; });
        if (at == duties.end()) at = duties.insert(at, {staff, {}, {}});
        at->roles.push_back(row.role);
        save(w, cases.at(number), {change_to(row)});
        return row;
    }
    commands::ListPage page(ListFilter const& filter) { return reader()->list(here, me, filter); }
    Numbers numbers(ListFilter filter = {}) {
        Numbers found;
        do {
            auto p = page(filter);
            for (auto const& row : p.rows) found.push_back(row.glance.number);
            filter.cursor = p.next;
        } while (!filter.cursor.empty());
        return found;
    }
};

} // namespace radslag::storage
