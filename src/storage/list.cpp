#include <algorithm>

#include <fmt/format.h>

#include "storage/cases.h"
#include "storage/cursor.h"
#include "storage/rows.h"

namespace radslag::storage {
namespace {

using commands::ListFilter;
using conference::Status;
using Order = ListFilter::Order;

constexpr std::size_t longest_page = 100;

std::vector<std::string_view> statuses(std::string const& asked) {
    std::vector<std::string_view> found;
    for (auto name : words(Status{})) {
        conference::Conference one;
        one.status = *read_word<Status>(name);
        if (asked.empty() ? one.is_live() : asked == name) found.push_back(name);
    }
    return found;
}

// Puts the query together. The order's columns come from the table whose index leads: `duty` for a
// staff member's own cases, `glance` for all; so nothing is sorted, and a page costs a page.
class Composer {
public:
    Composer(OrganisationId const& organisation, StaffId const& asking, ListFilter const& filter)
        : filter_(filter), lead_(filter.mine ? "d" : "g"), organisation_(give(organisation.text)) {
        if (filter.mine) mine_ = give(filter.mine->text);
        if (!filter.mine || *filter.mine != asking) asking_ = give(asking.text);
        else asking_ = mine_;
        if (!filter.model.empty()) rest_ += fmt::format(" AND g.model = {}", give(filter.model));
        if (!filter.stage.empty()) rest_ += fmt::format(" AND g.stage = {}", give(filter.stage));
        if (filter.late) {
            RADSLAG_SURE(filter.today.has_value());
            rest_ += fmt::format(" AND {}.nearest{} < {}", lead_, hidden_from_planner(),
                                 give(write_date(*filter.today)));
        }
    }

    void start_after(Cursor const& cursor) {
        rest_ += fmt::format(" AND ({0}.{1}, {0}.case_id) {2} ({3}, {4})", lead_, key(),
                             filter_.order == Order::due ? ">" : "<", give(cursor.key),
                             give(cursor.case_id));
    }

    ListQuery compose(std::vector<std::string_view> const& asked, std::size_t limit) {
        std::string sql;
        for (auto status : asked)
            sql += (sql.empty() ? "" : " UNION ALL ") + arm(give(std::string(status)));
        std::string_view way = filter_.order == Order::due ? "" : " DESC";
        sql += fmt::format(" ORDER BY {0}{1}, case_id{1} LIMIT {2}", key(), way,
                           give(static_cast<std::int64_t>(limit)));
        return {std::move(sql), std::move(values_)};
    }

private:
    std::string give(Cell value) {
        values_.push_back(std::move(value));
        return "$" + std::to_string(values_.size());
    }
    // Where the order is another, a search by this column would have to sort what it finds.
    [[nodiscard]] std::string_view hidden_from_planner() const {
        return filter_.order == Order::due ? "" : " || ''";
    }
    [[nodiscard]] std::string_view key() const {
        return filter_.order == Order::due ? "nearest" : "changed_at";
    }
    [[nodiscard]] std::string arm(std::string const& status) const {
        auto sql = fmt::format(
            "SELECT {0}.case_id AS case_id, g.number, g.name, g.model, g.stage, g.round, g.status,"
            " g.acute, g.due_on, g.due, g.meets_on, {0}.changed_at AS changed_at, g.turn,"
            " {0}.nearest AS nearest, m.roles, m.open_roles,"
            " g.model_version FROM ",
            lead_);
        // CROSS JOIN keeps this order of the tables in SQLite.
        if (filter_.mine) sql += "duty d CROSS JOIN glance g ON g.case_id = d.case_id";
        else sql += "glance g";
        sql += fmt::format(" LEFT JOIN duty m ON m.case_id = g.case_id AND m.staff_id = {}"
                           " WHERE {}.organisation_id = {}",
                           asking_, lead_, organisation_);
        if (filter_.mine) sql += fmt::format(" AND d.staff_id = {}", mine_);
        return sql + fmt::format(" AND {}.status = {}", lead_, status) + rest_;
    }

    ListFilter const& filter_;
    Cells values_;
    std::string_view lead_;
    std::string organisation_;
    std::string mine_;
    std::string asking_;
    std::string rest_;
};

commands::GlanceRow read_glance(Query const& query, OrganisationId const& organisation) {
    commands::GlanceRow row;
    auto& g = row.glance;
    g.id = read_column<CaseId>(query, 0);
    g.organisation = organisation;
    g.number = query.integer(1);
    g.name = read_column<std::string>(query, 2);
    g.model = read_column<std::string>(query, 3);
    g.stage = read_column<std::string>(query, 4);
    g.round = query.integer(5);
    g.status = read_column<Status>(query, 6);
    g.acute = query.integer(7) != 0;
    g.due_on = read_column<std::optional<Date>>(query, 8);
    g.due = read_column<std::string>(query, 9);
    g.meets_on = read_column<std::optional<Date>>(query, 10);
    g.changed_at = read_column<Instant>(query, 11);
    g.turn = static_cast<std::uint64_t>(query.integer(12));
    row.mine.roles = read_column<std::vector<std::string>>(query, 14);
    row.mine.open = read_column<std::vector<std::string>>(query, 15);
    g.model_version = query.integer(16);
    return row;
}

Cursor cursor_of(Order order, commands::Glance const& glance) {
    if (order == Order::changed) return {Cell{glance.changed_at.micros}, glance.id.text};
    return {Cell{glance.due_on ? write_date(*glance.due_on) : std::string(never)}, glance.id.text};
}

std::size_t page_size(ListFilter const& filter) {
    return std::clamp(filter.limit, std::size_t{1}, longest_page);
}

} // namespace

std::optional<ListQuery> list_query(OrganisationId const& organisation, StaffId const& asking,
                                    ListFilter const& filter) {
    auto asked = statuses(filter.status);
    if (asked.empty()) return std::nullopt;
    Composer composer(organisation, asking, filter);
    if (!filter.cursor.empty()) {
        auto cursor = read_cursor(filter.order, filter.cursor);
        if (!cursor) return std::nullopt;
        composer.start_after(*cursor);
    }
    return composer.compose(asked, page_size(filter) + 1);
}

commands::ListPage list(Connection& db, OrganisationId const& organisation, StaffId const& asking,
                        ListFilter const& filter) {
    commands::ListPage page;
    auto const asked = list_query(organisation, asking, filter);
    page.strange = !filter.cursor.empty() && !read_cursor(filter.order, filter.cursor);
    if (!asked) return page;
    auto query = db.query_cells(asked->sql, asked->values);
    while (query.step()) {
        if (page.rows.size() == page_size(filter)) {
            page.next =
                write_cursor(filter.order, cursor_of(filter.order, page.rows.back().glance));
            break;
        }
        page.rows.push_back(read_glance(query, organisation));
    }
    return page;
}

} // namespace radslag::storage
