// What has to be said yes to. Which consents a meeting needs is read from the
// model's rows here: its own hard ones, and those that a stage on the way there has asked for.
#include <algorithm>

#include <fmt/format.h>

#include "proof/property.h"

namespace radslag::proof {
namespace {

using process::Condition;
using process::Need;
using process::Strength;
using process::Withdrawn;
using workflow::Count;

bool asks_hard(std::vector<Need> const& needs, std::string const& consent) {
    return std::any_of(needs.begin(), needs.end(), [&](Need const& need) {
        return need.what == Condition::consent && need.of == consent &&
               need.rule.strength == Strength::hard;
    });
}

// This stage, or one on the way to it, asks for it.
bool was_asked(process::Model const& model, Ix stage, std::string const& consent) {
    if (asks_hard(model.stages[stage].needs, consent)) return true;
    auto const before = stages_before(model, stage);
    return std::any_of(before.begin(), before.end(), [&](Ix earlier) {
        return asks_hard(model.stages[earlier].needs, consent);
    });
}

bool is_needed(process::Model const& model, Ix meeting, std::string const& consent) {
    auto const& rule = model.meetings[meeting];
    auto const before = stages_before(model, rule.stage);
    return asks_hard(rule.needs, consent) ||
           std::any_of(before.begin(), before.end(), [&](Ix earlier) {
               return asks_hard(model.stages[earlier].needs, consent);
           });
}

// The consent that the slice is of.
process::Consent const* consent_in(Ground const& ground, Slice const& slice) {
    if (slice.atoms.size() != 1 || !slice.waivers.empty() || slice.focus) return nullptr;
    auto const& atom = ground.book.atoms()[slice.atoms.front()];
    return atom.what == Condition::consent ? ground.model().consent(atom.of) : nullptr;
}

class ConsentJudge : public Counting {
public:
    ConsentJudge(Ground& ground, Walk const& walk, Verdict& verdict,
                 process::Consent const& consent)
        : Counting(walk, verdict), ground_(ground), consent_(consent) {}

protected:
    Ground& ground_;
    process::Consent const& consent_;

    [[nodiscard]] static bool is_given(State const& at) { return at.atoms[0] == Count::all; }
    [[nodiscard]] std::string without(std::string const& what) const {
        return fmt::format("{} without the consent {}", what, consent_.id);
    }
};

// ---- consents of meetings

class MeetingConsents final : public ConsentJudge {
public:
    using ConsentJudge::ConsentJudge;

    void gate(State const& from, State const& at, Deed const& deed,
              Passed const& passed) override {
        bool const goes_on = passed.what == Passed::What::opening ||
                             passed.what == Passed::What::step ||
                             passed.what == Passed::What::resuming;
        if (!goes_on || !is_needed(ground_.model(), passed.meeting, consent_.id)) return;
        look(from, deed, at, is_given(at) ? "" : without("a meeting opens or goes on"));
    }
    void edge(State const& from, Deed const& deed, std::vector<Moment> const&,
              State const& to) override {
        auto const& place = from.place;
        bool const about = deed.of == consent_.id;
        bool const lost = about && (deed.act == "withdraw_consent" || deed.act == "consent_lapsed");
        bool const pauses = consent_.withdrawn == Withdrawn::pauses_meeting;
        if (lost && pauses && place.state == MeetingState::open)
            look(from, deed, to,
                 to.place.state == MeetingState::open ? without("a meeting is not paused") : "");
        if (deed.act == "take_back") taken_back(from, deed, to);
        bool const over = deed.act == "end_meeting" && !to.place.is_in_session();
        if (over && consent_.lapses == process::Lapse::meeting_end)
            look(from, deed, to,
                 to.atoms[0] == Count::none ? "" : "the consent outlives its meeting");
    }
    [[nodiscard]] bool heeds(std::string_view act) const override {
        return act == "withdraw_consent" || act == "consent_lapsed";
    }

private:
    void taken_back(State const& from, Deed const& deed, State const& to) {
        auto const& place = to.place;
        if (place.state != MeetingState::open) return;
        if (!is_needed(ground_.model(), place.meeting, consent_.id)) return;
        bool const went_on = from.place.state == MeetingState::open &&
                             from.place.meeting == place.meeting && from.place.step == place.step;
        bool const lost = !is_given(to) && (!went_on || is_given(from));
        look(from, deed, to, lost ? without("taking an act back lets a meeting go on") : "");
    }
};

class Consents final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "consents"; }
    [[nodiscard]] std::string_view words() const override {
        return "No meeting is opened, taken up again or led to its next step without the consents "
               "that it needs; where one that it rests on is taken back, it is paused at once.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& consent : model.consents)
            if (any_meeting(model, consent.id)) rules.push_back(&consent.rule);
        return sources_of(rules, {"A8"});
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        return model.meetings.empty() ? "it holds no meeting" : "";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        auto const* consent = consent_in(ground, walk.slice());
        if (consent == nullptr || !any_meeting(ground.model(), consent->id)) return nullptr;
        return std::make_unique<MeetingConsents>(ground, walk, verdict, *consent);
    }

private:
    static bool any_meeting(process::Model const& model, std::string const& consent) {
        for (Ix meeting = 0; meeting < model.meetings.size(); ++meeting)
            if (is_needed(model, meeting, consent)) return true;
        return false;
    }
};

// ---- the voluntary yes

class VoluntaryJudge final : public ConsentJudge {
public:
    using ConsentJudge::ConsentJudge;

    void gate(State const& from, State const& at, Deed const& deed,
              Passed const& passed) override {
        bool const opens = passed.what == Passed::What::opening;
        bool const leaves = passed.what == Passed::What::stage &&
                            was_asked(ground_.model(), passed.stage, consent_.id);
        if (!opens && !leaves) return;
        look(from, deed, at, is_given(at) ? "" : without("the case goes on"));
    }
    void edge(State const& from, Deed const& deed, std::vector<Moment> const&,
              State const& to) override {
        if (deed.act != "withdraw_consent" || deed.of != consent_.id) return;
        bool const stops = !to.place.is_live();
        look(from, deed, to, stops ? "" : fmt::format("the case does not stop when {} is taken back",
                                                      consent_.id));
    }
    void state(State const& at) override {
        // Whoever said yes can take it back, wherever the case stands after the gate that asked.
        auto const before = stages_before(ground_.model(), at.place.stage);
        bool const began = std::any_of(before.begin(), before.end(), [&](Ix earlier) {
            return asks_hard(ground_.model().stages[earlier].needs, consent_.id);
        });
        if (!began || !at.place.is_live() || !is_given(at)) return;
        auto const& doable = ground_.doable(at.place, "withdraw_consent");
        std::string mute;
        each_role(consent_.from, [&](Ix role) {
            bool const own = doable.own.has(role) && ground_.staffed().has(role);
            bool const recorded = std::any_of(doable.recorded.begin(), doable.recorded.end(),
                                              [&](auto const& r) { return r.second == role; });
            if (!own && !recorded) mute = ground_.model().roles[role].id;
        });
        look(at, mute.empty() ? "" : fmt::format("a {} cannot take {} back", mute, consent_.id));
    }
    [[nodiscard]] bool heeds(std::string_view act) const override {
        return act == "withdraw_consent";
    }
};

class Voluntary final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "voluntary"; }
    [[nodiscard]] std::string_view words() const override {
        return "Nothing starts and nothing goes on without the voluntary yes of everybody who is "
               "asked for it; it can be taken back at any time, and then the case stops.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& consent : model.consents)
            if (consent.withdrawn == Withdrawn::stops_case) rules.push_back(&consent.rule);
        return sources_of(rules, {"A11"});
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        auto const* consent = consent_in(ground, walk.slice());
        if (consent == nullptr || consent->withdrawn != Withdrawn::stops_case) return nullptr;
        return std::make_unique<VoluntaryJudge>(ground, walk, verdict, *consent);
    }
};

} // namespace

std::vector<std::unique_ptr<Property>> consent_properties() {
    std::vector<std::unique_ptr<Property>> all;
    all.push_back(std::make_unique<Consents>());
    all.push_back(std::make_unique<Voluntary>());
    return all;
}

} // namespace radslag::proof
