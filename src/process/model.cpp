#include "process/model.h"

#include <algorithm>

namespace radslag::process {
namespace {

template <class Things> auto const* find_id(Things const& things, std::string_view id) {
    auto found = std::find_if(things.begin(), things.end(),
                              [&](auto const& thing) { return thing.id == id; });
    return found == things.end() ? nullptr : &*found;
}

template <class Things> Ix place_of_id(Things const& things, std::string_view id) {
    auto const* found = find_id(things, id);
    return found == nullptr ? nowhere : static_cast<Ix>(found - things.data());
}

} // namespace

Ix Model::role(std::string_view role_id) const { return place_of_id(roles, role_id); }
Ix Model::stage(std::string_view stage_id) const { return place_of_id(stages, stage_id); }

Consent const* Model::consent(std::string_view consent_id) const {
    return find_id(consents, consent_id);
}

Meeting const* Model::meeting(std::string_view meeting_id) const {
    return find_id(meetings, meeting_id);
}

Intake const* Model::intake(std::string_view intake_id) const {
    return find_id(intakes, intake_id);
}

Ending const* Model::ending(std::string_view ending_id) const {
    return plan ? find_id(plan->endings, ending_id) : nullptr;
}

Need const* Model::need(std::string_view need_id) const {
    for (auto const& each : stages)
        if (auto const* found = find_id(each.needs, need_id)) return found;
    for (auto const& each : meetings) {
        if (auto const* found = find_id(each.needs, need_id)) return found;
        for (auto const& step : each.steps)
            if (auto const* found = find_id(step.needs, need_id)) return found;
    }
    return nullptr;
}

Who Model::everyone(Function is) const {
    Who all;
    for (std::size_t i = 0; i < roles.size(); ++i)
        if (roles[i].is == is) all.add(static_cast<Ix>(i));
    return all;
}

std::string const* Model::text_if(std::string_view language, std::string_view key) const {
    auto found = texts.find(language);
    if (found == texts.end()) found = texts.find(home_language);
    if (found == texts.end()) return nullptr;
    auto words = found->second.find(key);
    return words == found->second.end() ? nullptr : &words->second;
}

std::string const& Model::text(std::string_view language, std::string_view key) const {
    auto const* found = text_if(language, key);
    RADSLAG_SURE(found != nullptr);
    return *found;
}

} // namespace radslag::process
