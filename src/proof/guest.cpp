#include "proof/guest.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace radslag::proof {
namespace {

using circle::Standing;

constexpr std::array<std::string_view, 13> of_people{
    "name_person",    "link_identity",     "take_off_person", "assign",  "hand_over",
    "end_assignment", "declare_impartial", "take_referral",   "shut_out", "let_in",
    "speak_for",      "change_person",     "sign_pledge"};
constexpr std::array<std::string_view, 6> of_room{"open_meeting", "arrive",      "leave",
                                                  "next_step",    "end_meeting", "take_back"};

template <class List> bool is_in(List const& list, std::string_view one) {
    return std::find(list.begin(), list.end(), one) != list.end();
}

// For each of them as they are, the others that they can have become.
template <class Become> void become(std::vector<GuestFacts>& all, Become add) {
    for (auto const& guest : std::vector(all)) add(guest);
}

} // namespace

Guest::Guest(Ground& ground, Ix role) : ground_(ground), role_(role) {
    auto const& model = ground.model();
    speaks_for_ = model.roles[role].is == process::Function::speaks_for;
    decided_about_ = workflow::decides_about(ground.book, role) != nullptr;
    for (auto const& meeting : model.meetings) {
        auto& asked = asked_.emplace_back();
        for (auto const& step : meeting.steps)
            if (!step.back_if_in.empty() && step.back.has(role) && !is_in(asked, step.back_if_in))
                asked.push_back(step.back_if_in);
        RADSLAG_SURE(asked.size() <= 8);
    }
}

std::string Guest::name() const { return ground_.model().roles[role_].id; }

GuestFacts Guest::facts(Bits bits) const {
    GuestFacts guest;
    guest.ready = (bits & 1U) != 0;
    guest.shut_out = (bits & 2U) != 0;
    guest.silent = (bits & 4U) != 0;
    guest.said = static_cast<Standing>((bits >> 3) & 3U);
    guest.in_room = (bits & 32U) != 0;
    guest.was_in = static_cast<std::uint8_t>((bits >> 6) & 255U);
    return guest;
}

Bits Guest::bits(GuestFacts const& guest) const {
    return (guest.ready ? 1U : 0U) | (guest.shut_out ? 2U : 0U) | (guest.silent ? 4U : 0U) |
           (static_cast<Bits>(guest.said) << 3) | (guest.in_room ? 32U : 0U) |
           (Bits{guest.was_in} << 6);
}

workflow::Part Guest::part(GuestFacts const& guest, Ix meeting, Ix step) const {
    workflow::Part part;
    part.role = role_;
    part.ready = guest.ready;
    part.shut_out = guest.shut_out;
    part.silent = guest.silent;
    part.said = guest.said;
    part.was_in_step_asked = was_asked(guest, meeting, step);
    return part;
}

bool Guest::was_asked(GuestFacts const& guest, Ix meeting, Ix step) const {
    auto const& asked = asked_[meeting];
    auto const& of = ground_.model().meetings[meeting].steps[step].back_if_in;
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (asked[i] == of) return ((guest.was_in >> i) & 1U) != 0;
    return false;
}

void Guest::enter(GuestFacts& guest, Ix meeting, Ix step) const {
    guest.in_room = true;
    auto const& asked = asked_[meeting];
    auto const& id = ground_.model().meetings[meeting].steps[step].id;
    for (std::size_t i = 0; i < asked.size(); ++i)
        if (asked[i] == id) guest.was_in = static_cast<std::uint8_t>(guest.was_in | (1U << i));
}

bool Guest::is_let_in(GuestFacts const& guest, Ix meeting, Ix step) const {
    auto const as = part(guest, meeting, step);
    return workflow::is_wanted(ground_.book, as) &&
           workflow::belongs(ground_.model().meetings[meeting].steps[step], as);
}

bool Guest::stays(GuestFacts const& guest, Place const& place) const {
    return place.is_in_session() &&
           workflow::belongs(ground_.model().meetings[place.meeting].steps[place.step],
                             part(guest, place.meeting, place.step));
}

std::vector<Bits> Guest::at_first(process::Intake const&) const {
    std::vector<GuestFacts> all(1);
    all.push_back({true, false, false, Standing::yes, false, 0});
    if (decided_about_)
        become(all, [&](GuestFacts guest) {
            for (auto said : {Standing::waiting, Standing::no}) {
                guest.said = said;
                all.push_back(guest);
            }
        });
    std::vector<Bits> found;
    for (auto const& guest : all) found.push_back(bits(guest));
    return found;
}

bool Guest::heeds(std::string_view act) const {
    return is_in(of_people, act) || is_in(of_room, act) ||
           (decided_about_ && (act == "decide_invitation" || act == "time_passes"));
}

// Who is there, shut out, wanted: what acts about people and those who decide can change.
void Guest::toggle(Change const& change, std::vector<GuestFacts>& all) const {
    auto const& act = change.deed.act == "take_back" ? change.deed.of : change.deed.act;
    auto const& ends = ground_.model().roles[role_].ends;
    bool const over = ends && (workflow::is_moment(*ends, act, change.deed.of) ||
                               std::any_of(change.moments.begin(), change.moments.end(),
                                           [&](Moment const& m) {
                                               return workflow::is_moment(*ends, m.name, m.detail);
                                           }));
    bool const people = is_in(of_people, act);
    if (people || over || change.deed.act == "take_back")
        become(all, [&](GuestFacts guest) {
            guest.ready = !guest.ready;
            all.push_back(guest);
        });
    if (speaks_for_ && people)
        become(all, [&](GuestFacts guest) {
            for (int how = 0; how < 3; ++how) {
                guest.shut_out = how > 0;
                guest.silent = how > 1;
                all.push_back(guest);
            }
        });
    if (decided_about_ && (people || act == "decide_invitation" || act == "time_passes"))
        become(all, [&](GuestFacts guest) {
            for (auto said : {Standing::waiting, Standing::yes, Standing::no}) {
                guest.said = said;
                all.push_back(guest);
            }
        });
}

// In the room or not, after what happened in it.
void Guest::sit(Change const& change, GuestFacts const& guest, std::vector<GuestFacts>& all) const {
    auto const& act = change.deed.act;
    auto const& to = change.to;
    auto out = guest;
    out.in_room = false;
    if (act == "take_back") { // seats as they were before
        for (unsigned was = 0; to.is_in_session() && was < (1U << asked_[to.meeting].size()); ++was)
            for (bool in : {false, true}) {
                out.in_room = in;
                out.was_in = static_cast<std::uint8_t>(was);
                all.push_back(out);
            }
        all.push_back(guest);
        return;
    }
    if (act == "open_meeting" && to.is_in_session()) {
        out.was_in = 0;
        all.push_back(out);
        if (is_let_in(out, to.meeting, to.step)) {
            enter(out, to.meeting, to.step);
            all.push_back(out);
        }
        return;
    }
    if (act == "next_step" || act == "arrive" || act == "leave") {
        bool const stays_out = act != "arrive" || !guest.in_room;
        if (stays_out) all.push_back(out);
        bool const comes = act != "leave" && to.is_in_session();
        if (comes && is_let_in(guest, to.meeting, to.step)) {
            auto in = guest;
            enter(in, to.meeting, to.step);
            all.push_back(in);
        }
        // Somebody else came or left.
        if (act != "next_step") all.push_back(guest);
        return;
    }
    all.push_back(guest);
}

void Guest::after(Change const& change, Bits was, std::vector<Bits>& now) const {
    // Whoever came or went sat down before anything else follows.
    std::vector<GuestFacts> all;
    std::vector<GuestFacts> seated;
    all.push_back(facts(was));
    toggle(change, all);
    for (auto const& guest : all) sit(change, guest, seated);
    for (auto& guest : seated) {
        if (guest.in_room && !stays(guest, change.to)) guest.in_room = false;
        if (!change.to.is_in_session()) guest.was_in = 0;
        auto const found = bits(guest);
        if (std::find(now.begin(), now.end(), found) == now.end()) now.push_back(found);
    }
}

std::string Guest::tell(Bits bits) const {
    auto const guest = facts(bits);
    return fmt::format("{}{}{}{}, {} the room", guest.ready ? "there" : "not there",
                       guest.shut_out ? ", shut out" : "",
                       guest.silent ? ", speaks for nobody" : "",
                       decided_about_ ? std::string(guest.said == Standing::yes  ? ", wanted"
                                                    : guest.said == Standing::no ? ", unwanted"
                                                                                 : ", waited for")
                                      : std::string{},
                       guest.in_room ? "in" : "not in");
}

Bits Guest::absent() const {
    GuestFacts guest;
    if (decided_about_) guest.said = Standing::waiting;
    return bits(guest);
}

std::vector<std::pair<std::string, Bits>> Guest::seen_in(workflow::CaseFile const& file,
                                                         Date today) const {
    std::vector<std::pair<std::string, Bits>> found;
    auto const* now = meeting::current(file.all<meeting::Meeting>());
    for (auto const& person : file.all<people::Person>()) {
        if (ground_.model().role(person.role) != role_) continue;
        auto const voice = workflow::guest_of(ground_.book, file, today, person);
        GuestFacts guest;
        guest.ready = voice.ready;
        guest.shut_out = voice.shut_out;
        guest.silent = voice.silent;
        if (decided_about_) guest.said = voice.said;
        if (now != nullptr && now->is_open()) {
            auto const kind = ground_.book.place_of_meeting(now->meeting);
            auto const& seats = file.all<meeting::Seat>();
            auto const* seat = meeting::seat_of(seats, now->id, person.id);
            guest.in_room = seat != nullptr && seat->is_in();
            for (std::size_t i = 0; i < asked_[kind].size(); ++i)
                if (meeting::was_in(seats, now->id, person.id, asked_[kind][i]))
                    guest.was_in = static_cast<std::uint8_t>(guest.was_in | (1U << i));
        }
        found.emplace_back(person.id.text, bits(guest));
    }
    return found;
}

} // namespace radslag::proof
