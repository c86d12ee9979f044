// Questions, consents, worries and the case papers.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

view::ConsentOf consent_of(Look const& look, process::Consent const& rule, PersonId const& person) {
    view::ConsentOf told;
    told.person = person.text;
    told.name = look.name_for(person);
    auto const* c = consent::latest(look.here.all<consent::Consent>(), rule.id, person);
    if (c == nullptr) return told;
    told.answer = c->answer == consent::Answer::refused ? "refused"
                  : c->withdrawn_at                     ? "withdrawn"
                  : c->lapsed_at                        ? "lapsed"
                                                        : "given";
    told.part = c->part;
    told.told = word(c->told);
    told.told_on = c->told_on;
    if (c->stands()) told.lapses_on = c->lapses_on;
    return told;
}

// Those who are asked, and whoever has answered beside them (a child who was heard).
std::vector<PersonId> asked_or_heard(Look const& look, process::Consent const& rule) {
    auto const& here = look.here;
    std::vector<PersonId> ids;
    for (auto const* p : workflow::asked(here.book, here.file, here.today, rule))
        ids.push_back(p->id);
    for (auto const& p : here.all<people::Person>())
        if (p.is_here() && std::find(ids.begin(), ids.end(), p.id) == ids.end() &&
            consent::latest(here.all<consent::Consent>(), rule.id, p.id) != nullptr)
            ids.push_back(p.id);
    return ids;
}

bool is_whole(Look const& look, process::Consent const& rule) {
    auto const& here = look.here;
    auto const asked = workflow::asked(here.book, here.file, here.today, rule);
    return !asked.empty() && std::all_of(asked.begin(), asked.end(), [&](auto const* p) {
        auto const* c = consent::latest(here.all<consent::Consent>(), rule.id, p->id);
        return c != nullptr && c->stands();
    });
}

// A note says nothing of who wrote it; what happened at that instant does. Nobody but those who see
// all gets to read what others told about them.
std::vector<Instant> instants_of_my_notes(Look const& look) {
    std::vector<Instant> mine;
    constexpr std::size_t page = 500;
    std::int64_t after = 0;
    for (;;) {
        auto const some =
            look.here.reader.happenings(look.here.conference().id, after, page, false);
        for (auto const& h : some)
            if (h.name == "note_safety" && (look.is_me(h.by) || look.is_me(h.for_whom)))
                mine.push_back(h.at);
        if (some.size() < page) return mine;
        after = some.back().seq;
    }
}

} // namespace

view::QuestionsView questions_of(Look const& look) {
    auto const& here = look.here;
    view::QuestionsView view;
    for (auto const& q : here.all<preparation::Question>())
        if (!q.removed_at && look.shows(Matter::questions, q.by))
            view.questions.push_back(
                {q.id.text, {}, q.text, look.name_for(q.by), q.written_at, q.changed_in});
    if (!look.all(Matter::questions)) return view;
    if (auto const& all = here.all<preparation::Purpose>(); !all.empty()) {
        for (auto const& chosen : all.back().chosen)
            view.purposes.push_back(look.words("purpose", chosen));
        view.purpose_text = all.back().text;
    }
    auto const& rules = here.model().questions;
    if (!rules || view.questions.empty()) return view;
    for (auto const* p : workflow::people_in(here.book, here.file, rules->agreed_by)) {
        if (workflow::is_shut_out(here.file, p->id)) continue;
        if (!workflow::has_own_voice(here.book, *p, here.today)) continue;
        bool const agreed = preparation::are_agreed(here.all<preparation::Question>(),
                                                    here.all<preparation::Agreement>(), {p->id});
        (agreed ? view.agreed_by : view.not_yet_agreed).push_back(look.name_for(p->id));
    }
    return view;
}

std::vector<view::ConsentView> consents_of(Look const& look) {
    std::vector<view::ConsentView> all;
    for (auto const& rule : look.here.model().consents) {
        view::ConsentView view;
        view.consent = rule.id;
        view.text = look.words("consent", rule.id);
        if (look.all(Matter::consents)) view.whole = is_whole(look, rule);
        for (auto const& id : asked_or_heard(look, rule))
            if (look.shows(Matter::consents, id)) view.people.push_back(consent_of(look, rule, id));
        all.push_back(std::move(view));
    }
    return all;
}

std::vector<view::SafetyView> safety_of(Look const& look) {
    std::vector<view::SafetyView> views;
    auto const& notes = look.here.all<circle::SafetyNote>();
    if (notes.empty()) return views;
    std::vector<Instant> mine;
    if (!look.all(Matter::safety)) mine = instants_of_my_notes(look);
    for (auto const& note : notes)
        if (look.all(Matter::safety) ||
            std::find(mine.begin(), mine.end(), note.written_at) != mine.end())
            views.push_back({note.id.text, note.about.text, look.name_for(note.about),
                             look.name_for(note.keep_apart_from), note.text, note.written_at});
    return views;
}

std::vector<view::PaperView> papers_of(Look const& look) {
    std::vector<view::PaperView> views;
    for (auto const& p : look.here.all<casepapers::Paper>())
        if (look.shows(Matter::papers, p.written_by))
            views.push_back({p.id.text, std::string(word(p.kind)), p.title, p.text, p.dated,
                             look.name_for(p.written_by), p.changed_in});
    std::stable_sort(views.begin(), views.end(),
                     [](auto const& a, auto const& b) { return a.dated > b.dated; });
    return views;
}

} // namespace radslag::commands::looks
