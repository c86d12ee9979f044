#include <algorithm>

#include <fmt/format.h>

#include "sim/sim.h"

namespace radslag::sim {
namespace {

class Sum { // FNV-1a: it compares, it protects nothing
public:
    void add(std::string const& text) {
        for (char c : text) mix(static_cast<unsigned char>(c));
        mix(0xff); // no byte of UTF-8: ends a word
    }
    void add_number(std::int64_t number) { add(std::to_string(number)); }
    void add_cells(std::optional<Cells> const& cells) {
        mix(cells ? 0xfd : 0xfc);
        if (!cells) return;
        for (auto const& cell : *cells) {
            if (auto const* number = std::get_if<std::int64_t>(&cell)) add_number(*number);
            else if (auto const* text = std::get_if<std::string>(&cell)) add(*text);
            else mix(0xfe);
        }
    }
    [[nodiscard]] std::string text() const { return fmt::format("{:016x}", hash_); }

private:
    void mix(unsigned byte) { hash_ = (hash_ ^ byte) * 0x100000001b3; }
    std::uint64_t hash_ = 0xcbf29ce484222325;
};

std::vector<CaseId> cases_of(commands::Reader& reader, OrganisationId const& organisation) {
    std::vector<std::pair<std::int64_t, CaseId>> found;
    for (auto const* status : {"running", "postponed", "stopped", "closed"}) {
        commands::ListFilter filter;
        filter.status = status;
        filter.limit = 100;
        do {
            auto page = reader.list(organisation, StaffId{}, filter);
            for (auto const& row : page.rows) found.emplace_back(row.glance.number, row.glance.id);
            filter.cursor = page.next;
        } while (!filter.cursor.empty());
    }
    std::ranges::sort(found);
    std::vector<CaseId> ids;
    for (auto& [number, id] : found) ids.push_back(std::move(id));
    return ids;
}

void add_case(Sum& sum, commands::Reader& reader, CaseId const& id) {
    constexpr std::size_t some = 500;
    std::int64_t after = 0;
    for (;;) {
        auto const page = reader.happenings(id, after, some, true);
        for (auto const& h : page) {
            for (auto const& text : {h.act.text, h.request, h.name, h.about, h.why, h.detail})
                sum.add(text);
            sum.add_number(h.at.micros);
            for (auto const& change : h.changes) {
                sum.add(change.table);
                sum.add(change.id);
                sum.add_cells(change.after);
            }
        }
        if (page.size() < some) return;
        after = page.back().seq;
    }
}

} // namespace

Outcome<std::string> digest(commands::Store& store) {
    auto reader = store.read();
    if (!reader) return tl::unexpected(reader.error());
    Sum sum;
    auto organisations = (*reader)->organisations();
    std::ranges::sort(organisations, {}, &commands::Organisation::name);
    for (auto const& organisation : organisations) {
        sum.add(organisation.name);
        for (auto const& id : cases_of(**reader, organisation.id)) add_case(sum, **reader, id);
    }
    return sum.text();
}

} // namespace radslag::sim
