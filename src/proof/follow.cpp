// The bridge over a whole store: what happened in it, case by case.
#include <ostream>

#include <fmt/format.h>

#include "proof/proof.h"

namespace radslag::proof {
namespace {

using Each = std::function<void(commands::Organisation const&, CaseId const&)>;

void each_case(commands::Reader& reader, Each const& act) {
    for (auto const& organisation : reader.organisations())
        for (auto status : words(conference::Status{})) {
            commands::ListFilter filter;
            filter.status = std::string(status);
            filter.limit = 100;
            do {
                auto page = reader.list(organisation.id, {}, filter);
                for (auto const& row : page.rows) act(organisation, row.glance.id);
                filter.cursor = page.next;
            } while (!filter.cursor.empty());
        }
}

} // namespace

std::vector<std::string> Bridge::follow(commands::Store& store, commands::Books const& books) {
    std::vector<std::string> all;
    auto reader = store.read();
    if (!reader) return {reader.error().logged};
    each_case(**reader, [&](commands::Organisation const& organisation, CaseId const& id) {
        for (auto const& stray : follow(**reader, organisation, id, books))
            all.push_back(fmt::format("case {}: {}", id.text, stray));
    });
    return all;
}

void Bridge::tell(std::ostream& out) const {
    auto const seen = counts();
    out << fmt::format("{} cases, {} acts: {} states and {} steps visited; {} states proved, {} not "
                       "among them\n",
                       seen.cases, seen.acts, seen.states, seen.steps, seen.proved, seen.strays);
}

int follow(process::Library const& library, storage::Options const& database,
           std::ostream& out) {
    auto store = storage::open_sqlite(database);
    if (!store) {
        out << store.error().logged << "\n";
        return 1;
    }
    Bridge bridge;
    auto const strays = bridge.follow(**store, commands::Books(library));
    for (auto const& stray : strays) out << stray << "\n";
    bridge.tell(out);
    return strays.empty() ? 0 : 1;
}

} // namespace radslag::proof
