// What Then asks: of the answer, the case, and what each reader sees.
#include <algorithm>

#include <fmt/format.h>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

// All words of a view, one after another.
void gather(std::string const& text, std::string& all) { all += text + "\n"; }
void gather(Date const& date, std::string& all) { all += write_date(date) + "\n"; }
void gather(Instant const&, std::string&) {}
template <class T> requires std::integral<T> void gather(T, std::string&) {}
template <class T> void gather(std::optional<T> const& one, std::string& all);
template <class T> void gather(std::vector<T> const& many, std::string& all);
template <class T> requires requires { T::schema; } void gather(T const& view, std::string& all) {
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
        {"people", v.people.has_value()},         {"referral", v.referral.has_value()},
        {"consents", v.consents.has_value()},     {"questions", v.questions.has_value()},
        {"safety", v.safety.has_value()},         {"papers", v.papers.has_value()},
        {"meetings", v.meetings.has_value()},     {"accounts", v.accounts.has_value()},
        {"offers", v.offers.has_value()},         {"plan", v.plan.has_value()},
        {"evaluation", v.evaluation.has_value()}, {"log", v.log},
    };
    for (auto const& [section, there] : all)
        if (section == name) return there;
    return {};
}

std::string unquoted(std::string const& text) {
    return text.size() >= 2 && text.front() == '"' && text.back() == '"'
               ? text.substr(1, text.size() - 2)
               : text;
}

std::string written_refusals(commands::No const& no) {
    std::string all;
    for (auto const& r : no.why) {
        all += (all.empty() ? "" : "; ") + r.code;
        if (!r.field.empty()) all += " about " + r.field;
        for (auto const& [name, fact] : r.facts) all += fmt::format(" ({}: {})", name, fact);
    }
    return all;
}

bool has_fact(Refusal const& r, std::string const& fact) {
    return std::any_of(r.facts.begin(), r.facts.end(),
                       [&](auto const& f) { return f.second.find(fact) != std::string::npos; });
}

} // namespace

void Town::then(Line const& line) {
    at_ = line.place;
    if (tell_outcome(line.text)) return;
    settle(&line);
    at_ = line.place;
    if (tell_case(line.text) || tell_meeting(line.text) || tell_due(line.text) ||
        tell_log(line.text) || tell_reader(line.text))
        return;
    wrong("Then does not know: " + line.text);
}

bool Town::tell_outcome(std::string const& text) {
    Stars s;
    if (text == "it is done") {
        must(last_.any, "nothing was done yet");
        settle(nullptr);
        return true;
    }
    if (fits("it is refused: *", text, s)) {
        refused(s[0]);
        return true;
    }
    if (fits("it is told what stands there: *", text, s)) {
        std::string theirs;
        gather(last_.no.theirs, theirs);
        must(theirs.find(unquoted(s[0])) != std::string::npos, "told was: " + theirs);
        return true;
    }
    if (fits("it is done with a doubt: *", text, s)) {
        must(last_.done.has_value(), "refused: " + written_refusals(last_.no));
        auto const& doubts = last_.done->doubts;
        must(std::find(doubts.begin(), doubts.end(), s[0]) != doubts.end(), "no such doubt");
        return true;
    }
    if (fits("* followed", text, s)) {
        must(last_.done.has_value(), "refused: " + written_refusals(last_.no));
        std::string happened;
        gather(last_.done->happened, happened);
        must(("\n" + happened).find("\n" + s[0] + "\n") != std::string::npos,
             "what happened was: " + happened);
        return true;
    }
    return false;
}

// "step.not_theirs about person (Teacher)"
void Town::refused(std::string const& what) {
    must(last_.any && !last_.done, "it was done");
    last_.judged = true;
    std::string code = what;
    std::string field;
    std::string fact;
    Stars s;
    if (fits("* (*)", code, s)) {
        code = s[0];
        fact = s[1];
    }
    if (Stars two; fits("* about *", code, two)) {
        code = two[0];
        field = two[1];
    }
    bool const found = std::any_of(last_.no.why.begin(), last_.no.why.end(), [&](auto const& r) {
        return r.code == code && (field.empty() || r.field == field) &&
               (fact.empty() || has_fact(r, fact));
    });
    must(found, "refused was: " + written_refusals(last_.no));
}

bool Town::tell_case(std::string const& text) {
    Stars s;
    auto const now = case_.empty() ? workflow::CaseFile{} : file();
    if (fits("the case is stopped as *", text, s)) {
        must(now.conference().status == conference::Status::stopped, "it is not stopped");
        must(now.conference().stop == s[0], "it was stopped as " + now.conference().stop);
        return true;
    }
    if (fits("the case is in *", text, s)) {
        must(now.conference().stage == s[0], "it is in " + now.conference().stage);
        return true;
    }
    if (fits("the case is called *", text, s)) {
        must(now.conference().name == unquoted(s[0]), "it is called " + now.conference().name);
        return true;
    }
    if (fits("the case is in round *", text, s)) return false;
    if (fits("the round is *", text, s)) {
        must(std::to_string(now.conference().round) == s[0], "another round");
        return true;
    }
    if (text == "there is no case") {
        must(case_.empty(), "there is one");
        return true;
    }
    if (fits("the case is *", text, s)) {
        auto const is = word(now.conference().status);
        must(is == s[0], "it is " + std::string(is));
        return true;
    }
    if (fits("the need * is not met", text, s) || fits("the need * is met", text, s)) {
        bool const wanted = !text.ends_with("not met");
        auto const& rules = book(now);
        auto const* need = rules.model().need(s[0]);
        must(need != nullptr, "there is no such need");
        auto count = workflow::count(rules, now, day(),
                                     {need->what, need->of, need->who, need->at_least});
        must((count == workflow::Count::all) == wanted, "it is the other way");
        return true;
    }
    return false;
}

bool Town::tell_meeting(std::string const& text) {
    Stars s;
    auto latest = [&](workflow::CaseFile const& now) {
        auto const& all = now.all<meeting::Meeting>();
        must(!all.empty(), "there is no meeting");
        auto const* current = meeting::current(all);
        return current != nullptr ? *current : all.back();
    };
    if (fits("the meeting is in *", text, s)) {
        auto const m = latest(file());
        must(m.is_open() && m.step == s[0], "it is in " + m.step);
        return true;
    }
    if (fits("the meeting ended as *", text, s)) {
        auto const m = latest(file());
        must(m.outcome && word(*m.outcome) == s[0], "another ending");
        return true;
    }
    if (text == "the meeting is paused") {
        must(latest(file()).paused_at.has_value(), "it is not paused");
        return true;
    }
    if (fits("in the room are *", text, s)) {
        auto const now = file();
        auto const m = latest(now);
        std::vector<std::string> names;
        for (auto const& seat : now.all<meeting::Seat>())
            if (seat.meeting == m.id && seat.is_in())
                names.push_back(people::find(now.all<people::Person>(), seat.person)->name);
        auto wanted = s[0] == "nobody" ? std::vector<std::string>{} : split(s[0], ", ");
        for (auto& name : wanted)
            name = people::find(now.all<people::Person>(), PersonId{person(name)})->name;
        std::sort(names.begin(), names.end());
        std::sort(wanted.begin(), wanted.end());
        must(names == wanted, "in the room are " + cells::join(names));
        return true;
    }
    return false;
}

workflow::Due Town::due_of(std::string const& id) {
    auto const now = file();
    workflow::Due const* found = nullptr;
    for (auto const& due : now.all<workflow::Due>())
        if (due.kind == workflow::DueKind::deadline && due.of == id) found = &due;
    if (found == nullptr) wrong("there is no deadline " + id);
    return *found;
}

bool Town::tell_due(std::string const& text) {
    Stars s;
    if (fits("the deadline * is due on *", text, s)) {
        auto const due = due_of(s[0]);
        auto const on = write_date(workflow::last_day(due));
        must(!due.met_at && on == s[1], "it is due on " + on);
        return true;
    }
    if (fits("the deadline * is met", text, s)) {
        must(due_of(s[0]).met_at.has_value(), "it is not met");
        return true;
    }
    if (fits("the deadline * is *", text, s)) {
        auto const due = due_of(s[0]);
        auto const is = word(workflow::state_of(due, day()));
        must(!due.met_at && is == s[1], "it is " + std::string(is));
        bool const told = s[1] == "late" ? due.late_at.has_value() : true;
        must(told, "time has passed it over");
        return true;
    }
    return false;
}

bool Town::tell_log(std::string const& text) {
    Stars s;
    bool const once = fits("it happened once: *", text, s);
    if (!once && !fits("it never happened: *", text, s)) return false;
    auto const all = reader()->happenings(case_, 0, 100'000, false);
    auto const times = std::count_if(all.begin(), all.end(),
                                     [&](auto const& h) { return h.name == s[0]; });
    must(times == (once ? 1 : 0), fmt::format("it happened {} times", times));
    return true;
}

commands::Answer<commands::view::CaseView> Town::look(commands::Staff const& who) {
    return commands::look_at_case(world_, caller(who), case_);
}

// Whatever is told to this reader about anything: the case, its log, desk, lists, committees.
std::string Town::all_words(commands::Staff const& who) {
    std::string all;
    auto const as = caller(who);
    if (auto view = look(who)) gather(*view, all);
    std::string cursor;
    do {
        auto log = commands::look_at_log(world_, as, case_, cursor);
        if (!log) break;
        gather(log->entries, all);
        cursor = log->next;
    } while (!cursor.empty());
    if (auto desk = commands::look_at_desk(world_, as)) gather(*desk, all);
    if (auto list = commands::list_cases(world_, as, {})) gather(*list, all);
    if (auto committees = commands::look_at_committees(world_, as)) gather(*committees, all);
    return all;
}

bool Town::tell_reader(std::string const& text) {
    Stars s;
    if (fits("* sees nothing of the case", text, s)) {
        auto view = look(staff(s[0]));
        must(!view && view.error().why.front().code == "case.not_there", "it is there for them");
        auto list = commands::list_cases(world_, caller(staff(s[0])), {});
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
        if (auto desk = commands::look_at_desk(world_, caller(who))) all = desk->can;
    } else if (auto view = look(who)) all = view->can;
    bool const found = std::any_of(all.begin(), all.end(), [&](auto const& can) {
        if (can.act != said->act) return false;
        auto const& rows = can.about;
        if (!about.empty() && (!rows || std::find(rows->begin(), rows->end(), about) == rows->end()))
            return false;
        return whom.empty() || std::any_of(can.for_whom.begin(), can.for_whom.end(),
                                           [&](auto const& n) { return n.id == whom; });
    });
    must(found == yes, found ? "they may" : "they may not");
}

} // namespace radslag::scenes
