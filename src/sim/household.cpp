#include "sim/household.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace radslag::sim {
namespace {

struct Ages {
    int least, most;
};

Ages ages_of(std::string const& life) {
    if (life == "child") return {7, 13};
    if (life == "young") return {15, 17};
    if (life == "elder") return {76, 91};
    return {28, 59};
}

class Inventor {
public:
    Inventor(Tongue const& tongue, Date today, Chance& chance)
        : tongue_(tongue),
          today_(today),
          chance_(chance),
          surname_(chance.pick(names("surnames"))) {}

    Someone someone(Relative const& relative, bool of_the_family) {
        Someone one;
        one.relation = relative.relation;
        one.near = relative.near;
        auto const& surname =
            of_the_family && chance_.odds(60) ? surname_ : chance_.pick(names("surnames"));
        one.name = first_name(relative.names) + " " + surname;
        // 070-174 06 05 to 070-174 06 99 are kept free for invented people.
        if (tongue_.language != "da" && chance_.odds(70))
            one.phone = fmt::format("070-174 06 {:02}", chance_.between(5, 99));
        if (chance_.odds(35))
            one.mail = "post" + std::to_string(chance_.between(100, 999)) + "@hem.example";
        return one;
    }

    Someone main(std::string const& life) {
        auto const girl = chance_.odds(50);
        auto const list = life == "elder"   ? (girl ? "old_women" : "old_men")
                          : life == "adult" ? (girl ? "women" : "men")
                                            : (girl ? "girls" : "boys");
        Someone one;
        one.name = first_name(list) + " " + surname_;
        one.near = "near";
        auto const ages = ages_of(life);
        one.born = add_days(today_, -365 * chance_.between(ages.least, ages.most) -
                                        chance_.between(1, 200));
        return one;
    }

    // The first of `fixed`, then others until there are enough; nobody is the same relation twice.
    std::vector<Someone> some(Relatives const& fixed, Relatives others, int many, bool family) {
        std::vector<Someone> all;
        std::set<std::string> there;
        chance_.shuffle(others);
        for (auto const* from : {&fixed, static_cast<Relatives const*>(&others)})
            for (auto const& relative : *from)
                if (static_cast<int>(all.size()) < many && there.insert(relative.relation).second)
                    all.push_back(someone(relative, family));
        return all;
    }

private:
    Lines const& names(std::string const& list) const {
        auto at = tongue_.names.find(list);
        RADSLAG_SURE(at != tongue_.names.end() && !at->second.empty());
        return at->second;
    }
    // Two of one first name would be confused.
    std::string first_name(std::string const& list) {
        for (int tries = 0; tries < 20; ++tries) {
            auto const& name = chance_.pick(names(list));
            if (taken_.insert(name).second) return name;
        }
        return chance_.pick(names(list));
    }

    Tongue const& tongue_;
    Date today_;
    Chance& chance_;
    std::string surname_;
    std::set<std::string> taken_;
};

Story const& story_for(Tongue const& tongue, bool child, Chance& chance) {
    std::vector<Story const*> fitting;
    for (auto const& story : tongue.stories)
        if ((story.life == "child" || story.life == "young") == child) fitting.push_back(&story);
    return *chance.pick(fitting);
}

} // namespace

Household invent(Tongue const& tongue, Wanted const& wanted, Date today, Chance& chance) {
    Household home;
    home.tongue = &tongue;
    home.story = &story_for(tongue, wanted.child, chance);
    home.life = home.story->life;
    auto const& around = tongue.around_at(home.life);
    Inventor inventor(tongue, today, chance);
    for (int i = 0; i < wanted.mains; ++i) home.mains.push_back(inventor.main(home.life));
    auto const guardians = wanted.child ? chance.between(1, 2) : 1;
    home.guardians = inventor.some(around.guardians, {}, guardians, true);
    home.network = inventor.some(home.story->circle, around.network, wanted.network, true);
    home.support = inventor.some({}, around.support, 1, false);
    home.professionals = inventor.some({}, around.professionals, wanted.professionals, false);
    home.others = inventor.some({}, around.others, 1, false);
    return home;
}

std::string spoken(std::string text, Household const& home, bool nameless) {
    auto called = home.tongue->calls.find(home.life);
    auto const main = !nameless && !home.mains.empty()     ? home.mains.front().first()
                      : called != home.tongue->calls.end() ? called->second
                                                           : std::string{};
    static constexpr std::string_view mark = "{main}";
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + main.size()))
        text.replace(at, mark.size(), main);
    // The words for people in words/ begin with plain letters.
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z')
        text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

} // namespace radslag::sim
