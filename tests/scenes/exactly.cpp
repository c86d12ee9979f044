// What Then asks to the last one: whom a need waits for, whose a deadline is, how a case may be
// stopped.
#include <algorithm>

#include "scenes/town.h"

namespace radslag::scenes {
namespace {

std::string in_order(std::vector<std::string> all) {
    std::sort(all.begin(), all.end());
    std::string told;
    for (auto const& one : all) told += (told.empty() ? "" : ", ") + one;
    return told.empty() ? "nobody" : told;
}
std::vector<std::string> wanted(std::string const& list) {
    return list == "nobody" || list == "nothing" ? std::vector<std::string>{} : split(list, ", ");
}

} // namespace

bool Town::tell_exactly(std::string const& text) {
    Stars s;
    if (fits("the need * waits for *", text, s)) {
        auto const now = file();
        auto const& rules = book(now);
        auto const* need = rules.model().need(s[0]);
        must(need != nullptr, "there is no such need");
        auto const lacking =
            workflow::lacking(rules, now, day(), {need->what, need->of, need->who, need->at_least});
        std::vector<std::string> names;
        for (auto const& id : lacking)
            names.push_back(people::find(now.all<people::Person>(), id)->name);
        auto named = wanted(s[1]);
        for (auto& name : named)
            name = people::find(now.all<people::Person>(), PersonId{person(name)})->name;
        must(in_order(names) == in_order(named), "it waits for " + in_order(names));
        return true;
    }
    if (fits("* reads that the deadline * is for *", text, s)) {
        auto const due = due_of(s[1]);
        auto const view = look(staff(s[0]));
        must(view.has_value(), "the case is not there for them");
        auto const found = std::ranges::find(view->due, due.id.text, &commands::view::DueView::id);
        must(found != view->due.end(), "it is not told");
        std::vector<std::string> ids;
        for (auto const& one : found->whose) ids.push_back(one.id);
        must(in_order(ids) == in_order(wanted(s[2])), "it is for " + in_order(ids));
        return true;
    }
    bool const late = fits("* finds the case late on the desk", text, s);
    if (late || fits("* does not find the case late on the desk", text, s)) {
        auto const desk = commands::look_at_desk(world(), caller(staff(s[0])));
        must(desk.has_value(), "there is no desk for them");
        bool const there =
            std::ranges::any_of(desk->late, [&](auto const& row) { return row.id == case_.text; });
        must(there == late, there ? "it is there" : "it is not there");
        return true;
    }
    if (fits("* can stop the case as *", text, s)) {
        auto const view = look(staff(s[0]));
        must(view.has_value(), "the case is not there for them");
        std::vector<std::string> ids;
        for (auto const& can : view->can)
            for (auto const& choices : can.choices)
                if (can.act == "stop_case" && choices.field == "stop")
                    for (auto const& option : choices.options) ids.push_back(option.value);
        must(in_order(ids) == in_order(wanted(s[1])), "it can be stopped as " + in_order(ids));
        return true;
    }
    return false;
}

} // namespace radslag::scenes
