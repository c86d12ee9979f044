// Who can be brought into a case, by when and with an account or without; and with that, who can do
// what on the way. It mirrors what commands/ lets people do (open_case, refer, assign,
// take_referral, name_person, link_identity).
#include "process/checker.h"

namespace radslag::process {
namespace {

std::uint64_t bit(Ix role) { return std::uint64_t{1} << role; }

bool is_referral(Intake const& intake) { return intake.way == IntakeWay::referral; }
bool is_open(Intake const& intake) { return intake.way != IntakeWay::referral; }
bool is_anonymous(Intake const& intake) { return intake.anonymous; }

Ix first_of(Model const& model, Function is) {
    for (Ix role = 0; role < model.roles.size(); ++role)
        if (model.roles[role].is == is) return role;
    return nowhere;
}

// Whoever opens a case gets the role that their office fits, the case worker's before the
// coordinator's.
bool seats_opener(Model const& model, Intake const& intake, Ix place) {
    if (is_referral(intake)) return false;
    for (unsigned office = 0; office < words(Office{}).size(); ++office) {
        if (!intake.who.has(static_cast<Office>(office))) continue;
        Ix seat = nowhere;
        for (auto is : {Function::case_worker, Function::coordinator})
            for (Ix role = 0; role < model.roles.size() && seat == nowhere; ++role)
                if (model.roles[role].is == is && ((model.roles[role].offices >> office) & 1U) != 0)
                    seat = role;
        if (seat == place) return true;
    }
    return false;
}

// Acts of a meeting that is not open or is paused: no step of it is going on then.
bool outside_steps(std::string_view act) {
    return act == "open_meeting" || act == "resume_meeting";
}

// The roles whose staff hold one of these offices.
std::uint64_t roles_of(Model const& model, std::uint32_t offices) {
    std::uint64_t roles = 0;
    for (Ix role = 0; role < model.roles.size(); ++role)
        if ((model.roles[role].offices & offices) != 0) roles |= bit(role);
    return roles;
}

bool can_never_be(Role const& role) {
    bool nobody = role.offices == 0 && (!role.may_be_outsider || !can_be_named(role));
    return role.at_most == 0 || (nobody && role.is != Function::referrer);
}

} // namespace

bool can_be_named(Role const& role) {
    switch (role.is) {
    case Function::main_person:
    case Function::speaks_for:
    case Function::network:
    case Function::support:
        return true;
    case Function::professional:
        return role.may_be_outsider;
    default:
        return false;
    }
}

bool Checker::begins_by(Way const& way, bool (*test)(Intake const&)) const {
    if (way.intake != nullptr) return test(*way.intake);
    return std::any_of(model.intakes.begin(), model.intakes.end(), test);
}

bool Checker::can_act(Who who, Ix stage, std::uint64_t staff) const {
    return who.offices != 0 || (who.roles & staff & in_office_[stage]) != 0;
}

bool Checker::in_step(May const& may, std::string const& step) const {
    return may.in_steps.empty() ||
           std::find(may.in_steps.begin(), may.in_steps.end(), step) != may.in_steps.end();
}

bool Checker::holds(May const& may, std::string_view act, Way const& way, std::size_t place) const {
    if (std::find(may.acts.begin(), may.acts.end(), act) == may.acts.end()) return false;
    Ix stage = way.stages[place];
    if (stage < may.from || stage > may.until) return false;
    if (!can_act(may.who, stage, way.staff[place])) return false;
    if (may.in_steps.empty()) return true;
    return !outside_steps(act) &&
           std::any_of(may.in_steps.begin(), may.in_steps.end(),
                       [&](std::string const& step) { return step_counts(step, stage, way); });
}

std::optional<std::size_t> Checker::first_may(std::string_view act, Way const& way,
                                              std::size_t from) const {
    for (std::size_t i = from; i < way.stages.size(); ++i)
        for (auto const& may : model.mays)
            if (holds(may, act, way, i)) return i;
    return std::nullopt;
}

bool Checker::may_anyone(std::string_view act, Way const& way) const {
    return first_may(act, way).has_value();
}

Who Checker::may_not(Who who, std::string_view act, Way const& way, By by) const {
    for (auto const& may : model.mays)
        for (std::size_t i = 0; i < way.stages.size(); ++i) {
            if (!holds(may, act, way, i)) continue;
            if (!may.for_whom.empty()) {
                if (by != By::themselves) who.roles &= ~may.for_whom.roles;
                continue;
            }
            // Whoever acts by an office may hold a role too.
            auto can = (may.who.roles | roles_of(model, may.who.offices)) & way.staff[i] &
                       in_office_[way.stages[i]];
            for (Ix role = 0; by == By::each && role < model.roles.size(); ++role)
                if (can_be_named(model.roles[role])) can &= ~bit(role);
            who.roles &= ~can;
            who.offices &= ~may.who.offices;
        }
    return who;
}

bool Checker::may_one(Who who, std::string_view act, Way const& way) const {
    return may_not(who, act, way) != who;
}

bool Checker::is_assigned(Ix place, Way const& way, std::size_t at) const {
    auto const& role = model.roles[place];
    if (role.at_most == 0) return false;
    if (role.is == Function::referrer) return begins_by(way, is_referral);
    if (role.offices == 0) return false;
    for (auto const& intake : model.intakes)
        if ((way.intake == nullptr || way.intake == &intake) && seats_opener(model, intake, place))
            return true;
    bool taken = place == first_of(model, Function::coordinator) && begins_by(way, is_referral);
    for (auto const* may : bringing_) {
        if (holds(*may, "assign", way, at)) return true;
        if (!taken || !holds(*may, "take_referral", way, at)) continue;
        std::uint32_t offices = may->who.offices;
        each_role(may->who, [&](Ix taker) { offices |= model.roles[taker].offices; });
        if ((offices & role.offices) != 0) return true;
    }
    return false;
}

void Checker::bring_in(Way& way) const {
    auto staff = unfilled_ | missing_in(way.intake);
    way.staff.assign(way.stages.size(), staff);
    for (std::size_t i = 0; i < way.stages.size(); ++i)
        for (auto before = ~staff; before != staff;) {
            before = way.staff[i] = staff;
            for (Ix role = 0; role < model.roles.size(); ++role)
                if ((staff & bit(role)) == 0 && is_assigned(role, way, i)) staff |= bit(role);
        }
}

bool Checker::is_named(Ix place, Way const& way) const {
    auto const& role = model.roles[place];
    if (role.at_most == 0 || !can_be_named(role)) return false;
    bool first = place == first_of(model, role.is);
    if (first && role.is == Function::main_person && begins_by(way, is_open)) return true;
    bool linked = begins_by(way, is_anonymous) && may_anyone("link_identity", way);
    bool family = role.is == Function::main_person || role.is == Function::speaks_for;
    if (first && family && linked) return true;
    bool secret = way.intake != nullptr && way.intake->anonymous;
    return (!secret || linked) && may_anyone("name_person", way);
}

bool Checker::fillable(Ix role, Way const& way) const {
    if (way.stages.empty() || (unfilled_ & bit(role)) != 0) return false;
    return (way.staff.back() & bit(role)) != 0 || is_named(role, way);
}

bool Checker::someone(Who who, Way const& way) const {
    bool found = who.offices != 0;
    each_role(who, [&](Ix role) { found |= (unfilled_ & bit(role)) != 0 || fillable(role, way); });
    return found;
}

Way Checker::within(std::vector<Ix> stages) const {
    Way way;
    way.stages = std::move(stages);
    way.staff.assign(way.stages.size(), everywhere.staff.empty() ? 0 : everywhere.staff.back());
    return way;
}

// Where a role's access ends, what comes after has to be done by others (SN5).
void Checker::find_unfilled() {
    in_office_.assign(model.stages.size(), ~std::uint64_t{0});
    for (Ix role = 0; role < model.roles.size(); ++role) {
        auto const& ends = model.roles[role].ends;
        if (!ends || ends->kind == MomentKind::act || ends->kind == MomentKind::meeting_day)
            continue;
        Ix last = ends->kind == MomentKind::meeting_end ? model.meeting(ends->of)->stage
                                                        : model.stage(ends->of);
        for (Ix stage : along(last)) {
            auto on = along(stage);
            bool before = stage != last && std::find(on.begin(), on.end(), last) != on.end();
            if (!before && (stage != last || ends->kind == MomentKind::stage_entered))
                in_office_[stage] &= ~bit(role);
        }
    }
    for (auto const& may : model.mays)
        for (std::string_view act : may.acts)
            if (act == "assign" || act == "take_referral") bringing_.push_back(&may);
    // What a role lacks by itself is told there; others do not lack for it.
    std::uint64_t never = 0;
    for (Ix place = 0; place < model.roles.size(); ++place)
        if (can_never_be(model.roles[place])) never |= bit(place);
    unfilled_ = never;
    // Whoever is brought in anywhere is brought in: the order of `everywhere` is none.
    for (auto before = ~std::uint64_t{0}; before != unfilled_;) {
        before = unfilled_;
        bring_in(everywhere);
        unfilled_ = everywhere.staff.empty() ? 0 : everywhere.staff.back();
    }
    everywhere.staff.assign(everywhere.stages.size(), unfilled_);
    unfilled_ = never;
    auto lacking = never;
    for (Ix role = 0; role < model.roles.size(); ++role)
        if (!fillable(role, everywhere)) lacking |= bit(role);
    unfilled_ = lacking;
    for (auto& staff : everywhere.staff) staff |= lacking;
    find_missing();
}

// Whoever every case needs and is brought in only where it begins another way.
void Checker::find_missing() {
    missing_.assign(model.intakes.size(), 0);
    for (std::size_t i = 0; i < model.intakes.size(); ++i) {
        Way way{along(model.intakes[i].stage), {}, &model.intakes[i]};
        bring_in(way);
        for (Ix place = 0; place < model.roles.size(); ++place) {
            auto const& role = model.roles[place];
            bool needed = role.is == Function::coordinator || role.at_least > 0;
            if (needed && role.is != Function::referrer && !someone({bit(place), 0}, way))
                missing_[i] |= bit(place);
        }
    }
}

std::uint64_t Checker::missing_in(Intake const* intake) const {
    if (intake == nullptr || missing_.empty()) return 0;
    return missing_[static_cast<std::size_t>(intake - model.intakes.data())];
}

} // namespace radslag::process
