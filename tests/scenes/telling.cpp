// What Then asks of the answer and of the case.
#include <algorithm>

#include <fmt/format.h>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

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

// The act is what the last star stands for.
std::optional<std::string> how_often(std::string const& text, std::vector<std::string>& s) {
    if (fits("it happened once: *", text, s)) return "1";
    if (fits("it never happened: *", text, s)) return "0";
    if (fits("it happened * times: *", text, s)) return s[0];
    return std::nullopt;
}

} // namespace

void Town::then(Line const& line) {
    at_ = line.place;
    if (tell_outcome(line.text)) return;
    settle(&line);
    at_ = line.place;
    if (tell_case(line.text) || tell_meeting(line.text) || tell_due(line.text) ||
        tell_log(line.text) || tell_house(line.text) || tell_exactly(line.text) ||
        tell_reader(line.text))
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
        for (auto const& filled : last_.no.theirs) theirs += cells::join(filled.value) + "\n";
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
        auto const& happened = last_.done->happened;
        must(std::find(happened.begin(), happened.end(), s[0]) != happened.end(),
             "what happened was: " + cells::join(happened));
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
        auto const fresh = reader();
        auto const around = commands::circumstances(
            *fresh, *fresh->organisation(now.conference().organisation), clock_.now());
        auto count =
            workflow::count(rules, now, around, {need->what, need->of, need->who, need->at_least});
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
    if (fits("nothing is due any more", text, s)) {
        auto const now = file();
        for (auto const& due : now.all<workflow::Due>())
            must(due.met_at.has_value(), "a clock runs: " + due.of);
        return true;
    }
    return false;
}

bool Town::tell_house(std::string const& text) {
    Stars s;
    if (!fits("the restriction * is *", text, s)) return false;
    auto const one = restriction(s[0]);
    auto const is = commands::restriction_view(one, "en", organisation_, day()).state;
    must(is == s[1], "it is " + is);
    return true;
}

bool Town::tell_log(std::string const& text) {
    Stars s;
    if (fits("nobody is named where it happened: *", text, s)) {
        for (auto const& h : reader()->happenings(case_, 0, 100'000, false))
            must(h.name != s[0] ||
                     (!h.staff && !h.by && !h.for_whom && !h.told && h.request.empty()),
                 "it is named");
        return true;
    }
    auto const wanted = how_often(text, s);
    if (!wanted) return false;
    auto const all = reader()->happenings(case_, 0, 100'000, false);
    auto const times =
        std::count_if(all.begin(), all.end(), [&](auto const& h) { return h.name == s.back(); });
    must(std::to_string(times) == *wanted, fmt::format("it happened {} times", times));
    return true;
}

} // namespace radslag::scenes
