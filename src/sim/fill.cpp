#include "sim/fill.h"

#include <algorithm>

namespace radslag::sim {

using commands::FieldSpec;
using commands::FieldType;
using commands::Request;
using commands::Value;

struct Filler::Form {
    Wish const& wish;
    Sight const& sight;
    bool nameless;
    Date today;
    Request request;
};

Request Filler::fill(Wish const& wish, Sight const& sight, bool nameless, Date today) {
    auto const* act = commands::find_act(wish.act);
    RADSLAG_SURE(act != nullptr);
    Form form{wish, sight, nameless, today, {}};
    form.request.about = wish.about;
    form.request.for_whom = wish.for_whom;
    form.request.fields = wish.fields;
    if (act->based_on) form.request.base = sight.seen.version;
    if (!wish.for_whom.empty()) {
        form.request.told = chance_.weighed(phrasebook().habits.told);
        form.request.told_on = write_date(today);
    }
    for (auto const& spec : act->fields) fill_field(spec, form);
    return std::move(form.request);
}

Request Filler::begin(view::Can const& can, std::string const& intake, bool referral, bool acute) {
    Request request;
    request.fields["intake"] = intake;
    if (!referral) {
        request.fields["name"] = home_.mains.front().name;
        request.fields["asked"] = spoken(home_.story->asked, home_, false);
        if (acute) request.fields["acute"] = say("open_case", "acute", {}, false);
    }
    for (auto const& asks : can.asks)
        if (says(asks.when, request)) request.fields[asks.field] = asked(asks.field, referral);
    for (auto const& choices : can.choices) {
        if (choices.field != "confirms") continue;
        std::vector<std::string> confirms;
        for (auto const& option : offered(choices.options, request))
            confirms.push_back(option.value);
        request.fields["confirms"] = confirms;
    }
    return request;
}

// What this intake asks beyond the others: a text of the model's, or whom they turned to.
std::string Filler::asked(std::string const& field, bool referral) {
    if (!referral) return home_.others.empty() ? std::string("—") : home_.others.front().name;
    auto const told = home_.story->referral.find(field);
    return told != home_.story->referral.end() ? told->second : say("refer", field, {}, true);
}

std::string Filler::next_of(std::string const& key, Lines const& lines) {
    auto [at, first] = told_.try_emplace(key, 0);
    if (first) at->second = chance_.below(lines.size());
    return lines[at->second++ % lines.size()];
}

Lines const* Filler::from_story(std::string const& act, std::string const& field) const {
    auto const& story = *home_.story;
    if (act == "write_words" && field == "text") return &story.words;
    if (field == "text" && (act == "write_question" || act == "change_question"))
        return &story.questions;
    if (act == "give_account" && field == "text") return &story.accounts;
    if (act == "offer_support" && field == "text") return &story.offers;
    if (act == "answer_review" && field == "text") return &story.review;
    return nullptr;
}

std::string Filler::say(std::string const& act, std::string const& field, std::string const& choice,
                        bool nameless) {
    auto const* lines = from_story(act, field);
    if (lines == nullptr || lines->empty()) lines = home_.tongue->said(act, field, choice);
    if (lines == nullptr) {
        auto at = home_.tongue->say.find("anything");
        RADSLAG_SURE(at != home_.tongue->say.end());
        lines = &at->second;
    }
    return spoken(next_of(act + "." + field + "." + choice, *lines), home_, nameless);
}

Intention Filler::next_intention() {
    auto const& all = home_.story->actions;
    RADSLAG_SURE(!all.empty());
    auto const& next = all[told_["actions"]++ % all.size()];
    return {next.own, spoken(next.what, home_, false)};
}

bool Filler::is_filled(std::string const& key, FieldSpec const& spec, Form const& form) {
    if (spec.required) return true;
    if (!spec.needed_when.empty() && says(spec.needed_when, form.request)) return true;
    auto const& fills = phrasebook().habits.fills;
    auto const own = fills.find(key);
    if (own != fills.end()) return chance_.odds(own->second);
    bool const words = spec.type == FieldType::text || spec.type == FieldType::line;
    if (words && home_.tongue->said(form.wish.act, std::string(spec.name), {}) == nullptr)
        return false;
    if (spec.type == FieldType::date) return false; // nobody guesses a day
    return chance_.odds(fills.at("usual"));
}

void Filler::fill_field(FieldSpec const& spec, Form& form) {
    std::string const name(spec.name);
    if (form.request.fields.contains(name)) return;
    if (!is_filled(form.wish.act + "." + name, spec, form)) return;
    auto value = value_of(spec, form);
    if (auto const* text = std::get_if<std::string>(&value); text != nullptr && text->empty())
        return;
    form.request.fields.emplace(name, std::move(value));
}

std::string Filler::choose(std::string const& key, FieldSpec const& spec,
                           std::vector<view::Option> const& options) {
    auto const& habits = phrasebook().habits.choose;
    if (auto at = habits.find(key); at != habits.end())
        if (auto word = chance_.weighed(at->second);
            has(options, word) || std::ranges::find(spec.choices, word) != spec.choices.end())
            return word;
    if (!options.empty()) return chance_.pick(options).value;
    if (spec.choices.empty()) return {};
    return std::string(spec.choices[chance_.below(spec.choices.size())]);
}

// What was is today; what is to come is some weeks ahead.
std::string Filler::date_for(std::string_view field, Date today) {
    if (field == "on" || field == "dated" || field == "told_on") return write_date(today);
    return write_date(add_days(today, chance_.between(10, 45)));
}

Value Filler::value_of(FieldSpec const& spec, Form const& form) {
    std::string const name(spec.name);
    auto const options = offered(form.sight.options(form.wish.act, name), form.request);
    switch (spec.type) {
    case FieldType::line:
    case FieldType::text: {
        std::string choice;
        for (auto const& [field, value] : form.request.fields)
            if (auto const* word = std::get_if<std::string>(&value))
                if (home_.tongue->say.contains(form.wish.act + "." + name + "." + *word))
                    choice = *word;
        return say(form.wish.act, name, choice, form.nameless);
    }
    case FieldType::date:
        return date_for(spec.name, form.today);
    case FieldType::time:
        return std::string(name == "ends" ? "20:00" : "17:00");
    case FieldType::number:
        return std::int64_t{1};
    case FieldType::yes_no:
        return true;
    case FieldType::choices:
    case FieldType::people: {
        std::vector<std::string> all;
        for (auto const& option : options) all.push_back(option.value);
        for (auto word : spec.choices) all.emplace_back(word);
        return all;
    }
    case FieldType::texts: {
        std::vector<std::string> all;
        for (auto const& option : options)
            all.push_back(option.value + "=" +
                          say(form.wish.act, name, option.value, form.nameless));
        return all;
    }
    case FieldType::choice:
    case FieldType::person:
    case FieldType::row:
        return choose(form.wish.act + "." + name, spec, options);
    }
    return std::string{};
}

} // namespace radslag::sim
