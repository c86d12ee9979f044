#include "domain/circle/circle.h"

#include <algorithm>

namespace radslag::circle {

Standing standing(std::vector<Decision> const& decisions, PersonId const& about,
                  std::vector<PersonId> const& deciders, bool each) {
    std::size_t yes = 0;
    std::size_t no = 0;
    for (auto const& d : decisions) {
        if (d.about != about || d.replaced_at) continue;
        if (std::find(deciders.begin(), deciders.end(), d.by) == deciders.end()) continue;
        ++(d.answer == Word::yes ? yes : no);
    }
    if (each) {
        if (no > 0) return Standing::no;
        return !deciders.empty() && yes == deciders.size() ? Standing::yes : Standing::waiting;
    }
    if (yes > 0) return Standing::yes;
    return no > 0 && no == deciders.size() ? Standing::no : Standing::waiting;
}

Invitation const* invitation_of(std::vector<Invitation> const& all, PersonId const& person,
                                std::string_view meeting, std::int64_t round) {
    for (auto const& i : all)
        if (i.person == person && i.meeting == meeting && i.round == round) return &i;
    return nullptr;
}

Result<Invitation> invite(std::vector<Invitation> const& all, Invitation fresh) {
    if (invitation_of(all, fresh.person, fresh.meeting, fresh.round) != nullptr)
        return radslag::no("circle.invited", "person");
    return fresh;
}

Result<Invitation> answer(Invitation invitation, Coming coming, std::string note, Instant now) {
    invitation.answer = coming;
    invitation.answer_note = std::move(note);
    invitation.answered_at = now;
    return invitation;
}

} // namespace radslag::circle
