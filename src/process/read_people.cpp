#include "process/read.h"

namespace radslag::process {
namespace {

Role read_role(Fields& fields) {
    Role role;
    role.id = fields.id();
    role.is = fields.word<Function>("is", std::nullopt);
    role.at_least = fields.number("at_least", 0, 0, 500);
    role.at_most = fields.number("at_most", 50, 0, 500);
    role.offices = fields.offices("offices");
    role.may_be_outsider = fields.flag("outsider", role.offices == 0);
    role.incompatible = fields.who("incompatible");
    role.pledge = fields.flag("pledge");
    role.impartial = fields.flag("impartial");
    role.ends = fields.moment("ends");
    role.rule = fields.rule(Must::be_filled);
    return role;
}

Consent read_consent(Reading const& reading, Fields& fields) {
    Consent consent;
    consent.id = fields.id();
    consent.from = fields.who("from", Must::be);
    consent.own_voice_from_age = fields.number("own_voice_from_age", 0, 0, 25);
    Node const* lapses = fields.ask("lapses");
    if (lapses != nullptr && lapses->kind == Node::Kind::text && read_span(lapses->text)) {
        consent.lapses = Lapse::span;
        consent.lapses_after = fields.span("lapses");
    } else {
        consent.lapses = fields.word<Lapse>("lapses", Lapse::case_end);
        if (consent.lapses == Lapse::span)
            fields.complain("lapses", "`lapses` says span but not how long.",
                            "Write the span itself, such as \"12 months\".");
    }
    consent.withdrawn = fields.word<Withdrawn>("withdrawn", Withdrawn::closes_gate);
    bool const stops = consent.withdrawn == Withdrawn::stops_case;
    consent.stop = fields.name("stop", "a stop of this model", reading.names.stops, stops);
    Node const* withdrawn = fields.ask("withdrawn"); // a wrong word there was complained of
    if (!stops && fields.ask("stop") != nullptr &&
        (withdrawn == nullptr || read_word<Withdrawn>(withdrawn->text)))
        fields.complain("stop",
                        fields.called() + " has `stop`, but taking it back does not stop the case.",
                        "Write `withdrawn = \"stops_case\"`, or take this key away.");
    consent.links_identity = fields.flag("links_identity");
    consent.in_part = fields.flag("in_part");
    consent.rule = fields.rule(Must::be_filled);
    return consent;
}

Intake read_one_intake(Fields& fields) {
    Intake intake;
    intake.id = fields.id();
    intake.way = fields.word<IntakeWay>("way", std::nullopt);
    intake.who = fields.who("who", Must::be_filled);
    intake.stage = fields.stage("stage", nowhere, true);
    intake.names_contact = fields.flag("names_contact");
    bool referral = intake.way == IntakeWay::referral;
    intake.fields = fields.ids("fields", referral ? Must::be_filled : Must::not_be);
    // Without fields there is nothing to compare with, and that was complained of.
    if (intake.fields.empty()) intake.open_fields = fields.ids("open_fields");
    else
        intake.open_fields =
            fields.known("open_fields", "one of its `fields`", intake.fields, Must::not_be);
    intake.anonymous = fields.flag("anonymous");
    Node const* described = fields.ask("fields");
    if (intake.anonymous && !intake.fields.empty() &&
        intake.open_fields.size() == described->inside.size())
        fields.complain("open_fields",
                        fields.called() + " is anonymous, yet all its fields are open.",
                        "Leave those out in which the family is described.");
    intake.confirms = fields.ids("confirms");
    intake.rule = fields.rule();
    bool way_told = fields.ask("way") != nullptr && read_word<IntakeWay>(fields.ask("way")->text);
    for (auto const* key : {"fields", "open_fields", "anonymous", "confirms"})
        if (way_told && !referral && fields.ask(key) != nullptr)
            fields.complain(key, fields.called() + " has `" + key + "` but is no referral.",
                            "Write `way = \"referral\"`, or take this key away.");
    return intake;
}

} // namespace

void read_who(Reading& reading, Fields& root, Model& model) {
    each_table(reading, root, "role", [&](Fields& f) { model.roles.push_back(read_role(f)); });
    if (model.roles.size() > role_limit)
        reading.complain(root.place("role"), "The model has more than 60 roles.",
                         "Bring roles of the same rights together.");
    each_table(reading, root, "consent",
               [&](Fields& f) { model.consents.push_back(read_consent(reading, f)); });
    each_table(reading, root, "decides", [&](Fields& f) {
        Decides decides;
        decides.about = f.who("about", Must::be_filled);
        decides.who = f.who("who", Must::be_filled);
        decides.each = f.flag("each", true);
        decides.rule = f.rule(Must::be_filled);
        model.decides.push_back(decides);
    });
}

void read_intake(Reading& reading, Fields& root, Model& model) {
    each_table(reading, root, "intake",
               [&](Fields& f) { model.intakes.push_back(read_one_intake(f)); });
    each_table(reading, root, "criteria", [&](Fields& f) {
        Axis axis;
        axis.id = f.id();
        axis.at_least = f.number("at_least", 1, 1, 100);
        axis.of = f.ids("of", Must::be_filled);
        model.criteria.push_back(axis);
    });
    one_table(reading, root, "committee", [&](Fields& f) {
        Committee committee;
        committee.every = f.span("every");
        committee.members = f.who("members", Must::be_filled);
        committee.chair = f.who("chair");
        committee.no_stop = f.name("no_stop", "a stop of this model", reading.names.stops);
        committee.rule = f.rule();
        model.committee = committee;
    });
}

} // namespace radslag::process
