// Reading the retention rules as strictly as a model.
#include "process/read.h"

#include <fmt/format.h>

#include <algorithm>

namespace radslag::process {
namespace {

constexpr std::string_view kinds[] = {
    "case_papers", "referral",     "plan",         "accounts",       "meetings",
    "consents",    "safety_notes", "contact_data", "questionnaires", "never_contacted",
    "people",      "trail",        "frame"};
constexpr std::string_view starts[] = {"last_entry", "case_end", "meeting_end", "birth", "named"};
constexpr std::string_view governs[] = {"what_is_kept", "what_began_then"};
constexpr std::string_view roundings[] = {"none", "end_of_month", "end_of_year"};
constexpr std::string_view gone_by[] = {"unsaid", "end_of_next_year"};
constexpr std::string_view for_ever = "for ever";

// What an explanation is put together from, beside the words of kinds and starts.
constexpr std::string_view sentences[] = {"until",
                                          "until_changed",
                                          "forever",
                                          "not_begun",
                                          "unknown",
                                          "no_rule",
                                          "because",
                                          "awaited",
                                          "then_end_of_month",
                                          "then_end_of_year",
                                          "gone_by",
                                          "source",
                                          "to_be_confirmed",
                                          "for_ever",
                                          "born_on",
                                          "gone_by_next_year",
                                          "held",
                                          "worked_in",
                                          "released",
                                          "date",
                                          "years",
                                          "year",
                                          "months",
                                          "month",
                                          "days",
                                          "day",
                                          "joined"};

std::string print_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a: it compares, it protects nothing
    for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
    return fmt::format("{:016x}", hash);
}

std::optional<Date> date(Fields& fields, std::string_view key, bool must) {
    if (fields.ask(key, must) == nullptr) return {};
    auto said = fields.text(key);
    auto date = read_date(said);
    if (!date)
        fields.complain(key, fmt::format("{} is no day.", quoted(said)),
                        "Write a day there is, as \"2025-07-01\", in quotes.");
    return date;
}

// A name is a table with a text in every language that is whole: name = { sv = "…", … }.
InLanguages in_languages(Reading& reading, Fields& around, std::string const& key) {
    InLanguages said;
    if (around.ask(key, true) == nullptr) return said;
    one_table(reading, around, key, [&](Fields& name) {
        for (auto language : whole_languages) said[std::string(language)] = name.text(language);
    });
    return said;
}

std::vector<std::int64_t> days_of_month(Reading& reading, Fields& fields) {
    std::vector<std::int64_t> days;
    Node const* node = fields.ask("born_on");
    if (node == nullptr) return days;
    for (auto const& item : node->inside)
        if (item.kind == Node::Kind::number && item.number >= 1 && item.number <= 31)
            days.push_back(item.number);
    if (node->kind != Node::Kind::list || days.empty() || days.size() != node->inside.size())
        reading.complain(node->place, fmt::format("`born_on` of {} is not right.", fields.called()),
                         "Write days of the month from 1 to 31, as [5, 15, 25].");
    return days;
}

void read_kinds(Fields& fields, RetentionRule& rule) {
    for (auto const& kind :
         fields.known("kinds", "a kind of what is kept", texts_of(kinds), Must::be_filled))
        rule.kinds.push_back(*read_word<Kept>(kind));
    bool const alone = rule.kinds == std::vector{Kept::never_contacted};
    bool const with = std::ranges::find(rule.kinds, Kept::never_contacted) != rule.kinds.end();
    if (rule.starts == Starts::named && !alone)
        fields.complain("kinds",
                        "only those who were never contacted count from the day they were named.",
                        "Write kinds = [\"never_contacted\"], or let something else start it.");
    if (with && rule.starts != Starts::named && rule.starts != Starts::case_end &&
        rule.starts != Starts::last_entry)
        fields.complain("starts", "that day says nothing about those who were never contacted.",
                        "Use one of: named, case_end, last_entry.");
}

void read_period(Fields& fields, RetentionRule& rule) {
    auto const said = fields.text("period");
    rule.period = read_span(said);
    if (rule.period && said != for_ever && (rule.period->months > 0 || rule.period->days > 0))
        return;
    if (said != for_ever && !said.empty())
        fields.complain("period", fmt::format("{} is no period.", quoted(said)),
                        "Write \"5 years\", \"6 months\", \"30 days\" or \"for ever\".");
    rule.period.reset();
}

RetentionRule read_rule(Reading& reading, Fields& fields) {
    RetentionRule rule;
    rule.id = fields.id();
    rule.from = date(fields, "from", true).value_or(Date{});
    rule.until = date(fields, "until", false);
    if (rule.until && rule.from.ok() && *rule.until < rule.from)
        fields.complain("until", "the rule ends before it begins.",
                        "Write a later day, or leave it out.");
    rule.governs = fields.word<Governs>("governs", Governs::what_is_kept);
    rule.awaited = fields.flag("awaited");
    rule.starts = fields.word<Starts>("starts", std::nullopt);
    read_kinds(fields, rule);
    read_period(fields, rule);
    rule.then = fields.word<Rounding>("then", Rounding::none);
    rule.gone_by = fields.word<GoneBy>("gone_by", GoneBy::unsaid);
    rule.born_on = days_of_month(reading, fields);
    rule.source = fields.text("source");
    fields.ask("verified", true);
    rule.verified = fields.flag("verified");
    rule.name = in_languages(reading, fields, "name");
    return rule;
}

HoldGround read_ground(Reading& reading, Fields& fields) {
    HoldGround ground;
    ground.id = fields.id();
    ground.source = fields.text("source");
    fields.ask("verified", true);
    ground.verified = fields.flag("verified");
    ground.name = in_languages(reading, fields, "name");
    return ground;
}

// What nothing ends would be kept for ever, without anybody having said so.
void check_all_end(Reading& reading, RetentionTable const& table) {
    for (auto kind : kinds) {
        bool const ends = std::ranges::any_of(table.rules, [&](RetentionRule const& rule) {
            return !rule.awaited && !rule.until && rule.born_on.empty() &&
                   std::ranges::find(rule.kinds, *read_word<Kept>(kind)) != rule.kinds.end();
        });
        if (!ends)
            reading.complain(
                {}, fmt::format("no rule without an end says how long {} is kept.", quoted(kind)),
                fmt::format("Add {} to the `kinds` of a rule without `until`.", quoted(kind)));
    }
}

RetentionTable read_table(Reading& reading, Node const& tree, ModelFile const& file) {
    RetentionTable table;
    table.file = file.path;
    table.print = print_of(file.content);
    Fields root(reading, tree, "the file");
    table.country = root.text("country");
    auto const name = file.path.substr(file.path.rfind('/') + 1);
    if (!table.country.empty() && lower_ascii(table.country) + ".toml" != name)
        root.complain("country",
                      fmt::format("the file is called {}, and its country {}.", quoted(name),
                                  quoted(table.country)),
                      "Call the file after its country, as \"XX\" in xx.toml.");
    each_table(reading, root, "rule",
               [&](Fields& fields) { table.rules.push_back(read_rule(reading, fields)); });
    each_table(reading, root, "ground",
               [&](Fields& fields) { table.grounds.push_back(read_ground(reading, fields)); });
    root.done();
    if (reading.complaints.empty()) check_all_end(reading, table);
    return table;
}

std::vector<std::string> text_keys() {
    std::vector<std::string> keys;
    for (auto kind : kinds) keys.push_back(fmt::format("kind_{}", kind));
    for (auto start : starts) keys.push_back(fmt::format("starts_{}", start));
    for (int month = 1; month <= 12; ++month) keys.push_back(fmt::format("month_{}", month));
    for (auto one : sentences) keys.emplace_back(one);
    return keys;
}

InLanguages read_words(Reading& reading, Node const& tree) {
    InLanguages said;
    Fields root(reading, tree, "the file");
    for (auto const& key : text_keys()) {
        said[key] = root.text(key);
        if (std::ranges::count(said[key], '{') != std::ranges::count(said[key], '}'))
            root.complain(key, fmt::format("a brace of {} has no partner.", quoted(said[key])),
                          "Write what is filled in as {name}.");
    }
    root.done();
    return said;
}

} // namespace

Words words(Kept) { return kinds; }
Words words(Starts) { return starts; }
Words words(Governs) { return governs; }
Words words(Rounding) { return roundings; }
Words words(GoneBy) { return gone_by; }

RetentionTable const* Retention::of(std::string_view country) const {
    auto const at = std::ranges::find(tables, country, &RetentionTable::country);
    return at == tables.end() ? nullptr : &*at;
}

std::string Retention::say(std::string_view language, std::string_view key,
                           Filling const& with) const {
    auto in = texts.find(language);
    if (in == texts.end()) in = texts.find("en");
    RADSLAG_SURE(in != texts.end());
    auto const found = in->second.find(key);
    RADSLAG_SURE(found != in->second.end());
    std::string out;
    std::string_view rest = found->second;
    while (!rest.empty()) {
        auto const open = rest.find('{');
        out += rest.substr(0, open);
        if (open == std::string_view::npos) break;
        auto const close = rest.find('}', open);
        RADSLAG_SURE(close != std::string_view::npos);
        auto const name = rest.substr(open + 1, close - open - 1);
        for (auto const& [key_of, value] : with)
            if (key_of == name) out += value;
        rest.remove_prefix(close + 1);
    }
    return out;
}

tl::expected<Retention, Complaints> read_retention(std::vector<ModelFile> const& files) {
    Retention all;
    Complaints complaints;
    std::string prints;
    for (auto const& file : files) {
        auto const name = file.path.substr(file.path.rfind('/') + 1);
        if (!name.ends_with(".toml")) continue;
        auto tree = read_toml(file);
        if (!tree) {
            complaints.push_back(tree.error());
            continue;
        }
        Reading reading{file.path, {}, nullptr, {}, "docs/retention.md"};
        if (name.starts_with("texts.") && name.size() > 11)
            all.texts[name.substr(6, name.size() - 11)] = read_words(reading, *tree);
        else all.tables.push_back(read_table(reading, *tree, file));
        prints += print_of(file.content);
        complaints.insert(complaints.end(), reading.complaints.begin(), reading.complaints.end());
    }
    for (auto language : whole_languages)
        if (complaints.empty() && !all.texts.contains(language))
            complaints.push_back({fmt::format("texts.{}.toml", language), 1, 1,
                                  "There is no such file.",
                                  "Add it; each other language has one."});
    if (!complaints.empty()) return tl::unexpected(std::move(complaints));
    all.print = print_of(prints);
    return all;
}

} // namespace radslag::process
