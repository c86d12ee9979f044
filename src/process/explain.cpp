#include "process/explain.h"

#include <algorithm>

namespace radslag::process {

std::string table(Rows const& rows) {
    if (rows.size() == 1) return rows.front().front() + ": none\n\n";
    std::vector<std::size_t> widths;
    for (auto const& row : rows)
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i == widths.size()) widths.push_back(1);
            widths[i] = std::max(widths[i], code_points(row[i]));
        }
    std::string out;
    auto line = [&](auto cell) {
        for (std::size_t i = 0; i < widths.size(); ++i) {
            out += i == 0 ? "| " : " | ";
            out += cell(i);
        }
        out += " |\n";
    };
    for (std::size_t n = 0; n < rows.size(); ++n) {
        line([&](std::size_t i) {
            auto cell = i < rows[n].size() ? rows[n][i] : std::string{};
            return cell + std::string(widths[i] - code_points(cell), ' ');
        });
        if (n == 0) line([&](std::size_t i) { return std::string(widths[i], '-'); });
    }
    return out + "\n";
}

std::string rule_words(Rule const& rule) { return std::string(word(rule.strength)); }
std::string sources(Rule const& rule) {
    return rule.sources.empty() ? "–" : fmt::format("{}", fmt::join(rule.sources, ", "));
}

std::string Telling::who(Who who) const {
    std::vector<std::string> names;
    for (Ix role = 0; role < model.roles.size(); ++role)
        if (who.has(role)) names.push_back(text("roles." + model.roles[role].id));
    for (std::size_t i = 0; i < words(Office{}).size(); ++i)
        if (who.has(static_cast<Office>(i)))
            names.push_back(fmt::format("office:{}", words(Office{})[i]));
    return names.empty() ? "–" : fmt::format("{}", fmt::join(names, ", "));
}

std::string Telling::need(Need const& need) const {
    if (auto const* own = model.text_if(language_, "need." + need.id)) return *own;
    std::string told(word(need.what));
    std::replace(told.begin(), told.end(), '_', ' ');
    switch (need.what) {
    case Condition::consent:
        told += ": " + text("consent." + need.of);
        break;
    case Condition::role:
        told += ": " + text("role." + need.of);
        break;
    case Condition::meeting_planned:
    case Condition::time_set_aside:
    case Condition::room_limit:
    case Condition::meeting_held:
    case Condition::absence_followed_up:
    case Condition::review_answered:
        told += ": " + text("meeting." + need.of);
        break;
    case Condition::plan_ended:
        told += ": " + text("ending." + need.of);
        break;
    default:
        if (!need.who.empty()) told += ": " + who(need.who);
    }
    if (need.at_least > 1) told += fmt::format(" (at least {})", need.at_least);
    return told;
}

std::string Telling::moment(Moment const& moment) const {
    switch (moment.kind) {
    case MomentKind::act:
        return "when " + moment.of + " is done";
    case MomentKind::stage_entered:
        return "when this begins: " + text("stage." + moment.of);
    case MomentKind::stage_left:
        return "when this is left: " + text("stage." + moment.of);
    case MomentKind::meeting_day:
        return "on the day of: " + text("meeting." + moment.of);
    case MomentKind::meeting_end:
        return "when this is over: " + text("meeting." + moment.of);
    }
    return {};
}

std::string Telling::stages(Ix from, Ix until) const {
    auto first = text("stage." + model.stages[from].id);
    return from == until ? first : first + " … " + text("stage." + model.stages[until].id);
}

std::string explain(Model const& model, std::string_view language) {
    Telling tell(model, language);
    std::vector<std::string> groups;
    for (auto const& group : model.groups) groups.push_back(tell.text("group." + group));
    return fmt::format("{} ({} {})\n{}\nFor: {}\n\n", tell.text("model.name"), model.id,
                       model.version, tell.text("model.summary"), fmt::join(groups, ", ")) +
           tell_journey(tell) + tell_referral(tell) + tell_work(tell) + tell_meetings(tell) +
           tell_agreements(tell) + tell_rights(tell);
}

} // namespace radslag::process
