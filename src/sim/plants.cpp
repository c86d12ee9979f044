#include "sim/plants.h"

#include <algorithm>

namespace radslag::sim {
namespace {

using workflow::Change;
using workflow::Happening;
using File = workflow::CaseFile const;

template <class R, class Which> void lose(Happening& h, Which which) {
    std::erase_if(h.changes, [&](Change const& c) { return c.table == R::table && which(c); });
}

template <class R, class Which> void strike_out(Happening& h, File& before, Which which) {
    for (auto const& one : before.all<R>())
        if (which(one))
            h.changes.push_back({std::string(R::table), one.id.text, to_cells(one), {}});
}

void lose_yes(Happening& h, File& before) {
    if (h.name != "invite") return;
    strike_out<circle::Decision>(h, before,
                                 [&](auto const& one) { return one.about.text == h.about; });
}

void forget_consents(Happening& h, File& before) {
    if (h.name == "open_meeting")
        strike_out<consent::Consent>(h, before, [](auto const&) { return true; });
}

void name_early(Happening& h, File& before) {
    auto const& all = before.all<people::Person>();
    if (h.name != "take_referral" || all.empty()) return;
    auto named = all.front();
    auto const had = to_cells(named);
    named.staff.reset();
    h.changes.push_back({std::string(people::Person::table), named.id.text, had, to_cells(named)});
}

void sign_answer(Happening& h, File& before) {
    auto const& all = before.all<people::Person>();
    if (h.name == "answer_questionnaire" && !all.empty()) h.by = all.front().id;
}

void turn_clock_back(Happening& h, File&) {
    if (h.name == "invite") h.at.micros -= 3'600'000'000;
}

} // namespace

std::vector<Plant> const& plants() {
    static std::vector<Plant> const all{
        {.name = "somebody stays",
         .found_by = "presence",
         .spoil =
             [](Happening& h, File&) {
                 if (h.name == "next_step")
                     lose<meeting::Seat>(h, [](Change const& c) { return c.before.has_value(); });
             }},
        {.name = "a no is not heard",
         .found_by = "voluntary",
         .spoil =
             [](Happening& h, File&) {
                 if (h.name == "case_stopped")
                     lose<conference::Conference>(h, [](Change const&) { return true; });
             }},
        {.name = "a yes is lost", .found_by = "wanted_guests", .spoil = lose_yes},
        {.name = "a deadline runs on",
         .found_by = "quiet_end",
         .spoil =
             [](Happening& h, File&) {
                 lose<workflow::Due>(h, [](Change const& c) {
                     return c.after && from_cells<workflow::Due>(*c.after).met_at;
                 });
             }},
        {.name = "a deadline never began",
         .found_by = "deadlines",
         .spoil = [](Happening& h,
                     File&) { lose<workflow::Due>(h, [](Change const& c) { return !c.before; }); }},
        {.name = "half is written",
         .found_by = "glance",
         .spoil =
             [](Happening& h, File&) {
                 if (h.name == "plan_meeting")
                     lose<meeting::Meeting>(h, [](Change const&) { return true; });
             }},
        {.name = "nobody remembers", .found_by = "once", .forgets_acts = true},
        {.name = "a no writes", .found_by = "no_writes_nothing", .writes_before_no = true},
        {.name = "consents are forgotten", .found_by = "open_consents", .spoil = forget_consents},
        {.name = "a name too early", .found_by = "nameless", .spoil = name_early},
        {.name = "an answer is signed", .found_by = "answers_unnamed", .spoil = sign_answer},
        {.name = "a clock goes back", .found_by = "sequence", .spoil = turn_clock_back},
        {.name = "a number is skipped", .found_by = "case_numbers", .skips_a_number = true},
        {.name = "a stranger looks", .found_by = "over_is_over", .opens_to_all = true},
        {.name = "papers lie open",
         .found_by = "closed_papers",
         .shows = [](view::CaseView& seen, File&) { seen.papers.emplace(); }}};
    return all;
}

Plant const* find_plant(std::string_view name) {
    auto at = std::ranges::find(plants(), name, &Plant::name);
    return at == plants().end() ? nullptr : &*at;
}

} // namespace radslag::sim
