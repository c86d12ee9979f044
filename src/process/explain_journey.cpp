#include "process/explain.h"

namespace radslag::process {
namespace {

std::string stage_name(Telling const& tell, Ix stage) {
    return stage == nowhere ? "the case is closed"
                            : tell.text("stage." + tell.model.stages[stage].id);
}

void add_needs(Rows& rows, Telling const& tell, std::string const& where,
               std::vector<Need> const& needs) {
    for (auto const& need : needs)
        rows.push_back({where, tell.need(need), rule_words(need.rule),
                        tell.who(need.rule.passed_by), sources(need.rule), need.id});
}

Rows need_head(std::string const& where) {
    return {{where, "What must hold", "Strength", "Can be passed by", "Source", "Id"}};
}

} // namespace

std::string tell_journey(Telling const& tell) {
    auto const& model = tell.model;
    Rows intakes{{"How it begins", "Way", "Started by", "In the stage", "Source"}};
    for (auto const& intake : model.intakes)
        intakes.push_back({tell.text("intake." + intake.id), std::string(word(intake.way)),
                           tell.who(intake.who), stage_name(tell, intake.stage),
                           sources(intake.rule)});
    Rows stages{{"Stage", "Moved on by", "Then", "New round", "Begun by", "Every"}};
    Rows gates = need_head("To leave");
    for (auto const& stage : model.stages) {
        auto name = tell.text("stage." + stage.id);
        auto again = stage.again == nowhere ? std::string("–") : stage_name(tell, stage.again);
        if (stage.rounds_at_most != 0) again += fmt::format(" (at most {})", stage.rounds_at_most);
        stages.push_back({name, stage.moved_by.empty() ? "itself" : tell.who(stage.moved_by),
                          stage_name(tell, stage.next), again, tell.who(stage.again_by),
                          stage.every ? write_span(*stage.every) : "–"});
        add_needs(gates, tell, name, stage.needs);
    }
    Rows roles{
        {"Role", "Is", "How many", "Filled from", "Not together with", "Access ends", "Source"}};
    for (auto const& role : model.roles) {
        Who offices{0, role.offices};
        auto from = role.offices == 0 ? std::string("people without account") : tell.who(offices);
        if (role.offices != 0 && role.may_be_outsider) from += ", or an outsider";
        roles.push_back({tell.text("role." + role.id), std::string(word(role.is)),
                         fmt::format("{} to {}", role.at_least, role.at_most), from,
                         tell.who(role.incompatible),
                         role.ends ? tell.moment(*role.ends) : "with the case",
                         sources(role.rule)});
    }
    return "WHO TAKES PART\n\n" + table(roles) + "THE JOURNEY\n\n" + table(intakes) +
           table(stages) + table(gates);
}

std::string tell_meetings(Telling const& tell) {
    std::string out = "THE MEETINGS\n\n";
    for (auto const& meeting : tell.model.meetings) {
        out += tell.text("meeting." + meeting.id) + ", in the stage " +
               stage_name(tell, meeting.stage);
        if (meeting.minutes != 0) out += fmt::format(", {} minutes", meeting.minutes);
        if (!meeting.required.empty()) out += ", required: " + tell.who(meeting.required);
        out += "\n\n";
        Rows steps{{"Step", "Present", "Come back", "Only who was in", "Private", "Source"}};
        Rows needs = need_head("For");
        add_needs(needs, tell, "opening", meeting.needs);
        for (auto const& step : meeting.steps) {
            auto name = tell.text("step." + meeting.id + "." + step.id);
            steps.push_back({name, tell.who(step.present), tell.who(step.back),
                             step.back_if_in.empty()
                                 ? "–"
                                 : tell.text("step." + meeting.id + "." + step.back_if_in),
                             yes(step.is_private), sources(step.rule)});
            add_needs(needs, tell, "leaving: " + name, step.needs);
        }
        out += table(steps);
        for (auto const& question : meeting.review_questions)
            out += "Asked at the follow-up: " + tell.text("review." + meeting.id + "." + question) +
                   "\n";
        if (!meeting.review_questions.empty()) out += "\n";
        if (needs.size() > 1) out += table(needs);
    }
    return out;
}

std::string tell_agreements(Telling const& tell) {
    auto const& model = tell.model;
    Rows consents{{"Consent", "Of", "From the age of", "Lapses", "When withdrawn",
                   "Then it ends as", "Source"}};
    for (auto const& each : model.consents)
        consents.push_back(
            {tell.text("consent." + each.id), tell.who(each.from),
             each.own_voice_from_age == 0 ? "–" : std::to_string(each.own_voice_from_age),
             each.lapses_after ? write_span(*each.lapses_after) : std::string(word(each.lapses)),
             std::string(word(each.withdrawn)),
             each.stop.empty() ? "–" : tell.text("stop." + each.stop), sources(each.rule)});
    Rows deciders{{"About inviting", "Decide", "Each of them", "Strength", "Source"}};
    for (auto const& each : model.decides)
        deciders.push_back({tell.who(each.about), tell.who(each.who), yes(each.each),
                            rule_words(each.rule), sources(each.rule)});
    auto out =
        "CONSENTS\n\n" + table(consents) + "WHO DECIDES WHO IS INVITED\n\n" + table(deciders);
    if (model.plan) {
        Rows endings{{"How the plan ends", "Way", "By", "Each of them", "May send back", "Source"}};
        for (auto const& each : model.plan->endings)
            endings.push_back({tell.text("ending." + each.id), std::string(word(each.way)),
                               tell.who(each.by), yes(each.each), yes(each.may_send_back),
                               sources(each.rule)});
        out += fmt::format("THE PLAN, written by: {}\n\n", word(model.plan->written_by)) +
               table(endings);
    }
    Rows deadlines{
        {"Deadline", "From", "Until", "Within", "If acute", "Warns before", "Whose", "Source"}};
    for (auto const& each : model.deadlines)
        deadlines.push_back(
            {tell.text("deadline." + each.id), tell.moment(each.starts), tell.moment(each.ends),
             write_span(each.within), each.acute_within ? write_span(*each.acute_within) : "–",
             each.warn ? write_span(*each.warn) : "–", tell.who(each.whose), sources(each.rule)});
    Rows stops{{"How it can end early", "Said by", "In the stages", "Source"}};
    for (auto const& each : model.stops)
        stops.push_back({tell.text("stop." + each.id), tell.who(each.by),
                         tell.stages(each.from, each.until), sources(each.rule)});
    return out + "DEADLINES\n\n" + table(deadlines) + "ENDING EARLY\n\n" + table(stops);
}

} // namespace radslag::process
