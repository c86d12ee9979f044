#include "proof/rules.h"

#include <fmt/format.h>

namespace radslag::proof::test {
namespace {

using namespace process;

using Names = std::vector<std::string>;

std::string joined(Names const& names) {
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}
std::string said(std::string_view text) { return text.empty() ? "–" : std::string(text); }
std::string said(bool is) { return is ? "yes" : "–"; }
std::string said(std::optional<Span> const& span) { return span ? write_span(*span) : "–"; }
std::string said(Moment const& moment) {
    return fmt::format("{} {}", word(moment.kind), moment.of);
}

class Telling {
public:
    explicit Telling(Model const& model) : model_(model) {}

    std::string all() {
        people();
        beginnings();
        consents();
        stages();
        meetings();
        work();
        deadlines();
        stops();
        return std::move(out_);
    }

private:
    Model const& model_;
    std::string out_;

    void head(std::string const& title, Names const& columns) {
        out_ += fmt::format("\n## {}\n\n", title);
        row(columns);
        out_ += "|";
        for (std::size_t i = 0; i < columns.size(); ++i) out_ += "---|";
        out_ += "\n";
    }
    void row(Names const& cells) { out_ += fmt::format("| {} |\n", fmt::join(cells, " | ")); }

    [[nodiscard]] std::string offices(std::uint32_t bits) const {
        Names names;
        for (std::size_t i = 0; i < words(Office{}).size(); ++i)
            if (((bits >> i) & 1U) != 0)
                names.push_back(fmt::format("office:{}", words(Office{})[i]));
        return joined(names);
    }
    [[nodiscard]] std::string who(Who who) const {
        Names names;
        for (Ix role = 0; role < model_.roles.size(); ++role)
            if (who.has(role)) names.push_back(model_.roles[role].id);
        if (who.offices != 0) names.push_back(offices(who.offices));
        return joined(names);
    }
    [[nodiscard]] std::string stage(Ix stage) const {
        return stage == nowhere ? "–" : model_.stages[stage].id;
    }
    [[nodiscard]] std::string between(Ix from, Ix until) const {
        return stage(from) + " to " + (until == nowhere ? "the end" : stage(until));
    }

    void people() {
        head("Roles", {"role", "is", "how many", "offices", "outsider", "not together with",
                       "before", "ends"});
        for (auto const& role : model_.roles)
            row({role.id, std::string(word(role.is)),
                 fmt::format("{} to {}", role.at_least, role.at_most), offices(role.offices),
                 said(role.may_be_outsider), who(role.incompatible),
                 joined(role.pledge && role.impartial ? Names{"pledge", "impartial"}
                        : role.pledge                 ? Names{"pledge"}
                        : role.impartial              ? Names{"impartial"}
                                                      : Names{}),
                 role.ends ? said(*role.ends) : "with the case"});
    }

    void beginnings() {
        head("Beginnings", {"intake", "way", "who", "stage", "fields", "of them open", "anonymous",
                            "confirms", "names the contact"});
        for (auto const& one : model_.intakes)
            row({one.id, std::string(word(one.way)), who(one.who), stage(one.stage),
                 joined(one.fields), joined(one.open_fields), said(one.anonymous),
                 joined(one.confirms), said(one.names_contact)});
        for (auto const& axis : model_.criteria)
            out_ += fmt::format("\nCriteria {}: at least {} of {}.\n", axis.id, axis.at_least,
                                joined(axis.of));
        if (auto const& committee = model_.committee)
            out_ += fmt::format("\nCommittee: every {}; members {}; chair {}; its no ends as {}.\n",
                                said(committee->every), who(committee->members),
                                who(committee->chair), said(committee->no_stop));
    }

    void consents() {
        head("Consents", {"consent", "from", "own voice from", "lapses", "withdrawn", "stop",
                          "links the name", "in part"});
        for (auto const& one : model_.consents)
            row({one.id, who(one.from), std::to_string(one.own_voice_from_age),
                 one.lapses == Lapse::span ? said(one.lapses_after) : std::string(word(one.lapses)),
                 std::string(word(one.withdrawn)), said(one.stop), said(one.links_identity),
                 said(one.in_part)});
        head("Who decides who is invited",
             {"about", "who", "each of them", "strength", "passed by"});
        for (auto const& one : model_.decides)
            row({who(one.about), who(one.who), said(one.each), std::string(word(one.rule.strength)),
                 who(one.rule.passed_by)});
    }

    void stages() {
        head("Stages", {"stage", "moved by", "next", "again", "again by", "every", "rounds at most",
                        "before the yes"});
        for (auto const& one : model_.stages)
            row({one.id, who(one.moved_by), stage(one.next), stage(one.again), who(one.again_by),
                 said(one.every), std::to_string(one.rounds_at_most), said(one.before_start)});
        head("Gates", {"need", "what", "of", "who", "at least", "strength", "passed by"});
        for (auto const& one : model_.stages) needs(one.needs);
        for (auto const& meeting : model_.meetings) {
            needs(meeting.needs);
            for (auto const& step : meeting.steps) needs(step.needs);
        }
    }
    void needs(std::vector<Need> const& all) {
        for (auto const& one : all)
            row({one.id, std::string(word(one.what)), said(one.of), who(one.who),
                 std::to_string(one.at_least), std::string(word(one.rule.strength)),
                 who(one.rule.passed_by)});
    }

    void meetings() {
        head("Meetings", {"meeting", "stage", "minutes", "must come", "review"});
        for (auto const& one : model_.meetings)
            row({one.id, stage(one.stage), std::to_string(one.minutes), who(one.required),
                 joined(one.review_questions)});
        head("Steps", {"step", "the family's own", "present", "come back", "if they were in"});
        for (auto const& meeting : model_.meetings)
            for (auto const& one : meeting.steps)
                row({meeting.id + "." + one.id, said(one.is_private), who(one.present),
                     who(one.back), said(one.back_if_in)});
    }

    void work() {
        head("Work", {"what", "whose", "by", "more"});
        if (auto const& one = model_.preparation)
            row({"preparation", who(one->whom), who(one->by), joined(one->ways)});
        if (auto const& one = model_.questions)
            row({one->purposes.empty() ? "questions" : "purpose",
                 "agreed by " + who(one->agreed_by), who(one->written_by),
                 one->purposes.empty() ? fmt::format("at least {}", one->at_least)
                                       : joined(one->purposes)});
        if (auto const& plan = model_.plan) {
            row({"plan", std::string(word(plan->written_by)), "–", joined(plan->headings)});
            for (auto const& one : plan->endings)
                row({"plan." + one.id, std::string(word(one.way)), who(one.by),
                     joined({one.each ? "each of them" : "one of them",
                             one.may_send_back ? "may send back" : "sends nothing back",
                             one.reasons ? "with reasons" : "without reasons"})});
        }
        for (auto const& one : model_.questionnaires)
            row({"questionnaire " + one.id, "after " + one.after, who(one.who), "–"});
    }

    void deadlines() {
        head("Deadlines",
             {"deadline", "from", "until", "within", "if acute", "warns", "whose", "strength"});
        for (auto const& one : model_.deadlines)
            row({one.id, said(one.starts), said(one.ends), write_span(one.within),
                 said(one.acute_within), said(one.warn), who(one.whose),
                 std::string(word(one.rule.strength))});
    }

    void stops() {
        head("Endings before the last stage", {"stop", "by", "when"});
        for (auto const& one : model_.stops)
            row({one.id, who(one.by), between(one.from, one.until)});
    }
};

} // namespace

std::string rules_table(Model const& model) {
    return fmt::format("# {} {}: what is asked, and of whom\n\n"
                       "Made by tests/proof from the model; to be compared with its source.\n",
                       model.id, model.version) +
           Telling(model).all();
}

} // namespace radslag::proof::test
