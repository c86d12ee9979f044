// What nobody needs for going on, and people do all the same.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

bool Sitting::extras() {
    bool did = false;
    if (play_.aim_.acute && sight_.seen.acute_why.empty() && play_.times_["done make_acute"] == 0)
        did = does({"make_acute", {}, {}, {}}) || did;
    did = sometimes(phrasebook().habits.extra) || did;
    if (play_.ground_.human) did = sometimes(phrasebook().habits.mishaps) || did;
    // What people do beside brings nothing on: it is no reason to wait for more of it.
    return did && play_.in_meeting_;
}

bool Sitting::sometimes(Extras const& habits) {
    bool did = false;
    for (auto const& [act, habit] : habits) {
        if (!can(act) || play_.times_["done " + act] >= habit.most) continue;
        if (!play_.is_of_those(act, habit.share)) continue;
        if (act == "answer_questionnaire") did = questionnaires(habit) || did;
        else if (play_.chance_.odds(habit.chance)) did = extra(act) || did;
    }
    return did;
}

bool Sitting::extra(std::string const& act) {
    auto const* it = sight_.can(act);
    Wish wish{act, {}, {}, {}};
    if (it->about) wish.about = play_.chance_.pick(*it->about).id;
    if (!it->for_whom.empty() && (!it->own_name || play_.chance_.odds(40)))
        wish.for_whom = play_.chance_.pick(it->for_whom).id;
    if (act == "correct" || act == "take_back") {
        auto const line = line_of_log(act == "take_back");
        if (!line) return false;
        wish.fields["happening"] = *line;
    }
    if (act == "arrive") { // late
        auto const* meeting = sight_.open_meeting();
        if (meeting == nullptr) return false;
        for (auto const& seat : meeting->seats)
            if (!seat.in && seat.belongs && has(sight_.options("arrive", "person"), seat.person))
                wish.fields["person"] = seat.person;
        if (!wish.fields.contains("person")) return false;
        wish.for_whom = it->own_name ? std::string{} : std::get<std::string>(wish.fields["person"]);
    }
    if (act == "extend_deadline") {
        auto last = play_.day();
        for (auto const& due : sight_.seen.due)
            if (due.id == wish.about) last = std::max(last, due.on);
        wish.fields["to"] = write_date(add_days(last, play_.chance_.between(7, 21)));
    }
    if (act == "write_paper" && !play_.home_.story->papers.empty() &&
        play_.times_["done write_paper"] == 0) {
        auto const& paper = play_.home_.story->papers.front();
        wish.fields = {{"title", paper.title}, {"text", paper.text}};
    }
    return does(std::move(wish));
}

std::optional<std::int64_t> Sitting::line_of_log(bool mine) {
    auto const log = play_.ground_.wire.read_log(sight_.who, *play_.id_);
    if (!log) return {};
    std::vector<std::int64_t> lines;
    for (auto const& entry : log->entries)
        if (!entry.who.empty() && (!mine || entry.can_take_back)) lines.push_back(entry.seq);
    if (lines.empty()) return {};
    return mine ? lines.front() : play_.chance_.pick(lines);
}

// Each person of a role answers once, in a role's name (PN14).
bool Sitting::questionnaires(Extra const& habit) {
    auto const* it = sight_.can("answer_questionnaire");
    bool did = false;
    for (auto const& option : sight_.options("answer_questionnaire", "questionnaire")) {
        auto const& all = play_.model().questionnaires;
        auto const at = std::ranges::find(all, option.value, &process::Questionnaire::id);
        if (at == all.end()) continue;
        for (auto const& person : std::vector(it->for_whom)) {
            auto const* known = sight_.person(person.id);
            if (known == nullptr || !play_.book_.is_in(at->who, known->role)) continue;
            auto& times =
                play_.times_["asked " + at->id + person.id + std::to_string(play_.round_)];
            if (times++ > 0 || !play_.chance_.odds(habit.chance)) continue;
            std::vector<std::string> answers;
            for (auto const& question : at->questions) {
                if (question.kind == process::AnswerKind::scale)
                    answers.push_back(question.id + "=" +
                                      std::to_string(std::min(5, play_.chance_.between(3, 6))));
                if (question.kind == process::AnswerKind::yes_no)
                    answers.push_back(question.id + "=" + (play_.chance_.odds(80) ? "yes" : "no"));
            }
            if (answers.empty()) continue;
            did = does({"answer_questionnaire",
                        {},
                        person.id,
                        {{"questionnaire", at->id}, {"answers", answers}}}) ||
                  did;
        }
    }
    return did;
}

} // namespace radslag::sim
