// How the method was followed in a case: each of its rules, round by round.
#include <algorithm>

#include "commands/looks/looks.h"
#include "commands/looks/noted.h"

namespace radslag::commands {
namespace looks {
namespace {

using process::Placed;
using workflow::InRound;
using workflow::Standing;

// Somebody of an office, who has no role in the case: the offices that it can have been.
std::string office_of(Look const& look, Placed const& rule) {
    Who offices;
    if (rule.deadline != nullptr)
        for (auto const* may : look.here.book.mays("extend_deadline"))
            offices.offices |= may->who.offices;
    else offices.offices = rule.rule->passed_by.offices;
    std::string all;
    for (auto const& one : look.who(offices)) all += (all.empty() ? "" : " / ") + one;
    return all;
}

view::RuleRoundView round_of(Look const& look, Placed const& rule, InRound const& told) {
    view::RuleRoundView view;
    view.round = told.round;
    view.state = word(told.standing);
    view.at = told.at;
    view.anyway = told.anyway;
    if (told.why.empty()) return view;
    view.by = look.name_for(told.by);
    auto const* person = people::find(look.here.all<people::Person>(), told.by);
    view.role = person != nullptr ? look.words("role", person->role) : office_of(look, rule);
    if (view.role == view.by) view.by.clear();
    view.why = look.is_me(told.by) ? told.why : look.reason(told.why);
    view.why_closed = view.why.empty();
    return view;
}

view::FollowedView followed_of(Look const& look, workflow::RuleBook const& book,
                               Placed const& rule) {
    Wording const say{book.model(), look.here.language};
    view::FollowedView view{
        rule.id, rule_text(say, rule), where_asked(say, rule), rule.rule->sources, {}};
    for (auto const& told : workflow::rounds_of(book, look.here.file, rule, look.here.today))
        view.rounds.push_back(round_of(look, rule, told));
    return view;
}

// A case that was moved to a newer version was asked by the rules of the older one until then.
void add_before_move(Look const& look, Books const& books, view::Fidelity& view) {
    auto const& rows = look.here.all<evaluation::Followed>();
    auto const& model = look.here.model();
    for (int version = model.version - 1; version >= 1; --version) {
        auto const* book = books.find(model.id, version);
        if (book == nullptr) continue;
        for (auto const& rule : workflow::seen_rules(book->model())) {
            auto followed = followed_of(look, *book, rule);
            std::erase_if(followed.rounds, [&](auto const& round) {
                return !evaluation::in_round(rows, version, rule.id, round.round);
            });
            if (!followed.rounds.empty()) view.rules.push_back(std::move(followed));
        }
    }
}

view::Fidelity fidelity_of(Look const& look, Books const& books) {
    auto const& model = look.here.model();
    view::Fidelity view;
    view.model = {model.id, look.words("model", "name")};
    view.model_version = model.version;
    for (auto const& rule : workflow::seen_rules(model))
        view.rules.push_back(followed_of(look, look.here.book, rule));
    add_before_move(look, books, view);
    view.unseen = unseen_of({model, look.here.language});
    return view;
}

// The words of the thing itself, where the model has them.
std::string table_text(Wording const& say, Placed const& rule) {
    auto const id = rule.id.substr(rule.table.size() + 1);
    auto text = say.words(rule.table, id);
    if (text == id) text = say.house("rule." + std::string(rule.table));
    return text;
}

} // namespace

std::string rule_text(Wording const& say, Placed const& rule) {
    if (rule.need != nullptr) return need_text(say, *rule.need);
    if (rule.deadline != nullptr) {
        auto text = say.house("rule.deadline");
        replace_all(text, "{of}", say.words("deadline", rule.deadline->id));
        return text;
    }
    if (rule.decides == nullptr) return table_text(say, rule);
    auto text = say.house("rule.decides");
    replace_all(text, "{by}", say.who(rule.decides->who));
    replace_all(text, "{who}", say.who(rule.decides->about));
    return text;
}

std::string where_asked(Wording const& say, Placed const& rule) {
    if (rule.need == nullptr) return {};
    auto const place = workflow::place_of(say.model, *rule.need);
    if (place.step != nullptr)
        return say.words("meeting", place.meeting->id) + ": " +
               say.words("step", place.meeting->id + "." + place.step->id);
    if (place.meeting != nullptr) return say.words("meeting", place.meeting->id);
    return say.words("stage", say.model.stages[place.stage].id);
}

std::vector<view::Named> unseen_of(Wording const& say) {
    std::vector<view::Named> all;
    for (auto const& rule : workflow::unseen_rules(say.model))
        all.push_back({rule.id, rule_text(say, rule)});
    for (auto const& id : say.model.unasked) {
        auto const* own = say.model.text_if(say.language, "statement." + id);
        all.push_back({id, own != nullptr ? *own : id});
    }
    return all;
}

std::string Wording::who(Who who) const {
    std::string all;
    auto add = [&](std::string const& one) { all += (all.empty() ? "" : ", ") + one; };
    for (Ix i = 0; i < model.roles.size(); ++i)
        if (who.has(i)) add(words("roles", model.roles[i].id));
    auto const offices = process::words(process::Office{});
    for (std::size_t i = 0; i < offices.size(); ++i)
        if (who.has(process::Office(i))) add(house("office." + std::string(offices[i])));
    return all;
}

} // namespace looks

Answer<view::Fidelity> look_at_fidelity(World const& world, Caller const& caller,
                                        CaseId const& id) {
    auto reader = world.store.read();
    if (!reader) return refuse(No::Kind::fault, refusal("world.fault"));
    auto const now = world.clock.now();
    auto loaded = load(**reader, world.books, caller, id, now);
    if (!loaded) return tl::unexpected<No>(std::move(loaded.error()));
    auto const here = here_in(*loaded, world.books, caller, **reader, now);
    looks::Look const look(here);
    if (!look.all(process::Matter::fidelity))
        return refuse(No::Kind::not_there, refusal("case.not_there"));
    auto note = looked(world, caller, "look_at_fidelity");
    note.of = id;
    note.matters = {std::string(word(process::Matter::fidelity))};
    return told_and_noted(world, looks::fidelity_of(look, world.books), {std::move(note)});
}

} // namespace radslag::commands
