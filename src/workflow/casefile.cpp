#include "workflow/casefile.h"

#include <algorithm>

namespace radslag::workflow {

CaseFile::CaseFile() = default;
CaseFile::CaseFile(CaseFile const&) = default;
CaseFile::CaseFile(CaseFile&&) noexcept = default;
CaseFile& CaseFile::operator=(CaseFile const&) = default;
CaseFile& CaseFile::operator=(CaseFile&&) noexcept = default;
CaseFile::~CaseFile() = default;

void CaseFile::put(Row const& row) {
    std::visit(
        [&]<class R>(R const& fresh) {
            auto& same_kind = all<R>();
            auto at = std::find_if(same_kind.begin(), same_kind.end(),
                                   [&](R const& old) { return old.id == fresh.id; });
            if (at == same_kind.end()) same_kind.push_back(fresh);
            else *at = fresh;
        },
        row);
}

namespace {

template <class R> bool names(R const& row, std::string const& id) {
    if (row.id.text == id) return false;
    auto const cells = to_cells(row);
    return std::any_of(cells.begin(), cells.end(), [&](Cell const& cell) {
        auto const* text = std::get_if<std::string>(&cell);
        return text != nullptr && *text == id;
    });
}

} // namespace

bool refers_to(CaseFile const& file, std::string const& id) {
    return std::apply(
        [&](auto const&... rows) {
            auto any = [&](auto const& all) {
                return std::any_of(all.begin(), all.end(),
                                   [&](auto const& row) { return names(row, id); });
            };
            return (any(rows) || ...);
        },
        file.rows);
}

} // namespace radslag::workflow
