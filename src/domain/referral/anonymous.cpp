#include "domain/referral/referral.h"
#include "domain/referral/signs.h"

namespace radslag::referral {
namespace {

constexpr Signs at_words[] = {U"(at)",      U"[at]",       U"{at}",      U"<at>",
                              U"(a)",       U"(snabel-a)", U"(snabela)", U" snabel-a ",
                              U" snabela ", U" snabel a ", U"[a]",       U" krøllalfa "};
constexpr Signs point_words[] = {U" dot ", U" punkt ", U" punktum ",
                                 U"(dot)", U"[dot]",   U"(punkt)"};

// Somebody's name follows, also in small letters: hedder noah, vid namn åsa. Not of a thing ("det
// heter"), and not where a word of every day follows ("hedder det samme").
constexpr Signs called_words[] = {U"hedder", U"heter", U"hette"};
constexpr Signs name_words[] = {U"navn", U"namn"};
constexpr Signs by_words[] = {U"ved", U"vid"};
constexpr Signs thing_words[] = {U"det", U"dette", U"detta", U"den",     U"hvad", U"vad",
                                 U"de",  U"som",   U"sådan", U"hvordan", U"hur"};
constexpr Signs no_name_words[] = {
    U"det",    U"den",    U"de",         U"detsamme", U"noget",     U"något",   U"nogen",
    U"någon",  U"en",     U"ett",        U"et",       U"for",       U"för",     U"nu",
    U"som",    U"at",     U"att",        U"og",       U"och",       U"ikke",    U"inte",
    U"også",   U"också",  U"samme",      U"samma",    U"sådan",     U"så",      U"til",
    U"till",   U"i",      U"på",         U"her",      U"här",       U"stadig",  U"fortfarande",
    U"eller",  U"han",    U"hun",        U"hon",      U"hen",       U"jeg",     U"jag",
    U"hvad",   U"vad",    U"efter",      U"lige",     U"likadant",  U"likadan", U"egentlig",
    U"ellers", U"annars", U"egentligen", U"tidigare", U"tidligere", U"men",     U"med",
    U"ved",    U"vet",    U"var",        U"er",       U"är",        U"der",     U"där",
    U"begge",  U"båda",   U"alle",       U"alla",     U"sin",       U"sit",     U"sitt",
    U"hans",   U"hendes", U"hennes",     U"deres",    U"deras",     U"helt",    U"anderledes"};

// The words just before one, the nearest first, within its sentence.
struct Before {
    std::u32string last, one_more, two_more;
    void add(std::u32string word) {
        two_more = std::move(one_more);
        one_more = std::move(last);
        last = std::move(word);
    }
    void forget() { *this = {}; }
    [[nodiscard]] bool name() const {
        if (is_one_of(last, name_words)) return is_one_of(one_more, by_words);
        if (!is_one_of(last, called_words)) return false;
        bool const who =
            one_more == U"som" && !two_more.empty() && !is_one_of(two_more, thing_words);
        return who || !is_one_of(one_more, thing_words);
    }
};

bool is_of_mail(char32_t c) {
    return is_letter(c) || is_digit(c) || Signs(U"._%+-").find(c) != Signs::npos;
}

Found of_mail_before(Signs signs, std::size_t at) {
    Found word{at, at};
    while (word.from > 0 && is_of_mail(signs[word.from - 1])) --word.from;
    return word;
}
Found of_mail_after(Signs signs, std::size_t at) {
    Found word{at, at};
    while (word.to < signs.size() && is_of_mail(signs[word.to])) ++word.to;
    while (word.to > at && !is_letter(signs[word.to - 1]) && !is_digit(signs[word.to - 1]))
        --word.to;
    return word;
}

bool names_a_server(Signs word) {
    auto const point = word.find(U'.');
    return point != Signs::npos && point > 0 && point + 2 < word.size() &&
           is_letter(word[point + 1]);
}

// Written out: ida (at) mail.dk, ida snabel-a mail punktum dk.
Found written_out(Signs signs, Found const& at) {
    auto from = at.from;
    while (from > 0 && signs[from - 1] == ' ') --from;
    auto to = at.to;
    while (to < signs.size() && signs[to] == ' ') ++to;
    auto const before = of_mail_before(signs, from);
    auto after = of_mail_after(signs, to);
    if (!before || !after) return {};
    // No more than is compared: a long text may hold thousands of these.
    constexpr std::size_t longest_point = 9;
    auto const rest = lower(signs.substr(after.to, longest_point));
    for (auto point : point_words)
        if (Signs(rest).starts_with(point)) return {before.from, after.to + point.size() + 1};
    return names_a_server(part(signs, after)) ? Found{before.from, after.to} : Found{};
}

Found at_sign(Signs signs, std::size_t at) {
    auto const before = of_mail_before(signs, at);
    auto const after = of_mail_after(signs, at + 1);
    if (before && after) return {before.from, after.to};
    // An account: @name. Nothing before it but a blank or a mark.
    if (after && !before && after.to - after.from > 1 && !is_digit(signs[after.from]))
        return {at, after.to};
    return written_out(signs, {at, at + 1});
}

} // namespace

Found find_mail(Signs signs) {
    for (std::size_t i = 0; i < signs.size(); ++i)
        if (signs[i] == '@')
            if (auto found = at_sign(signs, i)) return found;
    auto const small = lower(signs);
    for (auto word : at_words)
        for (auto i = small.find(word); i != std::u32string::npos; i = small.find(word, i + 1))
            if (auto found = written_out(signs, {i, i + word.size()})) return found;
    return {};
}

std::string what_identifies(std::string_view text) {
    auto const read = plain(text);
    for (auto find : {find_number, find_mail, find_address})
        if (auto found = find(read.signs)) {
            auto const to = std::min(found.to, read.signs.size());
            return std::string(text.substr(read.at[found.from], read.at[to] - read.at[found.from]));
        }
    return {};
}

Result<std::string> read_anonymous(std::string_view text, std::string_view field) {
    auto read = read_text(text, field);
    if (!read) return read;
    if (auto found = what_identifies(*read); !found.empty())
        return no(refusal("referral.identifies", field).with("found", found));
    return read;
}

bool is_without_name(bool anonymous_intake, Referral const* referral) {
    return anonymous_intake && (referral == nullptr || !referral->identity_at);
}

std::vector<std::string> looks_like_names(std::string_view text) {
    auto const read = plain(text);
    Signs const signs = read.signs;
    std::vector<std::string> names;
    bool starts_sentence = true;
    Before before;
    for (std::size_t i = 0; i < signs.size();) {
        if (!is_letter(signs[i])) {
            if (Signs(U".!?\n:").find(signs[i]) != Signs::npos) {
                starts_sentence = true;
                before.forget();
            }
            ++i;
            continue;
        }
        auto const from = i;
        while (i < signs.size() &&
               (is_letter(signs[i]) || signs[i] == '\'' || signs[i] == U'’' || signs[i] == '-'))
            ++i;
        auto const word = signs.substr(from, i - from);
        // PPR, SoL, BUP: capitals further in are of offices and laws. Anne-Marie is a name.
        bool short_for = false;
        for (std::size_t k = 1; k < word.size(); ++k)
            short_for = short_for || (is_capital(word[k]) && is_letter(word[k - 1]));
        bool const capital = is_capital(word[0]) && !starts_sentence && !short_for;
        bool const told = before.name() && !short_for && !is_one_of(lower(word), no_name_words);
        if ((capital || told) && word.size() > 1)
            names.emplace_back(text.substr(read.at[from], read.at[i] - read.at[from]));
        before.add(lower(word));
        starts_sentence = false;
    }
    return names;
}

} // namespace radslag::referral
