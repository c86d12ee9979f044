// A referral is judged and decided, and the family gets its name.
#include <algorithm>

#include "sim/sitting.h"

namespace radslag::sim {

using process::Condition;

// One or two on each axis.
bool Sitting::criteria() {
    if (!can("judge_criteria") || play_.times_["done judge_criteria"] > 0) return false;
    std::map<std::string, std::vector<std::string>> axes;
    for (auto const& option : sight_.options("judge_criteria", "criteria"))
        axes[option.value.substr(0, option.value.find('.'))].push_back(option.value);
    if (axes.empty()) return false;
    std::vector<std::string> ticked;
    for (auto& [axis, all] : axes) {
        std::size_t least = 1;
        for (auto const& rule : play_.model().criteria)
            if (rule.id == axis) least = static_cast<std::size_t>(std::max(1, rule.at_least));
        play_.chance_.shuffle(all);
        all.resize(std::min(all.size(), least + play_.chance_.below(2)));
        ticked.insert(ticked.end(), all.begin(), all.end());
    }
    return does({"judge_criteria", {}, {}, {{"criteria", ticked}}});
}

bool Sitting::verdict() {
    bool const no = play_.aim_.rest == Rest::refused;
    if (no && can("answer_referrer")) return each_person("answer_referrer");
    if (can("decide_referral"))
        return does({"decide_referral",
                     {},
                     {},
                     {{"verdict", std::string(no ? "not_suitable" : "granted")}}});
    return can("pass_to_committee") && (criteria() || each_person("pass_to_committee"));
}

// With the consent the family gets its name (PN3).
bool Sitting::identity() {
    if (!can("link_identity")) return false;
    auto const& main = play_.home_.mains.front();
    auto const& guardian = play_.home_.guardians.front();
    Wish wish{"link_identity", {}, {}, {}};
    wish.fields = {{"main_name", main.name},           {"guardian_name", guardian.name},
                   {"relation", guardian.relation},    {"main_agrees", true},
                   {"told", std::string("in_person")}, {"told_on", write_date(play_.day())}};
    if (main.born) wish.fields["main_born"] = write_date(*main.born);
    return does(std::move(wish));
}

} // namespace radslag::sim
