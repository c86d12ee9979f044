#include "trail/payload.h"

#include <charconv>

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
    part(out, h.about);
    part(out, h.detail);
    out += '\n';
}

void write_row(std::string& out, Left const& row, Salt const& salt) {
    out += row.cells ? "row" : "gone";
    part(out, row.table);
    part(out, row.id);
    if (row.cells) part(out, write_hex(hash_of_row(salt, row.table, row.id, *row.cells)));
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

std::optional<Line> read_line_of(std::string_view text) {
    auto const all = parts(text);
    Line line;
    if (all[0] == "happened" && all.size() == 11) return line;
    if (all[0] == "row" && all.size() == 4) {
        auto hash = read_hex(all[3]);
        if (!hash) return std::nullopt;
        return Line{Line::Is::row, std::string(all[1]), std::string(all[2]), *hash, 0};
    }
    if (all[0] == "gone" && all.size() == 3)
        return Line{Line::Is::gone, std::string(all[1]), std::string(all[2]), {}, 0};
    if (all[0] == "erased" && all.size() == 2) {
        line.is = Line::Is::erased;
        auto read = std::from_chars(all[1].data(), all[1].data() + all[1].size(), line.upto);
        if (read.ec == std::errc{} && read.ptr == all[1].data() + all[1].size()) return line;
    }
    return std::nullopt;
}

} // namespace

std::string pseudonym(Salt const& key, StaffId const& staff) {
    return write_hex(Hasher(key).add(std::string_view(staff.text)).end()).substr(0, 16);
}

std::string payload_of(std::vector<Happening> const& happenings, Salt const& key,
                       std::vector<Left> const& rows, Salt const& salt) {
    std::string out;
    for (auto const& happening : happenings) write_happened(out, happening, key);
    return out + payload_of(rows, salt);
}

std::string payload_of(std::vector<Left> const& rows, Salt const& salt) {
    std::string out;
    for (auto const& row : rows) write_row(out, row, salt);
    return out;
}

std::string erased_payload(std::int64_t upto) {
    std::string out = "erased";
    part(out, std::to_string(upto));
    return out + '\n';
}

std::vector<Left> in_the_end(std::vector<Left> rows) {
    std::vector<Left> last;
    last.reserve(rows.size());
    std::map<std::pair<std::string, std::string>, std::size_t> at;
    for (auto& row : rows) {
        auto [found, is_new] = at.try_emplace({row.table, row.id}, last.size());
        if (is_new) last.push_back(std::move(row));
        else last[found->second].cells = std::move(row.cells);
    }
    return last;
}

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
