#include <algorithm>

#include "workflow/follow.h"

namespace radslag::workflow {
namespace {

template <class R> std::string id_text(R const& row) { return row.id.text; }

// The version in which a row of this kind is written next: case papers have a count of their own.
template <class R> std::int64_t next_version(CaseFile const& file) {
    auto const counter = file.counter();
    return 1 + (std::is_same_v<R, casepapers::Paper> ? counter.papers : counter.version);
}

// Calls `f` with the rows of the kind that the change is about.
template <class... R, class F>
void with_rows(std::tuple<std::vector<R>...>& rows, std::string const& table, F f) {
    auto one = [&]<class One>(std::vector<One>& all) {
        if (One::table == table) f(all);
    };
    (one(std::get<std::vector<R>>(rows)), ...);
}

template <class One> auto place_of(std::vector<One>& all, std::string const& id) {
    return std::find_if(all.begin(), all.end(), [&](One const& row) { return row.id.text == id; });
}

} // namespace

void apply(CaseFile& file, Change const& change) {
    with_rows(file.rows, change.table, [&]<class One>(std::vector<One>& all) {
        auto at = place_of(all, change.id);
        if (!change.after) {
            if (at != all.end()) all.erase(at);
        } else if (at != all.end()) *at = from_cells<One>(*change.after);
        else all.push_back(from_cells<One>(*change.after));
    });
}

Draft::Draft(RuleBook const& book, CaseFile file, Instant now, Circumstances around, Random& random,
             std::int64_t last_seq)
    : book_(&book), file_(std::move(file)), now_(now), around_(std::move(around)), random_(random),
      seq_(last_seq) {}

Happening& Draft::happen(std::string name) {
    Happening happening;
    happening.seq = ++seq_;
    happening.name = std::move(name);
    happening.at = now_;
    happenings_.push_back(std::move(happening));
    return happenings_.back();
}

void Draft::put(Row row) {
    RADSLAG_SURE(!happenings_.empty());
    std::visit(
        [&]<class R>(R& fresh) {
            fresh.changed_in = next_version<R>(file_);
            Change change;
            change.table = R::table;
            change.id = id_text(fresh);
            if (auto const* before = file_.find<R>(fresh.id)) change.before = to_cells(*before);
            change.after = to_cells(fresh);
            happenings_.back().changes.push_back(std::move(change));
        },
        row);
    file_.put(row);
}

bool Draft::stands(Change const& change) {
    bool same = false;
    with_rows(file_.rows, change.table, [&](auto& all) {
        auto at = place_of(all, change.id);
        same = at == all.end() ? !change.after : change.after && to_cells(*at) == *change.after;
    });
    return same;
}

void Draft::restore(Change const& change) {
    RADSLAG_SURE(!happenings_.empty());
    Change back{change.table, change.id, change.after, change.before};
    with_rows(file_.rows, change.table, [&]<class One>(std::vector<One>& all) {
        auto at = place_of(all, change.id);
        if (!change.before) {
            if (at != all.end()) all.erase(at);
            return;
        }
        // As it was, but written now: whoever looked in between sees that it changed.
        One row = from_cells<One>(*change.before);
        row.changed_in = next_version<One>(file_);
        back.after = to_cells(row);
        if (at != all.end()) *at = std::move(row);
        else all.push_back(std::move(row));
    });
    happenings_.back().changes.push_back(std::move(back));
}

} // namespace radslag::workflow
