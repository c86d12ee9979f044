#pragma once
// A member of staff at their screen with a case before them: what they do there, in the order in
// which one would do it.
#include "sim/play.h"

namespace radslag::sim {

class Sitting {
public:
    // `pressed`: nobody could do anything last time, so what can be passed is passed.
    Sitting(Play& play, Sight& sight, bool pressed)
        : play_(play), sight_(sight), pressed_(pressed) {}
    bool work(); // whether anything was done

private:
    // ends.cpp: what the case is to come to
    bool end();
    bool stop();
    bool withdraw();
    bool postpone();

    // people.cpp: who is in it
    bool declare();
    bool staff();
    bool assign(process::Role const& role);
    bool assign_to(std::string const& role); // whom a gate asks for
    bool name_people();
    bool name_some(process::Function is, std::vector<Someone> const& some, std::size_t& named);
    bool name(Someone const& one, std::string const& role);
    bool tell_age();
    bool speak_for();
    std::string named_role(process::Function is, std::size_t nth, bool by_law);

    // needs.cpp: what a gate asks for
    bool gate();
    bool move_on();
    bool bring_all(std::vector<view::Need> const& needs, bool at_rest);
    bool bring(process::Need const& need, view::Need const& shown);
    bool come(process::Need const& need);
    bool consents(process::Need const& need);
    bool decisions();
    bool answers();
    bool preparations();
    bool criteria();
    bool verdict();
    bool identity();
    bool plan_a_meeting(std::string const& meeting);
    bool by_table(process::Condition what);
    bool each_row(std::string const& act);
    bool each_person(std::string const& act);
    bool pass(view::Need const& need);

    // meeting.cpp: in the room
    bool meet();
    bool open(view::MeetingView const& meeting);
    bool hold(view::MeetingView const& meeting);
    bool next_step(view::MeetingView const& meeting);
    bool open_today();

    // plan.cpp
    bool write_plan();
    bool write_actions(std::size_t at_least);
    bool own_actions();
    bool fill_headings();
    bool answer_plan();
    bool reviews();
    bool reports();

    // extras.cpp: what nobody needs, and people do all the same
    bool extras();
    bool sometimes(Extras const& habits);
    bool extra(std::string const& act);
    bool questionnaires(Extra const& habit);
    std::optional<std::int64_t> line_of_log(bool mine);

    bool does(Wish wish) { return play_.send(sight_, std::move(wish)); }
    // Once for each row and person in a round.
    bool does_once(Wish wish, int at_most = 1);
    [[nodiscard]] bool can(std::string_view act) const { return sight_.can(act) != nullptr; }
    bool has_time() { return --time_ >= 0; }
    [[nodiscard]] int tries() const { return pressed_ ? 3 : 1; }

    Play& play_;
    Sight& sight_;
    bool pressed_;
    int time_ = 8; // acts of one sitting
};

} // namespace radslag::sim
