// Streets with a number and postcodes with a town, in Denmark and Sweden. Street names end in few
// ways; what counts something ("2 gange", "3 dagar") is told apart by the word behind the number.
#include "domain/referral/signs.h"

namespace radslag::referral {
namespace {

// Whatever ends like this and has a number behind it is a street, also in small letters.
constexpr Signs street_ends[] = {
    U"gatan",      U"gata",    U"vägen",   U"väg",       U"gränd",  U"gränden", U"stigen",
    U"stig",       U"torget",  U"torg",    U"allén",     U"allé",   U"alléen",  U"backen",
    U"backe",      U"gade",    U"gaden",   U"gyde",      U"gyden",  U"vej",     U"vejen",
    U"stræde",     U"strædet", U"torv",    U"torvet",    U"vænge",  U"vænget",  U"bakke",
    U"bakken",     U"stien",   U"sti",     U"boulevard", U"street", U"road",    U"boulevarden",
    U"esplanaden", U"slingan", U"svängen",
};
// These are also other things: a street only with a capital, "Lærkehaven 8".
constexpr Signs capital_ends[] = {
    U"haven",     U"parken", U"park",     U"plads",   U"pladsen", U"gården", U"gård",     U"marken",
    U"lunden",    U"dalen",  U"højen",    U"krogen",  U"krog",    U"toften", U"toft",     U"vangen",
    U"vang",      U"skoven", U"hegnet",   U"kæret",   U"brinken", U"løkken", U"svinget",  U"sving",
    U"åsen",      U"hagen",  U"höjden",   U"kullen",  U"lyckan",  U"kroken", U"kajen",    U"alle",
    U"ängen",     U"vreten", U"gärdet",   U"stråket", U"holmen",  U"mosen",  U"skrænten", U"engen",
    U"terrassen", U"bakker", U"kvarteret"};
constexpr Signs no_streets[] = {U"motorvej",
                                U"motorvejen",
                                U"motorväg",
                                U"motorvägen",
                                U"hovedvej",
                                U"riksväg",
                                U"länsväg",
                                U"europaväg",
                                U"luftväg",
                                U"järnväg",
                                U"udvej",
                                U"udveje",
                                U"omvej",
                                U"omväg",
                                U"genvej",
                                U"genväg",
                                U"utväg",
                                U"utvägen",
                                U"udvejen",
                                U"skolevej",
                                U"skolevejen",
                                U"skolväg",
                                U"skolvägen",
                                U"børnehaven",
                                U"skolehaven",
                                U"skolegården",
                                U"skolgården",
                                U"fritidsgården",
                                U"ungdomsgården",
                                U"legepladsen",
                                U"legeplads",
                                U"arbejdsplads",
                                U"arbejdspladsen",
                                U"praktikplads",
                                U"praktikpladsen",
                                U"døgnplads",
                                U"døgnpladsen",
                                U"byggepladsen",
                                U"læreplads",
                                U"elevplads",
                                U"elevpladsen",
                                U"skovbørnehaven",
                                U"naturbørnehaven",
                                U"skateparken",
                                U"plejeplads",
                                U"aflastningsplads",
                                U"institutionsplads",
                                U"vuggestueplads",
                                U"børnehaveplads",
                                U"personalegården",
                                U"bondegården",
                                U"børnegården"};
constexpr Signs units[] = {
    U"gange",        U"gang",      U"gånger",      U"gång",       U"ggr",          U"x",
    U"dage",         U"dag",       U"dagar",       U"døgn",       U"dygn",         U"timer",
    U"time",         U"timmar",    U"timme",       U"tim",        U"minutter",     U"minuter",
    U"min",          U"uger",      U"uge",         U"veckor",     U"vecka",        U"måneder",
    U"måned",        U"månader",   U"månad",       U"mdr",        U"mån",          U"år",
    U"årig",         U"åriga",     U"årige",       U"children",   U"børn",         U"barn",
    U"km",           U"kilometer", U"m",           U"meter",      U"kr",           U"kroner",
    U"kronor",       U"voksne",    U"vuxna",       U"personer",   U"pers",         U"elever",
    U"procent",      U"pct",       U"søskende",    U"syskon",     U"piger",        U"flickor",
    U"drenge",       U"pojkar",    U"sønner",      U"søner",      U"söner",        U"døtre",
    U"døttre",       U"döttrar",   U"venner",      U"vänner",     U"kammerater",   U"kompisar",
    U"nætter",       U"nat",       U"nätter",      U"natt",       U"aftener",      U"aften",
    U"kvällar",      U"kväll",     U"morgener",    U"morgnar",    U"eftermiddage", U"weekender",
    U"helger",       U"helg",      U"møder",       U"möten",      U"samtaler",     U"samtal",
    U"besøg",        U"besök",     U"hold",        U"mand",       U"stykker",      U"stk",
    U"stycken",      U"st",        U"hunde",       U"hundar",     U"katte",        U"katter",
    U"generationer", U"familier",  U"familjer",    U"lektioner",  U"ture",         U"klasser",
    U"lærere",       U"lärare",    U"pædagoger",   U"times",      U"days",         U"weeks",
    U"years",        U"hours",     U"adults",      U"dkk",        U"sek",          U"rum",
    U"værelser",     U"andre",     U"andra",       U"af",         U"av",           U"mod",
    U"mot",          U"större",    U"større",      U"ældre",      U"äldre",        U"yngre",
    U"små",          U"pædagog",   U"lejligheder", U"lägenheter", U"hus",          U"huse"};
constexpr Signs and_words[] = {U"og", U"och", U"eller", U"and"};
constexpr Signs number_words[] = {U"nr", U"no", U"nummer", U"num"};
constexpr Signs small_words[] = {
    U"på",   U"i",     U"den",  U"det",    U"hele",   U"hela",  U"halva", U"halve", U"fra",
    U"från", U"til",   U"till", U"ved",    U"vid",    U"ad",    U"langs", U"längs", U"over",
    U"över", U"efter", U"ud",   U"första", U"første", U"samme", U"samma", U"en",    U"et",
    U"ett",  U"vores", U"vår",  U"denne",  U"denna",  U"for",   U"för",   U"af"};
constexpr Signs clock_words[] = {U"kl", U"klokken", U"klockan", U"klokka", U"år", U"nr"};
// Whole words that are little else than names of places; "Alle 3 er enige" is no address.
constexpr Signs squares[] = {U"torvet", U"torget",  U"strædet",    U"gyden",
                             U"vænget", U"gränden", U"esplanaden", U"boulevarden"};
constexpr Signs place_words[] = {U"er",  U"är", U"i",  U"hvor", U"där",    U"der",
                                 U"var", U"tv", U"th", U"bor",  U"ligger", U"hos"};
constexpr Signs year_towns[] = {U"frederiksberg", U"københavn", U"kbh", U"copenhagen"};

bool ends_as_one_of(Signs word, SignWords ends, std::size_t least_before) {
    return std::ranges::any_of(ends, [&](Signs end) {
        return word.size() >= end.size() + least_before && word.ends_with(end);
    });
}

Found digits_at(Signs signs, std::size_t at) {
    Found digits{at, at};
    while (digits.to < signs.size() && is_digit(signs[digits.to])) ++digits.to;
    return digits;
}

char32_t sign_at(Signs signs, std::size_t at) { return at < signs.size() ? signs[at] : U'\0'; }

// 8.30, 5/6, 12:00, and what is counted: 2 gange, 2-3 dage, 5. klasse, 20 %.
bool counts_something(Signs signs, Found const& digits) {
    auto at = digits.to;
    auto const mark = sign_at(signs, at);
    bool const digit_next = is_digit(sign_at(signs, at + 1));
    if (mark == '%' || ((mark == '.' || mark == ':' || mark == ',' || mark == '/') && digit_next))
        return true;
    if (mark == '-' && digit_next) at = digits_at(signs, at + 1).to;
    auto after = word_after(signs, at);
    if (is_one_of(lower(part(signs, after)), and_words)) {
        auto const further = digits_at(signs, after.to + 1);
        if (further) after = word_after(signs, further.to);
    }
    if (is_one_of(lower(part(signs, after)), units)) return true;
    if (sign_at(signs, at) != '.') return sign_at(signs, after.from) == '%';
    auto const ordinal = word_after(signs, at + 1);
    return ordinal && !is_capital(signs[ordinal.from]) && ordinal.from > at + 1;
}

bool begins_sentence(Signs signs, std::size_t at) {
    while (at > 0 && signs[at - 1] == ' ') --at;
    return at == 0 || Signs(U".!?:\n").find(signs[at - 1]) != Signs::npos;
}

// Behind the number of a house that begins a sentence: nothing, a mark that ends the address, or
// what is said of a place. "Torvet 3, 2. tv.", "Torvet 3 er deres hjem"; not: "Parken 3
// formiddage".
bool stands_as_address(Signs signs, std::size_t at) {
    auto const mark = sign_at(signs, at);
    if (mark == ',' || mark == ';' || mark == '.' || mark == '\n' || mark == ')') return true;
    auto const word = word_after(signs, at);
    return !word || is_one_of(lower(part(signs, word)), place_words);
}

// A whole word that is also the end of names: Søndre Allé 3, på Torvet 3; not: på vej 3.
bool is_named_by_two(Signs signs, Found const& word, Found const& digits) {
    auto const earlier = word_before(signs, word.from);
    bool const pair = earlier && is_capital(signs[earlier.from]) &&
                      !is_one_of(lower(part(signs, earlier)), small_words);
    if (pair) return true;
    if (!is_capital(signs[word.from])) return false;
    if (!begins_sentence(signs, word.from)) return true;
    if (is_one_of(lower(part(signs, word)), squares)) return stands_as_address(signs, digits.to);
    // "Alle 3, også lillebror"
    bool const goes_on = sign_at(signs, digits.to) == ',' && word_after(signs, digits.to + 1);
    return !goes_on && !word_after(signs, digits.to);
}

Found street_word(Signs signs, Found const& digits) {
    auto at = digits.from;
    bool line = false;
    auto back = [&] {
        for (; at > 0 && is_blank(signs[at - 1]); --at) line = line || signs[at - 1] == '\n';
    };
    back();
    auto word = word_before(signs, at, U".,");
    if (is_one_of(lower(part(signs, word)), number_words)) {
        at = word.from;
        while (at > 0 && (signs[at - 1] == ',' || signs[at - 1] == ' ')) --at;
    }
    word = word_before(signs, at);
    // A list with numbers: the line before ends in whatever word.
    bool const list =
        line && (sign_at(signs, digits.to) == '.' || sign_at(signs, digits.to) == ')');
    return list ? Found{} : word;
}

Found street(Signs signs, Found const& digits) {
    if (digits.to - digits.from > 3) return {};
    auto word = street_word(signs, digits);
    if (!word || counts_something(signs, digits)) return {};
    auto const small = lower(part(signs, word));
    if (is_one_of(small, no_streets) || small.ends_with(U"dreng") || small.ends_with(U"drengen"))
        return {};
    bool const whole = is_one_of(small, street_ends) || is_one_of(small, capital_ends);
    bool named = whole
                     ? is_named_by_two(signs, word, digits)
                     : ends_as_one_of(small, street_ends, 1) ||
                           (is_capital(signs[word.from]) && ends_as_one_of(small, capital_ends, 3));
    if (!named) return {};
    if (auto const earlier = word_before(signs, word.from); whole && earlier)
        word.from = earlier.from;
    return {word.from, digits.to};
}

bool is_town(Signs signs, Found const& word) {
    auto const name = part(signs, word);
    if (name.size() < 2 || !is_capital(name[0]) || is_one_of(lower(name), units)) return false;
    bool const shouted = std::ranges::all_of(name, is_capital);
    return !shouted || name.size() > 4; // DSB, ADHD
}

// 3400 Hillerød, 621 50 Visby
Found postcode(Signs signs, Found const& digits) {
    bool const joined =
        digits.from > 0 && Signs(U".,:/+§(").find(signs[digits.from - 1]) != Signs::npos;
    auto const size = digits.to - digits.from;
    auto end = digits.to;
    if (joined) return {};
    if (size == 3) { // Swedish ones stand in three and two
        auto const two = digits_at(signs, end + 1);
        if (sign_at(signs, end) != ' ' || two.to - two.from != 2) return {};
        end = two.to;
    } else if (size != 4 && size != 5) {
        return {};
    }
    if (sign_at(signs, end) != ' ') return {};
    auto const town = word_after(signs, end);
    if (!is_town(signs, town) || part(signs, town).find(U'\n') != Signs::npos) return {};
    auto const before = lower(part(signs, word_before(signs, digits.from, U".:")));
    auto const paragraph = digits.from > 1 && signs[digits.from - 2] == U'§';
    if (is_one_of(before, clock_words) || is_one_of(before, units) || paragraph) return {};
    auto const first = signs.substr(digits.from, 2);
    bool const year = size == 4 && (first == U"19" || first == U"20" || first == U"18");
    if (year && !is_one_of(lower(part(signs, town)), year_towns)) return {};
    return {digits.from, town.to};
}

} // namespace

Found find_address(Signs signs) {
    for (std::size_t i = 0; i < signs.size(); ++i) {
        if (!is_digit(signs[i])) continue;
        auto const digits = digits_at(signs, i);
        if (auto found = street(signs, digits)) return found;
        bool const follows = i > 1 && signs[i - 1] == ' ' && is_digit(signs[i - 2]);
        if (!follows)
            if (auto found = postcode(signs, digits)) return found;
        i = digits.to;
    }
    return {};
}

} // namespace radslag::referral
