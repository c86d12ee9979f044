// Who is in the room, who is invited, and who is shut out. What is promised is read from the model's
// rows here, not asked of workflow: that is what is judged.
#include <algorithm>

#include <fmt/format.h>

#include "proof/guest.h"
#include "proof/property.h"

namespace radslag::proof {
namespace {

using circle::Standing;
using process::Function;

bool is_family(Function is) {
    return is == Function::main_person || is == Function::speaks_for || is == Function::network ||
           is == Function::support;
}

// Out of the step before, and was in one before that.
bool comes_back(process::Meeting const& meeting, Ix step, Ix role) {
    if (step == 0 || meeting.steps[step - 1].present.has(role)) return false;
    for (Ix earlier = 0; earlier + 1 < step; ++earlier)
        if (meeting.steps[earlier].present.has(role)) return true;
    return false;
}

class GuestJudge : public Counting {
public:
    GuestJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground),
          guest_(dynamic_cast<Guest const&>(*walk.slice().focus)) {}

protected:
    Ground& ground_;
    Guest const& guest_;

    [[nodiscard]] process::Model const& model() const { return ground_.model(); }
    [[nodiscard]] std::string called() const { return model().roles[guest_.role()].id; }
    [[nodiscard]] process::Step const& step(Place const& place) const {
        return model().meetings[place.meeting].steps[place.step];
    }
};

// ---- presence

class PresenceJudge final : public GuestJudge {
public:
    using GuestJudge::GuestJudge;
    void state(State const& at) override {
        if (!at.place.is_in_session()) return;
        auto const guest = guest_.facts(at.focus);
        auto const why = forbidden(at.place, guest);
        if (why.empty()) return;
        look(at, guest.in_room ? fmt::format("a {} is in {}: {}", called(), step(at.place).id, why)
                               : std::string{});
    }

private:
    [[nodiscard]] std::string forbidden(Place const& place, GuestFacts const& guest) const {
        auto const& meeting = model().meetings[place.meeting];
        auto const& here = step(place);
        auto const role = guest_.role();
        if (!here.present.has(role)) return "it is not their step";
        if (here.is_private && !is_family(model().roles[role].is)) return "the family is alone";
        if (!guest.ready) return "they are not in the case, or not yet";
        if (guest.shut_out) return "they are shut out";
        if (comes_back(meeting, place.step, role) && !here.back.has(role))
            return "the model does not bring them back";
        if (here.back.has(role) && !here.back_if_in.empty() &&
            !guest_.was_asked(guest, place.meeting, place.step))
            return fmt::format("they were not in {}", here.back_if_in);
        return {};
    }
};

class Presence final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "presence"; }
    [[nodiscard]] std::string_view words() const override {
        return "Nobody is in a step of a meeting whose place it is not, and nobody comes back into "
               "one unless the model brings them back.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& meeting : model.meetings)
            for (auto const& step : meeting.steps) rules.push_back(&step.rule);
        return sources_of(rules, {"A2"});
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        return model.meetings.empty() ? "it holds no meeting" : "";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        if (dynamic_cast<Guest const*>(walk.slice().focus.get()) == nullptr) return nullptr;
        return std::make_unique<PresenceJudge>(ground, walk, verdict);
    }
};

// ---- invitation

class InvitationJudge final : public GuestJudge {
public:
    using GuestJudge::GuestJudge;

    void state(State const& at) override {
        auto const guest = guest_.facts(at.focus);
        if (said_yes(guest) || ground_.doable(at.place, "invite").is_nobody()) return;
        std::string what;
        for (auto const& meeting : model().meetings)
            for (bool passed : {false, true})
                if (workflow::may_be_invited(ground_.book, meeting, guest_.part(guest, 0, 0),
                                             passed))
                    what = fmt::format("a {} is invited without the yes of those who decide",
                                       called());
        look(at, what);
    }
    void edge(State const& from, Deed const& deed, std::vector<Moment> const&,
              State const& to) override {
        if (deed.act == "take_back" || !to.place.is_in_session()) return;
        auto const before = guest_.facts(from.focus);
        auto const after = guest_.facts(to.focus);
        if (said_yes(before) || before.in_room) return;
        bool const slips_in = after.in_room && !said_yes(after);
        look(from, deed, to,
             slips_in ? fmt::format("a {} is let in without the yes of those who decide", called())
                      : std::string{});
    }

private:
    [[nodiscard]] bool said_yes(GuestFacts const& guest) const {
        return guest_.is_decided_about() && guest.said == Standing::yes;
    }
};

// Of whom nobody is invited without a yes: the private network, and whomever the model says so of.
bool needs_a_yes(process::Model const& model, Ix role) {
    for (auto const& rule : model.decides)
        if (rule.about.has(role) && rule.rule.strength == process::Strength::hard) return true;
    return model.roles[role].is == Function::network;
}

class Invitation final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "invitation"; }
    [[nodiscard]] std::string_view words() const override {
        return "Nobody of the private network is invited, or let into a meeting, without the yes of "
               "those who decide.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& decides : model.decides)
            if (decides.rule.strength == process::Strength::hard) rules.push_back(&decides.rule);
        return sources_of(rules, {"A6"});
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        if (model.meetings.empty()) return "it holds no meeting";
        for (Ix role = 0; role < model.roles.size(); ++role)
            if (needs_a_yes(model, role)) return {};
        return "it has no private network";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        auto const* guest = dynamic_cast<Guest const*>(walk.slice().focus.get());
        if (guest == nullptr || !needs_a_yes(ground.model(), guest->role())) return nullptr;
        return std::make_unique<InvitationJudge>(ground, walk, verdict);
    }
};

// ---- shut out

class ShutOutJudge final : public GuestJudge {
public:
    using GuestJudge::GuestJudge;
    void state(State const& at) override {
        auto const guest = guest_.facts(at.focus);
        if (!guest.shut_out || !guest.ready) return;
        look(at, does(at.place, guest));
    }

private:
    [[nodiscard]] std::string does(Place const& place, GuestFacts const& guest) const {
        auto const part = guest_.part(guest, 0, 0);
        auto const who = "a " + called() + " who is shut out ";
        if (place.is_in_session() && guest.in_room) return who + "is in the room";
        for (auto const& meeting : model().meetings)
            if (workflow::may_be_invited(ground_.book, meeting, part, true))
                return who + "can be invited";
        for (auto const& rule : model().decides)
            if (workflow::decides(rule, part)) return who + "decides who is invited";
        if (model().questions && workflow::agrees(*model().questions, part))
            return who + "agrees to the questions";
        if (model().plan)
            for (auto const& ending : model().plan->endings)
                if (workflow::answers(ending, part)) return who + "answers the plan";
        for (auto const& consent : model().consents)
            if (guest.silent && workflow::is_asked(consent, part))
                return who + "is asked for their yes, and speaks for nobody";
        return recorded(place, guest, part);
    }
    [[nodiscard]] std::string recorded(Place const& place, GuestFacts const& guest,
                                       workflow::Part const& part) const {
        for (auto act : process::act_names()) {
            bool const own_yes =
                act == "give_consent" || act == "refuse_consent" || act == "withdraw_consent";
            if (own_yes && !guest.silent) continue;
            auto const& doable = ground_.doable(place, act);
            bool const rows = std::any_of(doable.recorded.begin(), doable.recorded.end(),
                                          [&](auto const& r) { return r.second == part.role; });
            if (rows && workflow::may_be_recorded_for(part, act))
                return fmt::format("{} is recorded for a {} who is shut out", act, called());
        }
        return {};
    }
};

class ShutOut final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "shut_out"; }
    [[nodiscard]] std::string_view words() const override {
        return "A guardian who is shut out is in no meeting and decides nothing; only for another "
               "main person do they still say yes or no.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const&) const override {
        return {"A8", "A11"};
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        return model.everyone(Function::speaks_for).empty() ? "nobody speaks for another" : "";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        auto const* guest = dynamic_cast<Guest const*>(walk.slice().focus.get());
        if (guest == nullptr || !guest->speaks_for()) return nullptr;
        return std::make_unique<ShutOutJudge>(ground, walk, verdict);
    }
};

} // namespace

std::vector<std::unique_ptr<Property>> meeting_properties() {
    std::vector<std::unique_ptr<Property>> all;
    all.push_back(std::make_unique<Presence>());
    all.push_back(std::make_unique<Invitation>());
    all.push_back(std::make_unique<ShutOut>());
    return all;
}

} // namespace radslag::proof
