// Reading a request: form and limits first, then what can be chosen here. Every complaint at once.
#include <algorithm>

#include <fmt/format.h>

#include "commands/act.h"

namespace radslag::commands {
namespace {

using Complaints = std::vector<Refusal>;

template <class T> T const* held(Value const& value) { return std::get_if<T>(&value); }

bool is_blank(Value const& value) {
    if (auto const* text = held<std::string>(value)) {
        auto read = read_text(*text, "");
        return read && read->empty();
    }
    if (auto const* list = held<std::vector<std::string>>(value)) return list->empty();
    return false;
}

Refusal wrong_type(FieldSpec const& spec) {
    switch (spec.type) {
    case FieldType::number:
        return refusal("field.asks_number", spec.name);
    case FieldType::yes_no:
        return refusal("field.asks_yes_no", spec.name);
    case FieldType::choices:
    case FieldType::texts:
    case FieldType::people:
        return refusal("field.asks_list", spec.name);
    default:
        return refusal("field.asks_text", spec.name);
    }
}

Result<Value> read_words(FieldSpec const& spec, std::string const& text) {
    auto limit = [&](std::size_t usual) { return spec.limit == 0 ? usual : spec.limit; };
    if (spec.type == FieldType::line)
        return read_line(text, spec.name, limit(line_limit)).map([](auto v) { return Value(v); });
    if (spec.type == FieldType::text)
        return read_text(text, spec.name, limit(text_limit)).map([](auto v) { return Value(v); });
    if (spec.type == FieldType::date && !read_date(text)) return no("field.date", spec.name);
    if (spec.type == FieldType::time && !read_time(text)) return no("field.time", spec.name);
    return Value(text);
}

constexpr std::size_t most_in_list = 200;

// "option=text", each; what was left empty says nothing.
Result<Value> read_texts(FieldSpec const& spec, std::vector<std::string> const& list) {
    std::vector<std::string> read;
    for (auto const& one : list) {
        auto const cut = one.find('=');
        if (cut == std::string::npos) return no("field.choice", spec.name);
        auto text =
            read_text(one.substr(cut + 1), spec.name, spec.limit == 0 ? text_limit : spec.limit);
        if (!text) return no(std::move(text.error()));
        if (!text->empty()) read.push_back(one.substr(0, cut + 1) + *text);
    }
    return Value(std::move(read));
}

Result<Value> read_value(FieldSpec const& spec, Value const& value) {
    switch (spec.type) {
    case FieldType::number: {
        auto const* number = held<std::int64_t>(value);
        if (number == nullptr) return no(wrong_type(spec));
        if (*number < 0 || (spec.limit != 0 && *number > static_cast<std::int64_t>(spec.limit)))
            return no(refusal("field.range", spec.name).with("limit", std::to_string(spec.limit)));
        return value;
    }
    case FieldType::yes_no:
        if (held<bool>(value) == nullptr) return no(wrong_type(spec));
        return value;
    case FieldType::choices:
    case FieldType::texts:
    case FieldType::people: {
        auto const* list = held<std::vector<std::string>>(value);
        if (list == nullptr) return no(wrong_type(spec));
        if (list->size() > most_in_list)
            return no(
                refusal("field.range", spec.name).with("limit", std::to_string(most_in_list)));
        return spec.type == FieldType::texts ? read_texts(spec, *list) : Result<Value>(value);
    }
    default: {
        auto const* text = held<std::string>(value);
        if (text == nullptr) return no(wrong_type(spec));
        return read_words(spec, *text);
    }
    }
}

// "answer=not_suitable|more_needed": whether that field says one of these.
bool says(Request const& request, std::string_view condition) {
    auto const cut = condition.find('=');
    auto const name = condition.substr(0, cut);
    std::vector<std::string> said;
    if (name == "for_whom") said = {request.for_whom};
    else if (auto at = request.fields.find(name); at != request.fields.end()) {
        if (auto const* text = held<std::string>(at->second)) said = {*text};
        if (auto const* list = held<std::vector<std::string>>(at->second)) said = *list;
    }
    auto wanted = condition.substr(cut + 1);
    while (true) {
        auto const end = wanted.find('|');
        if (std::ranges::find(said, wanted.substr(0, end)) != said.end()) return true;
        if (end == std::string_view::npos) return false;
        wanted.remove_prefix(end + 1);
    }
}

bool is_needed(FieldSpec const& spec, Request const& request) {
    return spec.required || (!spec.needed_when.empty() && says(request, spec.needed_when));
}

bool is_offered(view::Option const& option, Request const& request) {
    return option.when.empty() || says(request, option.when);
}

// Of "option=text" the option.
std::string chosen_of(FieldSpec const& spec, std::string const& one) {
    return spec.type == FieldType::texts ? one.substr(0, one.find('=')) : one;
}

void check_chosen(FieldSpec const& spec, Request const& request, Options const& options,
                  Value const& value, Complaints& all) {
    std::vector<std::string> chosen;
    if (auto const* text = held<std::string>(value)) chosen = {*text};
    if (auto const* list = held<std::vector<std::string>>(value))
        for (auto const& one : *list) chosen.push_back(chosen_of(spec, one));
    for (auto const& one : chosen) {
        bool const known =
            std::find(spec.choices.begin(), spec.choices.end(), one) != spec.choices.end() ||
            std::any_of(options.begin(), options.end(),
                        [&](auto const& o) { return o.value == one && is_offered(o, request); });
        if (!known) all.push_back(refusal("field.choice", spec.name));
        if (std::count(chosen.begin(), chosen.end(), one) > 1) {
            all.push_back(refusal("field.twice", spec.name));
            return;
        }
    }
}

void read_field(FieldSpec const& spec, Request const& request, OptionsOf const& options,
                Input& input, Complaints& all) {
    auto at = request.fields.find(spec.name);
    if (at == request.fields.end() || is_blank(at->second)) {
        if (is_needed(spec, request)) all.push_back(refusal("field.missing", spec.name));
        return;
    }
    auto value = read_value(spec, at->second);
    if (!value) {
        all.push_back(std::move(value.error()));
        return;
    }
    auto const offered = options(spec);
    if (offered || !spec.choices.empty())
        check_chosen(spec, request, offered.value_or(Options{}), *value, all);
    input.fields.emplace(spec.name, std::move(*value));
}

void read_about(Act const& act, Here const& here, Request const& request, Input& input,
                Complaints& all) {
    input.about = request.about;
    if (act.about.empty()) {
        if (!request.about.empty()) all.push_back(refusal("field.unknown", "about"));
        return;
    }
    auto rows = act.candidates(here);
    if (std::find(rows.begin(), rows.end(), request.about) == rows.end())
        all.push_back(refusal("act.about", "about"));
}

void read_behalf(Act const& act, Here const& here, Request const& request, Input& input,
                 Complaints& all) {
    input.told_on = here.today;
    if (request.for_whom.empty()) {
        if (!request.told.empty()) all.push_back(refusal("field.unknown", "told"));
        if (!request.told_on.empty()) all.push_back(refusal("field.unknown", "told_on"));
        return;
    }
    auto id = PersonId::read(request.for_whom);
    auto const* person = id ? people::find(here.all<people::Person>(), *id) : nullptr;
    if (person == nullptr || !person->is_here() ||
        (act.whom != nullptr && !act.whom(here, *person)))
        all.push_back(refusal("act.not_for_them", "for_whom"));
    else input.for_whom = id;
    auto told = read_word<consent::Told>(request.told);
    if (!told || *told == consent::Told::here) all.push_back(refusal("act.told", "told"));
    else input.told = *told;
    if (request.told_on.empty()) return;
    input.told_on = read_date(request.told_on);
    if (!input.told_on) all.push_back(refusal("field.date", "told_on"));
    else if (*input.told_on > here.today) all.push_back(refusal("date.not_yet", "told_on"));
}

template <class T> T value_of(Input const& input, std::string_view field) {
    auto at = input.fields.find(field);
    if (at == input.fields.end()) return T{};
    auto const* value = held<T>(at->second);
    RADSLAG_SURE(value != nullptr);
    return *value;
}

} // namespace

bool Input::has(std::string_view field) const { return fields.find(field) != fields.end(); }
std::string Input::text(std::string_view field) const {
    return value_of<std::string>(*this, field);
}
std::vector<std::string> Input::list(std::string_view field) const {
    return value_of<std::vector<std::string>>(*this, field);
}
std::vector<std::pair<std::string, std::string>> Input::texts(std::string_view field) const {
    std::vector<std::pair<std::string, std::string>> all;
    for (auto const& one : list(field)) {
        auto const cut = one.find('=');
        all.emplace_back(one.substr(0, cut), one.substr(cut + 1));
    }
    return all;
}
std::int64_t Input::number(std::string_view field) const {
    return value_of<std::int64_t>(*this, field);
}
bool Input::yes(std::string_view field) const { return value_of<bool>(*this, field); }
std::optional<Date> Input::date(std::string_view field) const {
    return has(field) ? read_date(text(field)) : std::nullopt;
}
Minutes Input::time(std::string_view field) const {
    auto time = read_time(text(field));
    RADSLAG_SURE(time.has_value());
    return *time;
}

std::string fingerprint(Request const& request) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a: it compares, it protects nothing
    auto add = [&](std::string_view text) {
        for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
        hash = (hash ^ 0xff) * 0x100000001b3; // no byte of UTF-8: ends a word
    };
    for (auto const& text : {request.about, request.for_whom, request.told, request.told_on})
        add(text);
    for (auto const& [name, value] : request.fields) {
        add(name);
        if (auto const* number = held<std::int64_t>(value)) add(std::to_string(*number));
        if (auto const* yes = held<bool>(value)) add(*yes ? "true" : "false");
        if (auto const* text = held<std::string>(value)) add(*text);
        if (auto const* list = held<std::vector<std::string>>(value))
            for (auto const& one : *list) add(one);
    }
    return fmt::format("{:016x}", hash);
}

void read_fields(std::vector<FieldSpec> const& specs, Request const& request, Input& input,
                 std::vector<Refusal>& all, OptionsOf const& options) {
    for (auto const& [name, value] : request.fields) {
        bool const known = std::any_of(specs.begin(), specs.end(),
                                       [&](FieldSpec const& spec) { return spec.name == name; });
        if (!known) all.push_back(refusal("field.unknown", name));
    }
    for (auto const& spec : specs) read_field(spec, request, options, input, all);
}

// PN3: whatever is written, a reason or a question, until the family has said yes to being named.
void check_anonymous(Act const& act, Here const& here, Input const& input, Complaints& all) {
    if (act.may_identify || here.all<conference::Conference>().empty()) return;
    auto const* intake = here.model().intake(here.conference().intake);
    auto const& referrals = here.all<referral::Referral>();
    if (!referral::is_without_name(intake != nullptr && intake->anonymous,
                                   referrals.empty() ? nullptr : &referrals.front()))
        return;
    auto check = [&](FieldSpec const& spec, std::string const& text) {
        if (auto found = referral::what_identifies(text); !found.empty())
            all.push_back(
                refusal("referral.identifies", spec.name).with("found", std::move(found)));
    };
    for (auto const& spec : act.fields) {
        if (spec.type == FieldType::text || spec.type == FieldType::line)
            check(spec, input.text(spec.name));
        if (spec.type == FieldType::texts)
            for (auto const& [option, text] : input.texts(spec.name)) check(spec, text);
    }
}

tl::expected<Input, std::vector<Refusal>> read_input(Act const& act, Here const& here,
                                                     Request const& request) {
    Input input;
    input.id = request.id;
    Complaints all;
    read_about(act, here, request, input, all);
    read_behalf(act, here, request, input, all);
    read_fields(act.fields, request, input, all, [&](FieldSpec const& spec) {
        return spec.pick != nullptr ? std::optional(spec.pick(here)) : std::nullopt;
    });
    check_anonymous(act, here, input, all);
    if (!all.empty()) return tl::unexpected(std::move(all));
    return input;
}

view::ActView declaration(Act const& act) {
    view::ActView told;
    told.name = act.name;
    told.room = act.room;
    told.about = act.about;
    told.on_behalf = true;
    told.based_on = act.based_on;
    for (auto const& spec : act.fields) {
        view::FieldView field;
        field.name = spec.name;
        field.type = word(spec.type);
        field.limit = static_cast<std::int64_t>(
            spec.limit != 0                                                 ? spec.limit
            : spec.type == FieldType::line                                  ? line_limit
            : spec.type == FieldType::text || spec.type == FieldType::texts ? text_limit
                                                                            : 0);
        field.required = spec.required;
        field.needed_when = spec.needed_when;
        for (auto choice : spec.choices) field.words.emplace_back(choice);
        told.fields_.push_back(std::move(field));
    }
    return told;
}

} // namespace radslag::commands
