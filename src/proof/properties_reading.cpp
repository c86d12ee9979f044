// Who reads what: the family's name, the case papers, access by assignment; and who ends the plan.
#include <algorithm>

#include <fmt/format.h>

#include "proof/family.h"
#include "proof/property.h"
#include "proof/staff.h"

namespace radslag::proof {
namespace {

using process::Function;
using process::Matter;

Who all_offices() {
    Who who;
    for (std::size_t office = 0; office < words(process::Office{}).size(); ++office)
        who.add(static_cast<process::Office>(office));
    return who;
}

// The slice that keeps nothing but where the case stands.
bool is_bare(Slice const& slice) {
    return slice.atoms.empty() && slice.waivers.empty() && !slice.focus;
}

// ---- anonymity

class AnonymityJudge final : public Counting {
public:
    AnonymityJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground) {}

    void state(State const& at) override {
        auto const family = Family::facts(at.focus);
        if (!family.name.anonymous || family.name.linked) return;
        std::string what;
        if (family.anyone_named) what = "somebody is named before the family has said yes to it";
        if (!family.name.granted)
            for (auto matter : {Matter::identity, Matter::people, Matter::contacts})
                if (auto const reader = who_reads(at.place, matter); !reader.empty())
                    what = fmt::format("{} could read {} before the grant", reader, word(matter));
        look(at, what);
    }
    void edge(State const& from, Deed const& deed, std::vector<Moment> const&,
              State const& to) override {
        if (deed.act == "take_back") return;
        auto const before = Family::facts(from.focus);
        auto const after = Family::facts(to.focus);
        if (!before.name.anonymous || before.name.linked || !after.name.linked) return;
        std::string what;
        if (!before.name.granted) what = "the family is named without a grant";
        if (!after.consented) what = "the family is named without its consent";
        look(from, deed, to, what);
    }

private:
    Ground& ground_;

    [[nodiscard]] std::string who_reads(Place const& place, Matter matter) const {
        auto const facts = ground_.facts(place, false);
        auto const& roles = ground_.model().roles;
        for (Ix role = 0; role < roles.size(); ++role)
            if (workflow::sees(ground_.book, facts, only(role), matter) != workflow::Sight::none)
                return "a " + roles[role].id;
        if (workflow::sees(ground_.book, facts, all_offices(), matter) != workflow::Sight::none)
            return "an office";
        return {};
    }
};

class Anonymity final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "anonymity"; }
    [[nodiscard]] std::string_view words() const override {
        return "Who the family is, nobody can read before the grant; it is named only after the "
               "grant and together with its consent, and nobody else is named before it.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const&) const override {
        return {"PN3"};
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        bool const any = std::any_of(model.intakes.begin(), model.intakes.end(),
                                     [](auto const& intake) { return intake.anonymous; });
        return any ? "" : "no case begins anonymously";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        if (dynamic_cast<Family const*>(walk.slice().focus.get()) == nullptr) return nullptr;
        return std::make_unique<AnonymityJudge>(ground, walk, verdict);
    }
};

// ---- case papers

Who coordinators(process::Model const& model) { return model.everyone(Function::coordinator); }

class PapersJudge final : public Counting {
public:
    PapersJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground) {}

    void state(State const& at) override {
        if (auto const* two = dynamic_cast<Two const*>(slice().focus.get())) return both(at, *two);
        std::string what;
        auto const facts = ground_.facts(at.place, false);
        each_role(coordinators(ground_.model()), [&](Ix role) {
            // Whatever offices their account has beside it.
            auto const who = joined(only(role), all_offices());
            auto const& id = ground_.model().roles[role].id;
            if (workflow::sees(ground_.book, facts, who, Matter::papers) != workflow::Sight::none)
                what = fmt::format("a {} reads the case papers", id);
            for (auto const* act : {"write_paper", "change_paper"})
                if (workflow::may(ground_.book, facts, who, act))
                    what = fmt::format("a {} may {}", id, act);
        });
        look(at, what);
    }

private:
    Ground& ground_;

    void both(State const& at, Two const& focus) {
        auto const two = Two::facts(at.focus);
        using Has = TwoFacts::Has;
        if (two.first == Has::never && two.second == Has::never) return;
        bool const knows = two.first == Has::holds && two.second != Has::never;
        auto const& roles = ground_.model().roles;
        look(at, knows ? fmt::format("somebody is a {} who is or was a {} here, and knows the papers",
                                     roles[focus.first()].id, roles[focus.second()].id)
                       : std::string{});
    }
};

class Papers final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "papers"; }
    [[nodiscard]] std::string_view words() const override {
        return "The case papers are closed to the coordinator in every state of every case, and "
               "nobody who has had them in this case becomes its coordinator.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const&) const override {
        return {"A1", "SN3", "DF3"};
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        bool const two = dynamic_cast<Two const*>(walk.slice().focus.get()) != nullptr;
        if (!two && !is_bare(walk.slice())) return nullptr;
        return std::make_unique<PapersJudge>(ground, walk, verdict);
    }
};

// ---- assignments

class AssignmentJudge final : public Counting {
public:
    AssignmentJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground),
          holder_(dynamic_cast<Holder const&>(*walk.slice().focus)) {}

    void state(State const& at) override {
        auto const staff = Holder::facts(at.focus);
        auto const& role = ground_.model().roles[holder_.role()];
        auto const& h = staff.holding;
        bool const should = staff.had && h.holds && h.in_office && (h.pledged || !role.pledge) &&
                            (h.impartial || !role.impartial);
        if (should || !staff.had) return;
        look(at, workflow::is_open(role, h)
                     ? fmt::format("the case is open to a {} whose assignment is not", role.id)
                     : std::string{});
    }
    void edge(State const& from, Deed const& deed, std::vector<Moment> const& moments,
              State const& to) override {
        if (!Holder::facts(from.focus).holding.holds || !holder_.is_over(deed, moments)) return;
        look(from, deed, to,
             Holder::facts(to.focus).holding.holds
                 ? fmt::format("a {} keeps access after its end", holder_.name())
                 : std::string{});
    }

private:
    Ground& ground_;
    Holder const& holder_;
};

class Assignment final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "assignment"; }
    [[nodiscard]] std::string_view words() const override {
        return "A case is open to staff only while their assignment holds, with the pledge signed "
               "and impartiality declared where the role asks for them; it closes when it ends.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        for (auto const& role : model.roles)
            if (role.pledge || role.impartial || role.ends) rules.push_back(&role.rule);
        return sources_of(rules, {"A1"});
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        if (dynamic_cast<Holder const*>(walk.slice().focus.get()) == nullptr) return nullptr;
        return std::make_unique<AssignmentJudge>(ground, walk, verdict);
    }
};

// ---- approval

class ApprovalJudge final : public Counting {
public:
    ApprovalJudge(Ground& ground, Walk const& walk, Verdict& verdict)
        : Counting(walk, verdict), ground_(ground) {}

    void state(State const& at) override {
        auto const& doable = ground_.doable(at.place, "answer_plan");
        if (doable.is_nobody() || !ground_.model().plan) return;
        std::string what;
        Who in_whose_name = doable.own;
        for (auto const& [who, role] : doable.recorded) in_whose_name.add(role);
        each_role(in_whose_name, [&](Ix role) {
            for (auto const& ending : ground_.model().plan->endings)
                if (auto wrong = ends(ending, role); !wrong.empty()) what = std::move(wrong);
        });
        look(at, what);
    }

private:
    Ground& ground_;

    [[nodiscard]] std::string ends(process::Ending const& ending, Ix role) const {
        auto const& rule = ground_.model().roles[role];
        workflow::Part part;
        part.role = role;
        for (bool shut_out : {false, true}) {
            part.shut_out = shut_out;
            if (!workflow::answers(ending, part)) continue;
            bool const theirs = ending.by.has(role) && !shut_out;
            bool const leads = rule.is == Function::coordinator &&
                               ending.way == process::PlanAnswer::approved;
            if (!theirs || leads)
                return fmt::format("a {} ends the plan as {}", rule.id, ending.id);
        }
        return {};
    }
};

class Approval final : public Property {
public:
    [[nodiscard]] std::string_view id() const override { return "approval"; }
    [[nodiscard]] std::string_view words() const override {
        return "The plan is acknowledged, agreed or approved by those whom the model names, and by "
               "nobody else; never approved by who leads the conference.";
    }
    [[nodiscard]] std::vector<std::string> sources(process::Model const& model) const override {
        std::vector<process::Rule const*> rules;
        if (model.plan)
            for (auto const& ending : model.plan->endings) rules.push_back(&ending.rule);
        return sources_of(rules, {});
    }
    [[nodiscard]] std::string not_concerned(process::Model const& model) const override {
        return model.plan && !model.plan->endings.empty() ? "" : "no plan is answered";
    }
    std::unique_ptr<Judge> judge(Ground& ground, Walk const& walk, Verdict& verdict) override {
        if (!is_bare(walk.slice())) return nullptr;
        return std::make_unique<ApprovalJudge>(ground, walk, verdict);
    }
};

} // namespace

std::vector<std::unique_ptr<Property>> reading_properties() {
    std::vector<std::unique_ptr<Property>> all;
    all.push_back(std::make_unique<Anonymity>());
    all.push_back(std::make_unique<Papers>());
    all.push_back(std::make_unique<Assignment>());
    all.push_back(std::make_unique<Approval>());
    return all;
}

} // namespace radslag::proof
