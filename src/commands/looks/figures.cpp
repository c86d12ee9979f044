// How the method was followed over all cases of a year, for managers: figures that say nothing of a
// single case, and no reasons.
//
// Told: for each rule of each model's version, in how many cases it was kept, passed or late, as
// evaluation::figures_of tells it. Protected: any sum or difference of what one look gives, of two
// years, and of looks before and after an act, for a running year is told to the end of a quarter.
// Not protected: what somebody knows of cases from elsewhere, and an act of a told quarter that is
// taken back later, which can move a figure by five.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands {
namespace looks {
namespace {

constexpr int years_back = 5;

view::RuleFiguresView rule_of(Wording const& say, process::Placed const& rule,
                              evaluation::Figures const& told) {
    view::RuleFiguresView view{rule.id,
                               rule_text(say, rule),
                               where_asked(say, rule),
                               {},
                               {},
                               {},
                               {},
                               rule.deadline != nullptr,
                               {}};
    view.cases = told.cases;
    view.kept = told.kept;
    view.passed = told.passed;
    view.late = told.late;
    if (told.nearly_all) view.nearly_all = word(*told.nearly_all);
    return view;
}

view::ModelFiguresView model_of(Lister const& lister, process::Model const& model,
                                std::vector<RuleCount> const& counts) {
    Wording const say{model, lister.language};
    view::ModelFiguresView view{{model.id, say.words("model", "name")}, model.version, {}, {}};
    for (auto const& rule : workflow::seen_rules(model)) {
        evaluation::Counts cases;
        for (auto const& one : counts)
            if (one.model == model.id && one.model_version == model.version && one.rule == rule.id)
                cases = one.cases;
        view.rules.push_back(
            rule_of(say, rule, evaluation::figures_of(cases, rule.deadline != nullptr)));
    }
    view.unseen = unseen_of(say);
    return view;
}

bool tells_nothing(view::ModelFiguresView const& view) {
    return std::ranges::none_of(view.rules,
                                [](auto const& rule) { return rule.cases.has_value(); });
}

// Every model as it is now, and older versions of which there is something to tell: that nothing is
// told of one does not say whether there were cases.
view::FidelityFigures figures_of(Lister const& lister, std::optional<int> asked) {
    int const now = int(lister.today.year());
    view::FidelityFigures view;
    view.year = asked.value_or(evaluation::told_until(now, lister.today) ? now : now - 1);
    view.until = evaluation::told_until(static_cast<int>(view.year), lister.today);
    for (int back = 0; back < years_back; ++back) view.years.push_back(now - back);
    if (!view.until) return view;
    auto const counts =
        lister.reader.rule_counts(lister.organisation.id, static_cast<int>(view.year), *view.until);
    for (auto const* book : lister.books.all()) {
        auto const& model = book->model();
        view.models.push_back(model_of(lister, model, counts));
        for (int version = model.version - 1; version >= 1; --version)
            if (auto const* older = lister.books.find(model.id, version))
                if (auto told = model_of(lister, older->model(), counts); !tells_nothing(told))
                    view.models.push_back(std::move(told));
    }
    return view;
}

} // namespace
} // namespace looks

Answer<view::FidelityFigures> look_at_figures(World const& world, Caller const& caller,
                                              std::optional<int> year) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    return looks::lister(**reader, world, caller)
        .and_then([&](looks::Lister const& lister) -> Answer<view::FidelityFigures> {
            if (((lister.staff.offices >> unsigned(process::Office::manager)) & 1U) == 0)
                return refuse(No::Kind::not_yours, refusal("act.not_yours"));
            return looks::figures_of(lister, year);
        });
}

} // namespace radslag::commands
