#include "trail/payload.h"

#include <charconv>
#include <map>

#include "trail/hash.h"

namespace radslag::trail {
namespace {

using workflow::Happening;

// Ids, words and dates only: never a tab or a line break among them.
void part(std::string& line, std::string_view text) {
    RADSLAG_SURE(text.find_first_of("\t\n") == std::string_view::npos);
    line += '\t';
    line += text;
}

// What was written freely, or names a row, is in the happening's own row.
void write_happened(std::string& out, Happening const& h, Salt const& key) {
    out += "happened";
    part(out, std::to_string(h.seq));
    part(out, h.name);
    part(out, std::to_string(h.at.micros));
    part(out, h.staff ? pseudonym(key, *h.staff) : "");
    part(out, h.by ? h.by->text : "");
    part(out, h.for_whom ? h.for_whom->text : "");
    part(out, h.told ? word(*h.told) : "");
    part(out, h.told_on ? write_date(*h.told_on) : "");
    out += '\n';
}

void write_row(std::string& out, Left const& row, Salt const& salt) {
    out += row.cells ? "row" : "gone";
    part(out, row.table);
    part(out, row.id);
    if (row.cells) {
        part(out, std::to_string(row.place));
        part(out, write_hex(hash_of_row(salt, row.table, row.id, *row.cells)));
    }
    out += '\n';
}

std::vector<std::string_view> parts(std::string_view line) {
    std::vector<std::string_view> all;
    for (;;) {
        auto tab = line.find('\t');
        all.push_back(line.substr(0, tab));
        if (tab == std::string_view::npos) return all;
        line.remove_prefix(tab + 1);
    }
}

std::optional<std::int64_t> read_number(std::string_view text) {
    std::int64_t number = 0;
    auto const* end = text.data() + text.size();
    auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return number;
}

std::optional<Line> read_line_of(std::string_view text) {
    using Is = Line::Is;
    auto const all = parts(text);
    if (all[0] == "happened" && all.size() == 9) return Line{};
    if (all[0] == "gone" && all.size() == 3)
        return Line{Is::gone, std::string(all[1]), std::string(all[2]), 0, {}};
    if (all[0] == "row" && all.size() == 5) {
        auto place = read_number(all[3]);
        auto hash = read_hex(all[4]);
        if (!place || !hash) return std::nullopt;
        return Line{Is::row, std::string(all[1]), std::string(all[2]), *place, *hash};
    }
    if (all[0] == "erased" && all.size() == 2)
        if (auto upto = read_number(all[1])) return Line{Is::erased, {}, {}, *upto, {}};
    return std::nullopt;
}

std::vector<Left const*> in_the_end(std::vector<Left> const& rows) {
    std::vector<Left const*> last;
    std::map<std::pair<std::string_view, std::string_view>, std::size_t> at;
    for (auto const& row : rows) {
        auto [found, is_new] = at.try_emplace({row.table, row.id}, last.size());
        if (is_new) last.push_back(&row);
        else last[found->second] = &row;
    }
    return last;
}

} // namespace

std::string pseudonym(Salt const& key, StaffId const& staff) {
    return write_hex(Hasher(key).add(std::string_view(staff.text)).end()).substr(0, 16);
}

std::string happened(std::vector<Happening> const& happenings, Salt const& key) {
    std::string out;
    for (auto const& happening : happenings) write_happened(out, happening, key);
    return out;
}

std::string left(std::vector<Left> const& rows, Salt const& salt) {
    std::string out;
    for (auto const* row : in_the_end(rows)) write_row(out, *row, salt);
    return out;
}

std::string erased(std::int64_t upto) { return "erased\t" + std::to_string(upto) + '\n'; }

Entry next(Head const& head, Salt const& salt, std::string payload) {
    Entry entry{head.chain, head.n + 1, hash_of_content(salt, payload), {}, {}};
    entry.hash = hash_of_entry(head.hash, head.chain, entry.n, entry.content);
    entry.told = Entry::Told{salt, std::move(payload)};
    return entry;
}

std::optional<std::vector<Line>> read_payload(std::string_view payload) {
    std::vector<Line> lines;
    while (!payload.empty()) {
        auto end = payload.find('\n');
        if (end == std::string_view::npos) return std::nullopt;
        auto line = read_line_of(payload.substr(0, end));
        if (!line) return std::nullopt;
        lines.push_back(std::move(*line));
        payload.remove_prefix(end + 1);
    }
    return lines;
}

} // namespace radslag::trail
