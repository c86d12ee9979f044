// What I may do now: the same questions that perform() asks, put for every act.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

// The beginning of a text is enough to tell it from the others.
std::string shortened(std::string const& text) {
    constexpr std::size_t most = 80; // bytes, cut where a character ends
    if (text.size() <= most) return text;
    auto end = most;
    while ((static_cast<unsigned char>(text[end]) & 0xc0U) == 0x80U) --end;
    return text.substr(0, end) + "…";
}

// What a row is called in "hand over: Karin Sand, coordinator": as far as this reader may know it.
class Labels {
public:
    explicit Labels(Look const& look) : look_(look) {}

    [[nodiscard]] std::string operator()(std::string_view about, std::string const& id) const {
        if (about == "person") return person(PersonId{id});
        if (about == "speaks") return speaks(id);
        if (about == "need") return need(id);
        if (about == "due")
            return of<workflow::Due>(
                id, [&](auto const& due) { return look_.words("deadline", due.of); });
        if (about == "meeting")
            return of<meeting::Meeting>(
                id, [&](auto const& meeting) { return look_.words("meeting", meeting.meeting); });
        if (about == "description")
            return of<referral::Description>(
                id, [&](auto const& text) { return field_words(look_, text.field_id); });
        if (about == "question")
            return text<preparation::Question>(id, Matter::questions, &preparation::Question::text);
        if (about == "action") return text<plan::Action>(id, Matter::plan, &plan::Action::what);
        if (about == "clarification")
            return of<plan::Clarification>(id, [&](auto const& asked) {
                return look_.shows(Matter::plan, asked.asked_by) ? shortened(asked.question)
                                                                 : std::string{};
            });
        if (about == "paper")
            return text<casepapers::Paper>(id, Matter::papers, &casepapers::Paper::title);
        RADSLAG_SURE(false);
        return {};
    }

private:
    template <class Row, class Say>
    [[nodiscard]] std::string of(std::string const& id, Say say) const {
        auto const* row = look_.here.file.find<Row>(RowId{id});
        return row == nullptr ? std::string{} : std::string(say(*row));
    }
    template <class Row>
    [[nodiscard]] std::string text(std::string const& id, Matter matter,
                                   std::string Row::* at) const {
        if (!look_.any(matter)) return {};
        return of<Row>(id, [&](Row const& row) { return shortened(row.*at); });
    }
    // Who works here can hold two roles in a case, and it is one of them that is handed over.
    [[nodiscard]] std::string person(PersonId const& id) const {
        auto const* person = people::find(look_.here.all<people::Person>(), id);
        if (person == nullptr) return {};
        auto const name = look_.name_for(id);
        return person->staff ? name + ", " + look_.words("role", person->role) : name;
    }
    [[nodiscard]] std::string speaks(std::string const& id) const {
        return of<people::Speaks>(id, [&](people::Speaks const& row) {
            return look_.name_for(row.guardian) + " → " + look_.name_for(row.whom);
        });
    }
    [[nodiscard]] std::string need(std::string const& id) const {
        auto const* need = look_.here.model().need(id);
        return need == nullptr ? std::string{} : need_text(look_, *need);
    }

    Look const& look_;
};

std::vector<view::Named> whom(Look const& look, Act const& act) {
    std::vector<view::Named> found;
    for (auto const* person : recorded_for(look.here, act.name))
        if (act.whom == nullptr || act.whom(look.here, *person))
            found.push_back({person->id.text, look.name_for(person->id)});
    return found;
}

std::optional<view::Can> can_do(Look const& look, Act const& act) {
    auto const& here = look.here;
    if (here.book.mays(act.name).empty()) return {};
    view::Can can;
    can.act = act.name;
    can.own_name =
        workflow::may_in_own_name(here.book, here.facts, here.actor.asks_for(act.name), act.name);
    can.for_whom = whom(look, act);
    if (!can.own_name && can.for_whom.empty()) return {};
    if (act.when != nullptr && !act.when(here)) return {};
    if (act.candidates != nullptr) {
        can.about.emplace();
        Labels const label(look);
        for (auto& id : act.candidates(here)) can.about->push_back({id, label(act.about, id)});
        if (can.about->empty()) return {};
    }
    for (auto const& spec : act.fields) {
        if (spec.pick == nullptr) continue;
        view::Choices choices{std::string(spec.name), spec.pick(here)};
        if (choices.options.empty() && spec.required) return {};
        can.choices.push_back(std::move(choices));
    }
    if (act.filled != nullptr && look.any(act.matter)) {
        if (!can.about) can.filled.push_back({{}, act.filled(here, {})});
        else
            for (auto const& row : *can.about)
                can.filled.push_back({row.id, act.filled(here, row.id)});
    }
    if (act.suggested != nullptr) can.filled = act.suggested(here);
    if (act.words != nullptr) can.words = act.words(here);
    return can;
}

} // namespace

std::vector<view::Can> can_now(Look const& look) {
    std::vector<view::Can> all;
    for (auto const& act : acts())
        if (auto can = can_do(look, act)) all.push_back(std::move(*can));
    return all;
}

} // namespace radslag::commands::looks
