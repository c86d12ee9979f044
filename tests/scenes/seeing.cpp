// What Then asks of each reader: what they see, and what is offered to them.
#include <algorithm>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

// All words of a view, one after another.
void gather(std::string const& text, std::string& all) { all += text + "\n"; }
void gather(Date const& date, std::string& all) { all += write_date(date) + "\n"; }
void gather(Instant const&, std::string&) {}
template <class T>
    requires std::integral<T>
void gather(T, std::string&) {}
template <class T> void gather(std::optional<T> const& one, std::string& all);
template <class T> void gather(std::vector<T> const& many, std::string& all);
template <class T>
    requires requires { T::schema; }
void gather(T const& view, std::string& all) {
    std::apply([&](auto const&... f) { (gather(view.*(f.at), all), ...); }, T::fields);
}
template <class T> void gather(std::optional<T> const& one, std::string& all) {
    if (one) gather(*one, all);
}
template <class T> void gather(std::vector<T> const& many, std::string& all) {
    for (auto const& one : many) gather(one, all);
}

std::optional<bool> section(commands::view::CaseView const& v, std::string_view name) {
    std::pair<std::string_view, bool> const all[] = {
        {"people", v.people.has_value()},
        {"referral", v.referral.has_value()},
        {"consents", v.consents.has_value()},
        {"questions", v.questions.has_value()},
        {"safety", v.safety.has_value()},
        {"papers", v.papers.has_value()},
        {"meetings", v.meetings.has_value()},
        {"accounts", v.accounts.has_value()},
        {"offers", v.offers.has_value()},
        {"plan", v.plan.has_value()},
        {"evaluation", v.evaluation.has_value()},
        {"log", v.log},
        {"fidelity", v.fidelity},
    };
    for (auto const& [section, there] : all)
        if (section == name) return there;
    return {};
}

} // namespace

commands::Answer<commands::view::CaseView> Town::look(commands::Staff const& who) {
    return commands::look_at_case(world(), caller(who), case_);
}

// Whatever is told to this reader about anything: the case, its log, desk, lists, committees.
std::string Town::all_words(commands::Staff const& who) {
    std::string all;
    auto const as = caller(who);
    if (auto view = look(who)) gather(*view, all);
    std::string cursor;
    do {
        auto log = commands::look_at_log(world(), as, case_, cursor);
        if (!log) break;
        gather(log->entries, all);
        cursor = log->next;
    } while (!cursor.empty());
    if (auto method = commands::look_at_fidelity(world(), as, case_)) gather(*method, all);
    if (auto figures = commands::look_at_figures(world(), as, {})) gather(*figures, all);
    if (auto desk = commands::look_at_desk(world(), as)) gather(*desk, all);
    if (auto list = commands::list_cases(world(), as, {})) gather(*list, all);
    if (auto asked = commands::look_at_restrictions(world(), as)) gather(*asked, all);
    if (auto committees = commands::look_at_committees(world(), as)) gather(*committees, all);
    return all;
}

namespace {

// The round that is asked about, or the last.
std::optional<commands::view::RuleRoundView>
round_of(commands::view::Fidelity const& method, std::string const& rule, std::string const& n) {
    for (auto const& one : method.rules) {
        if (one.id != rule || one.rounds.empty()) continue;
        if (n.empty()) return one.rounds.back();
        for (auto const& round : one.rounds)
            if (std::to_string(round.round) == n) return round;
    }
    return {};
}

} // namespace

bool Town::tell_method(std::string const& text) {
    Stars s;
    if (fits("* is told that nobody sees whether it is kept: *", text, s)) {
        auto method = commands::look_at_fidelity(world(), caller(staff(s[0])), case_);
        must(method &&
                 std::ranges::any_of(method->unseen,
                                     [&](auto const& one) { return one.name.starts_with(s[1]); }),
             "that is not told");
        return true;
    }
    if (!fits("* reads the rule * as *", text, s)) return false;
    auto method = commands::look_at_fidelity(world(), caller(staff(s[0])), case_);
    must(method.has_value(), "it is closed to them");
    auto how = s[2];
    std::string n;
    if (Stars two; fits("* in round *", how, two)) {
        how = two[0];
        n = two[1];
    }
    auto const round = round_of(*method, s[1], n);
    must(round.has_value(), "there is no such rule or round");
    auto told = round->state;
    if (round->anyway) told += " and done all the same";
    else if (round->why_closed) told += " without the reason";
    else if (!round->why.empty())
        told += " by " + round->by + ", " + lower_ascii(round->role) + ": " + round->why;
    must(told == how || (told.starts_with("late by") && how == "late"), "it is " + told);
    return true;
}

bool Town::tell_reader(std::string const& text) {
    Stars s;
    if (tell_method(text)) return true;
    if (fits("* sees nothing of the case", text, s)) {
        auto view = look(staff(s[0]));
        must(!view && view.error().why.front().code == "case.not_there", "it is there for them");
        auto list = commands::list_cases(world(), caller(staff(s[0])), {});
        must(list && std::none_of(list->cases.begin(), list->cases.end(),
                                  [&](auto const& c) { return c.id == case_.text; }),
             "it stands in their list");
        return true;
    }
    bool const yes = fits("* sees *", text, s);
    if (yes || fits("* does not see *", text, s)) {
        auto const& who = staff(s[0]);
        auto view = look(who);
        bool there = false;
        if (s[1].starts_with("the words ")) {
            there = all_words(who).find(unquoted(s[1].substr(10))) != std::string::npos;
        } else if (view) {
            auto open = section(*view, s[1]);
            must(open.has_value(), "a case has no part called " + s[1]);
            there = *open;
        } else must(!yes, "the case is not there for them");
        must(there == yes, yes ? "it is closed to them" : "it is open to them");
        return true;
    }
    bool const can = fits("* may *", text, s) && !s[1].starts_with("not ");
    if (can) {
        may(staff(s[0]), s[1], true);
        return true;
    }
    s.clear();
    if (!fits("* may not *", text, s)) return false;
    may(staff(s[0]), s[1], false);
    return true;
}

// "invite Nils", "record the yes for Elsa"
void Town::may(commands::Staff const& who, std::string what, bool yes) {
    Phrase const* said = nullptr;
    for (auto const& phrase : phrases())
        if ((what == phrase.words || what.starts_with(std::string(phrase.words) + " ")) &&
            (said == nullptr || phrase.words.size() > said->words.size()))
            said = &phrase;
    must(said != nullptr, "no such act: " + what);
    auto rest = trim(what.substr(said->words.size()));
    std::string whom;
    std::string about;
    if (rest.starts_with("for ")) whom = person(rest.substr(4));
    else if (auto const* act = commands::find_act(said->act); !rest.empty() && act != nullptr)
        about = row_of(act->about, rest);
    std::vector<commands::view::Can> all;
    if (said->act == "open_case" || said->act == "refer") {
        if (auto desk = commands::look_at_desk(world(), caller(who))) all = desk->can;
    } else if (auto view = look(who)) all = view->can;
    bool const found = std::any_of(all.begin(), all.end(), [&](auto const& can) {
        if (can.act != said->act) return false;
        auto const& rows = can.about;
        if (!about.empty() &&
            (!rows || std::ranges::find(*rows, about, &commands::view::Named::id) == rows->end()))
            return false;
        return whom.empty() || std::any_of(can.for_whom.begin(), can.for_whom.end(),
                                           [&](auto const& n) { return n.id == whom; });
    });
    must(found == yes, found ? "they may" : "they may not");
}

} // namespace radslag::scenes
