#include "proof/way.h"

#include <algorithm>

#include <fmt/format.h>

namespace radslag::proof {
namespace {

using circle::Standing;
using commands::Value;

// One way, played.
class Played {
public:
    Played(std::shared_ptr<process::Model const> const& model, Verdict const& verdict)
        : player_(model), book_(player_.book()), ground_(book_), verdict_(verdict),
          violation_(*verdict.first),
          guest_(dynamic_cast<Guest const*>(violation_.slice.focus.get())),
          two_(dynamic_cast<Two const*>(violation_.slice.focus.get())),
          holder_(dynamic_cast<Holder const*>(violation_.slice.focus.get())) {}

    bool play();
    [[nodiscard]] std::string scene() const;
    [[nodiscard]] std::string stuck(); // where, and what was refused there

private:
    Player player_;
    RuleBook const& book_;
    Ground ground_;
    Verdict const& verdict_;
    Violation const& violation_;
    Guest const* guest_;
    Two const* two_;
    Holder const* holder_;
    std::optional<PersonId> focus_;
    std::string staff_ = "Stina Alm"; // in focus, where staff are: of two offices

    [[nodiscard]] process::Model const& model() const { return book_.model(); }
    [[nodiscard]] std::string const& role_id(Ix role) const { return model().roles[role].id; }
    [[nodiscard]] Facts facts() {
        return workflow::abstract(book_, player_.file(), {player_.today()});
    }

    std::string at_ = "how it begins"; // the leg that is played now

    bool go(Walk::Leg const& leg);
    bool hold(std::string const& meeting, State const& to);
    bool come_to(State const& to);
    bool one(std::string const& act, std::string const& of, State const& to);
    bool open(std::string const& meeting, State const& to);
    bool next(State const& to);
    bool end(std::string const& of);
    bool put_off();
    void introduce(State const& to);
    void make_wanted(GuestFacts const& wanted);
    void shut_out(GuestFacts const& wanted);
    bool seat(State const& to);
    bool finish();
    bool finish_by_act();
    [[nodiscard]] bool is_focus(PersonId const& id) const { return focus_ && *focus_ == id; }
    [[nodiscard]] std::optional<GuestFacts> wanted(State const& to) const {
        return guest_ == nullptr ? std::nullopt : std::optional(guest_->facts(to.focus));
    }
    void then(std::string what) { player_.say("Then " + std::move(what)); }
    std::string in_the_room();
};

// ---- who is in focus

void Played::introduce(State const& to) {
    auto const guest = wanted(to);
    if (!guest || !guest->ready) return;
    auto const& role = role_id(guest_->role());
    auto const now = player_.file();
    for (auto const& person : now.all<people::Person>())
        if (!focus_ && person.role == role && workflow::is_ready(book_, now, person))
            focus_ = person.id;
    if (!focus_ && player_.perform("name_person", {{}, {}, {}, {{"role", role}}}))
        focus_ = player_.file().all<people::Person>().back().id;
    for (auto const& name : player_.names()) {
        if (focus_) break;
        Wish const wish{{}, {}, {}, {{"role", role}, {"staff", player_.staff(name).text}}};
        if (!player_.perform("assign", wish)) continue;
        focus_ = player_.row_of(name, role);
        player_.perform("declare_impartial", {focus_->text, {}, name, {}});
    }
    if (!focus_) return;
    make_wanted(*guest);
    shut_out(*guest);
}

void Played::make_wanted(GuestFacts const& wanted) {
    if (!guest_->is_decided_about() || wanted.said == Standing::waiting) return;
    auto const now = player_.file();
    auto const* person = people::find(now.all<people::Person>(), *focus_);
    if (workflow::standing_of(book_, now, player_.today(), *person) == wanted.said) return;
    std::string const answer = wanted.said == Standing::yes ? "yes" : "no";
    for (auto const& decider : now.all<people::Person>())
        player_.perform("decide_invitation",
                        {focus_->text, decider.id.text, {}, {{"answer", answer}}});
}

void Played::shut_out(GuestFacts const& wanted) {
    auto const now = player_.file();
    if (workflow::is_shut_out(now, *focus_) == wanted.shut_out) return;
    for (auto const& speaks : now.all<people::Speaks>())
        if (speaks.guardian == *focus_)
            player_.perform(wanted.shut_out ? "shut_out" : "let_in", {speaks.id.text, {}, {}, {}});
}

bool Played::seat(State const& to) {
    auto const guest = wanted(to);
    if (!guest || !focus_ || !to.place.is_in_session()) return true;
    auto const now = player_.file();
    auto const* meeting = meeting::current(now.all<meeting::Meeting>());
    if (meeting == nullptr || !meeting->is_open()) return false;
    auto const* had = meeting::seat_of(now.all<meeting::Seat>(), meeting->id, *focus_);
    bool const in = had != nullptr && had->is_in();
    if (in == guest->in_room) return true;
    return player_.perform(in ? "leave" : "arrive", {{}, {}, {}, {{"person", focus_->text}}});
}

// ---- the meeting

bool Played::open(std::string const& kind, State const& to) {
    auto const guest = wanted(to);
    auto row = [&]() -> std::string {
        auto const now = player_.file();
        for (auto const& m : now.all<meeting::Meeting>())
            if (m.is_planned() && m.meeting == kind) return m.id.text;
        return {};
    };
    if (row().empty() && !player_.perform("plan_meeting", {{}, {}, {}, {{"meeting", kind}}}))
        return false;
    std::vector<std::string> here;
    auto const now = player_.file();
    auto const* meeting = now.find<meeting::Meeting>(RowId{row()});
    auto const* step = book_.step_after(kind, "");
    for (auto const& person : now.all<people::Person>()) {
        auto part = workflow::seat_of(book_, now, *meeting, *step, person);
        part.said = workflow::standing_of(book_, now, player_.today(), person);
        bool const comes = person.is_here() && workflow::belongs(*step, part) &&
                           workflow::is_wanted(book_, part);
        bool const kept_out = is_focus(person.id) && guest && !guest->in_room;
        if (comes && !kept_out) here.push_back(person.id.text);
    }
    return perform_through(player_, "open_meeting", {row(), {}, {}, {{"here", here}}});
}

bool Played::next(State const& to) {
    auto const guest = wanted(to);
    auto const now = player_.file();
    auto const* meeting = meeting::current(now.all<meeting::Meeting>());
    if (meeting == nullptr) return false;
    auto const* step = book_.step_after(meeting->meeting, meeting->step);
    if (step == nullptr) return false;
    std::vector<std::string> left;
    std::vector<std::string> came;
    for (auto const& person : now.all<people::Person>()) {
        auto const* seat = meeting::seat_of(now.all<meeting::Seat>(), meeting->id, person.id);
        bool const in = seat != nullptr && seat->is_in();
        auto part = workflow::seat_of(book_, now, *meeting, *step, person);
        part.said = workflow::standing_of(book_, now, player_.today(), person);
        bool wants = workflow::belongs(*step, part) && workflow::is_wanted(book_, part);
        if (is_focus(person.id) && guest) wants = guest->in_room;
        if (in && !wants) left.push_back(person.id.text);
        if (!in && wants && person.is_here()) came.push_back(person.id.text);
    }
    return perform_through(player_, "next_step", {{}, {}, {}, {{"left", left}, {"came", came}}});
}

bool Played::end(std::string const& of) {
    std::string const outcome = of.empty() ? "broken_off" : "held";
    return perform_through(player_, "end_meeting", {{}, {}, {}, {{"outcome", outcome}}});
}

bool Played::put_off() {
    auto const until = write_date(add_days(player_.today(), 7));
    return player_.perform("postpone", {{}, {}, {}, {{"until", until}}});
}

// ---- the legs

bool Played::one(std::string const& act, std::string const& of, State const& to) {
    std::map<std::string, Value> fields;
    if (act == "open_meeting") return open(of, to);
    if (act == "next_step") return next(to);
    if (act == "end_meeting") return end(of);
    if (act == "postpone") return put_off();
    if (act == "take_back") return player_.take_back(of);
    if (act == "time_passes") return true;
    if (act == "arrive" || act == "leave") return seat(to);
    if (act == "taken_up_again" || act == "consent_lapsed") {
        for (auto const& due : player_.file().all<workflow::Due>())
            if (!due.met_at && due.kind != workflow::DueKind::deadline) {
                player_.to_day(due.on);
                return true;
            }
        return false;
    }
    if (act == "plan_meeting") fields["meeting"] = of;
    if (act == "stop_case") fields["stop"] = of;
    bool const consent = act.ends_with("_consent");
    if (consent) fields["consent"] = of;
    if (act == "name_person" && guest_ != nullptr) fields["role"] = role_id(guest_->role());
    if (act == "decide_invitation" && focus_) {
        make_wanted(*wanted(to));
        return true;
    }
    if ((act == "shut_out" || act == "let_in") && focus_) {
        shut_out(*wanted(to));
        return true;
    }
    Wish wish{{}, {}, {}, std::move(fields)};
    if (act == "pass_gate") wish.about = of;
    if (two_ != nullptr && act == "assign") {
        using Has = TwoFacts::Has;
        auto const has = Two::facts(to.focus);
        auto const now = player_.row_of(staff_, role_id(two_->first()));
        auto const role = has.first == Has::holds && !now ? two_->first() : two_->second();
        wish.fields = {{"role", role_id(role)}, {"staff", player_.staff(staff_).text}};
    }
    if ((two_ != nullptr || holder_ != nullptr) &&
        (act == "hand_over" || act == "end_assignment" || act == "declare_impartial")) {
        auto const role = holder_ != nullptr ? holder_->role() : two_->first();
        if (auto const row = player_.row_of(staff_, role_id(role))) wish.about = row->text;
    }
    if (two_ != nullptr && act == "take_referral") wish.by = staff_;
    return perform_through(player_, act, wish);
}

// From opening it to its end.
bool Played::hold(std::string const& meeting, State const& to) {
    if (!open(meeting, to)) return false;
    while (book_.step_after(meeting, facts().step) != nullptr)
        if (!next(to)) return false;
    return end(meeting);
}

// A slice does not know what a stage that nobody moves on asked for; here it has to be there.
bool Played::come_to(State const& to) {
    for (std::size_t stages = 0; stages < model().stages.size(); ++stages) {
        auto const now = facts();
        if (now.stage == to.place.stage || now.status != conference::Status::running) break;
        for (auto const& asked : book_.gate_of_stage(now.stage).needs) {
            if (workflow::holds(asked, facts())) continue;
            bool const meeting = asked.need->what == process::Condition::meeting_held;
            if (!(meeting ? hold(asked.need->of, to) : bring_about(player_, asked.need->id)) &&
                asked.need->rule.strength != process::Strength::offer)
                return false;
        }
        if (facts().stage == now.stage && !player_.perform("move_on")) return false;
    }
    return facts().stage == to.place.stage;
}

bool Played::go(Walk::Leg const& leg) {
    introduce(leg.to);
    at_ = leg.deed.act + " → " + ground_.tell(leg.to.place);
    if (!one(leg.deed.act, leg.deed.of, leg.to)) return false;
    if (!leg.to.place.is_in_session() && leg.to.place.is_live() && !come_to(leg.to)) return false;
    introduce(leg.to);
    return seat(leg.to);
}

bool Played::play() {
    auto const& way = violation_.way;
    // Who opens a case gets the role that their office fits.
    bool const opens = two_ != nullptr &&
                       Two::facts(way.front().to.focus).first == TwoFacts::Has::holds;
    auto const& intake = *model().intake(way.front().deed.of);
    if (!player_.begin(intake, opens ? staff_ : "")) return false;
    introduce(way.front().to);
    for (std::size_t i = 1; i < way.size(); ++i) {
        bool const last = i + 1 == way.size();
        // Where the last leg is an outrage of its own, finish() does it.
        if (!go(way[i]) && !last) return false;
        if (auto const there = ground_.place_of(facts()); last && there != way[i].to.place)
            return false;
    }
    return finish();
}

// ---- the end: what must not be

std::string Played::in_the_room() {
    auto const now = player_.file();
    std::string all;
    for (auto const& seat : now.all<meeting::Seat>())
        if (seat.is_in()) all += (all.empty() ? "" : ", ") + player_.name_of(seat.person);
    return "in the room are " + (all.empty() ? std::string("nobody") : all);
}

bool Played::finish_by_act() {
    if (verdict_.id == "invitation" && focus_ &&
        player_.perform("invite", {focus_->text, {}, {}, {}})) {
        then("it is done");
        return true;
    }
    if (verdict_.id == "shut_out" && focus_)
        for (auto act : process::act_names()) {
            if (act.ends_with("_consent")) continue;
            if (!player_.perform(std::string(act), {{}, focus_->text, {}, {}})) continue;
            then("it is done");
            return true;
        }
    return false;
}

bool Played::finish() {
    if (finish_by_act()) return true;
    auto const& to = violation_.way.back().to;
    if (guest_ != nullptr && to.place.is_in_session()) {
        auto const now = player_.file();
        auto const& seats = now.all<meeting::Seat>();
        bool const in = std::any_of(seats.begin(), seats.end(), [&](auto const& s) {
            return s.is_in() && is_focus(s.person);
        });
        if (!in) return false;
        then(in_the_room());
        return true;
    }
    if (verdict_.id == "papers" || verdict_.id == "anonymity") {
        auto const part = verdict_.id == "papers" ? "papers" : "people";
        each_role(model().everyone(process::Function::coordinator),
                  [&](Ix role) { fill_role(player_, role_id(role)); });
        for (auto const& name : player_.names()) {
            auto const view = player_.look(name);
            if (!view) continue;
            bool const leads = verdict_.id == "anonymity" || std::any_of(view->me.begin(), view->me.end(), [&](auto const& me) {
                auto const role = model().role(me.role);
                return me.ready && model().roles[role].is == process::Function::coordinator;
            });
            bool const sees = verdict_.id == "papers" ? view->papers.has_value()
                                                      : view->people.has_value();
            if (!leads || !sees) continue;
            then(fmt::format("{} sees {}", name, part));
            return true;
        }
        if (!player_.perform("write_paper")) return false;
        then("it is done");
        return true;
    }
    auto const place = ground_.place_of(facts());
    if (place.is_in_session()) {
        auto const& meeting = model().meetings[place.meeting];
        then("the meeting is in " + meeting.steps[place.step].id);
    } else then("the case is in " + model().stages[place.stage].id);
    return true;
}

std::string Played::stuck() {
    auto told = "stuck at " + at_;
    for (auto const& why : player_.refusal()) {
        told += ": " + why.code + (why.field.empty() ? "" : " about " + why.field);
        for (auto const& [name, value] : why.facts) told += fmt::format(" ({} {})", name, value);
    }
    return told + "; it is in " + ground_.tell(ground_.place_of(facts()));
}

std::string Played::scene() const {
    auto text = fmt::format("Scene: {}\n", violation_.what);
    for (auto const& line : player_.lines()) text += line + "\n";
    return text;
}

} // namespace

tl::expected<std::string, std::string> scene_of(std::shared_ptr<process::Model const> const& model,
                                                Verdict const& verdict) {
    RADSLAG_SURE(verdict.first.has_value());
    Played played(model, verdict);
    if (!played.play()) return tl::unexpected(played.stuck());
    return played.scene();
}

} // namespace radslag::proof
