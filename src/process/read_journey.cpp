#include "process/read.h"

#include <fmt/format.h>

namespace radslag::process {
namespace {

// What `of` names, for a condition that has one.
struct Subject {
    std::string_view what;
    std::vector<std::string> const* names;
};

std::optional<Subject> subject_of(Condition what, Names const& names) {
    switch (what) {
    case Condition::consent:
        return Subject{"a consent of this model", &names.consents};
    case Condition::role:
        return Subject{"a role of this model", &names.roles};
    case Condition::meeting_planned:
    case Condition::time_set_aside:
    case Condition::room_limit:
    case Condition::meeting_held:
    case Condition::absence_followed_up:
    case Condition::review_answered:
        return Subject{"a meeting of this model", &names.meetings};
    case Condition::plan_ended:
        return Subject{"an ending of the plan", &names.endings};
    default:
        return std::nullopt;
    }
}

bool asks_who(Condition what) {
    return what == Condition::named || what == Condition::decided || what == Condition::invited ||
           what == Condition::answered || what == Condition::prepared || what == Condition::present;
}

bool counts(Condition what) {
    return what == Condition::questions || what == Condition::named || what == Condition::present ||
           what == Condition::rounds;
}

Need read_need(Reading& reading, Fields& fields) {
    Need need;
    need.what = fields.word<Condition>("what", std::nullopt);
    Node const* what = fields.ask("what");
    if (what == nullptr || !read_word<Condition>(what->text)) {
        for (auto const* key : {"of", "who", "at_least"}) fields.ask(key);
        fields.rule(Must::be_filled);
        return need;
    }
    if (auto subject = subject_of(need.what, reading.names))
        need.of = fields.name("of", subject->what, *subject->names, true);
    if (asks_who(need.what)) need.who = fields.who("who", Must::be_filled);
    if (counts(need.what)) need.at_least = fields.number("at_least", 1, 1, 500);
    need.rule = fields.rule(Must::be_filled);
    if (need.rule.strength == Strength::method && fields.table().find("passed_by") == nullptr)
        reading.complain(
            fields.table().place,
            fmt::format("{} is of the strength method but nobody can pass it.", fields.called()),
            "Add `passed_by = [who]`, or make it hard.");
    return need;
}

Stage read_stage(Fields& fields, Ix own, Ix count) {
    Stage stage;
    stage.id = fields.id();
    stage.moved_by = fields.who("moved_by");
    Ix following = own + 1 < count ? static_cast<Ix>(own + 1) : nowhere;
    Node const* next = fields.ask("next");
    if (next != nullptr && next->kind == Node::Kind::text && next->text.empty())
        stage.next = nowhere;
    else stage.next = fields.stage("next", following);
    stage.again = fields.stage("again", nowhere);
    stage.again_by = fields.who("again_by");
    stage.every = fields.span("every");
    stage.rounds_at_most = fields.number("rounds_at_most", 0, 1, 500);
    stage.before_start = fields.flag("before_start");
    stage.rule = fields.rule();
    for (auto const* key : {"again_by", "every", "rounds_at_most"})
        if (fields.table().find("again") == nullptr && fields.ask(key) != nullptr)
            fields.complain(key, fmt::format("{} has `{}` but no `again`.", fields.called(), key),
                            "Say with `again` at which stage a new round begins, or take it away.");
    if (stage.again != nowhere && stage.again_by.empty())
        fields.complain("again",
                        fmt::format("Nobody begins the new rounds of {}.", fields.called()),
                        "Add `again_by = [who]`.");
    return stage;
}

Deadline read_deadline(Fields& fields) {
    Deadline deadline;
    deadline.id = fields.id();
    deadline.starts = fields.moment("starts", true).value_or(Moment{});
    deadline.ends = fields.moment("ends", true).value_or(Moment{});
    fields.ask("within", true);
    deadline.within = fields.span("within").value_or(Span{});
    deadline.acute_within = fields.span("acute_within");
    deadline.warn = fields.span("warn");
    deadline.whose = fields.who("whose", Must::be_filled);
    deadline.rule = fields.rule(Must::be_filled);
    return deadline;
}

} // namespace

std::vector<Need> read_needs(Reading& reading, Fields& around, std::string const& prefix) {
    std::vector<Need> needs;
    for (Node const* table : around.tables("needs")) {
        auto id = fmt::format("{}.{}", prefix, needs.size() + 1);
        Fields fields(reading, *table, fmt::format("the need {}", quoted(id)));
        needs.push_back(read_need(reading, fields));
        needs.back().id = id;
        fields.done();
    }
    return needs;
}

void read_journey(Reading& reading, Fields& root, Model& model) {
    auto count = static_cast<Ix>(reading.names.stages.size());
    each_table(reading, root, "stage", [&](Fields& f) {
        auto stage = read_stage(f, static_cast<Ix>(model.stages.size()), count);
        stage.needs = read_needs(reading, f, "stage." + stage.id);
        model.stages.push_back(std::move(stage));
    });
    each_table(reading, root, "stop", [&](Fields& f) {
        Stop stop;
        stop.id = f.id();
        stop.by = f.who("by", Must::be_filled);
        stop.from = f.stage("from", 0);
        stop.until = f.stage("until", static_cast<Ix>(count - 1));
        stop.rule = f.rule();
        model.stops.push_back(stop);
    });
    each_table(reading, root, "deadline",
               [&](Fields& f) { model.deadlines.push_back(read_deadline(f)); });
}

} // namespace radslag::process
