// A11: nothing begins without a recorded yes, and a yes can be taken back at any time.
#include "process/checker.h"

namespace radslag::process {
namespace {

// The consent whose yes the whole case rests on; null: this need asks for none.
Consent const* voluntary_yes(Checker const& check, Need const& need) {
    if (need.what != Condition::consent || need.rule.strength != Strength::hard) return nullptr;
    auto const* consent = check.model.consent(need.of);
    return consent->withdrawn == Withdrawn::stops_case ? consent : nullptr;
}

Consent const* yes_among(Checker const& check, std::vector<Need> const& needs) {
    for (auto const& need : needs)
        if (auto const* consent = voluntary_yes(check, need)) return consent;
    return nullptr;
}

// Where a case of one intake has got its yes: the place on its way, from the first stage.
struct Begun {
    std::size_t place = 0;
    Consent const* consent = nullptr;
};

// A stage is left, and a meeting is opened, with the yes. Whoever is asked for it in the first
// stage of all needs no stage before it.
std::optional<Begun> find_yes(Checker const& check, std::vector<Ix> const& stages,
                              std::string& without) {
    auto const& model = check.model;
    for (std::size_t i = 0; i < stages.size(); ++i) {
        auto const& stage = model.stages[stages[i]];
        without = fmt::format("comes to the stage {}", quoted(stage.id));
        if (!stage.before_start && i > 0) return std::nullopt;
        Consent const* opening = nullptr;
        for (auto const& meeting : model.meetings) {
            if (meeting.stage != stages[i]) continue;
            without = fmt::format("comes to the meeting {}", quoted(meeting.id));
            opening = yes_among(check, meeting.needs);
            if (opening == nullptr) return std::nullopt;
        }
        if (auto const* consent = yes_among(check, stage.needs)) return Begun{i, consent};
        if (opening != nullptr) return Begun{i, opening};
        without = "comes to its end";
    }
    return std::nullopt;
}

// Every stage after the yes, those of further rounds too.
std::vector<Ix> stages_after(Checker const& check, std::vector<Ix> const& stages,
                             std::size_t place) {
    std::vector<Ix> after(stages.begin() + static_cast<std::ptrdiff_t>(place) + 1, stages.end());
    for (std::size_t i = 0; i < after.size(); ++i) {
        Ix again = check.model.stages[after[i]].again;
        for (Ix stage : again == nowhere ? std::vector<Ix>{} : check.along(again))
            if (std::find(after.begin(), after.end(), stage) == after.end()) after.push_back(stage);
    }
    return after;
}

void check_withdrawal(Checker& check, Consent const& consent, std::set<Ix> const& stages) {
    Who mute;
    std::vector<std::string> names;
    for (Ix stage : stages) {
        Who here = check.may_not({consent.from.roles, 0}, "withdraw_consent", check.within({stage}),
                                 By::each);
        if (here.empty()) continue;
        mute.roles |= here.roles;
        names.push_back(check.model.stages[stage].id);
    }
    if (names.empty()) return;
    check.complain(
        fmt::format("consent.{}.withdrawn", &consent - check.model.consents.data()),
        fmt::format(
            "The consent {} cannot be taken back in {}: nobody may `withdraw_consent` there "
            "by or for {}.",
            quoted(consent.id), listed(names), check.names(mute)),
        "Add a [[may]] with the act `withdraw_consent` for these stages, in their own name or "
        "with `for_whom` (A11).");
}

} // namespace

void check_voluntary(Checker& check) {
    auto const& model = check.model;
    bool any = std::any_of(model.consents.begin(), model.consents.end(), [](auto const& each) {
        return each.withdrawn == Withdrawn::stops_case;
    });
    if (!any)
        return check.complain("consent",
                              "The model has no consent that a case rests on: taking part would "
                              "not be voluntary.",
                              "Add a [[consent]] with `withdrawn = \"stops_case\"`, and ask for it "
                              "in the first stages (A11).");
    std::vector<std::pair<Consent const*, std::set<Ix>>> later;
    for (std::size_t i = 0; i < model.intakes.size(); ++i) {
        auto stages = check.along(model.intakes[i].stage);
        std::string without;
        auto begun = find_yes(check, stages, without);
        if (!begun) {
            check.complain(
                fmt::format("intake.{}.stage", i),
                fmt::format("A case that begins by {} {} without a recorded yes.",
                            quoted(model.intakes[i].id), without),
                "Ask before it, as a hard need, for a consent with `withdrawn = \"stops_case\"`; "
                "the stages up to there have `before_start = true` (A11).");
            continue;
        }
        auto after = stages_after(check, stages, begun->place);
        auto found = std::find_if(later.begin(), later.end(),
                                  [&](auto const& each) { return each.first == begun->consent; });
        if (found == later.end()) found = later.insert(found, {begun->consent, {}});
        found->second.insert(after.begin(), after.end());
    }
    for (auto const& [consent, stages] : later) check_withdrawal(check, *consent, stages);
}

} // namespace radslag::process
