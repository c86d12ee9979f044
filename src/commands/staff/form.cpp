// Reading a staff act's request: form and limits first, then what can be chosen here.
#include <algorithm>

#include "commands/staff/private.h"

namespace radslag::commands {
namespace {

using Complaints = std::vector<Refusal>;

struct Reading {
    StaffAct const& act;
    StaffHere const& here;
    Complaints& all;

    std::optional<Value> complain(Refusal why) const {
        all.push_back(std::move(why));
        return {};
    }

    std::optional<Value> words(FieldSpec const& spec, std::string const& text) const {
        if (spec.type == FieldType::date) {
            if (!read_date(text)) return complain(refusal("field.date", spec.name));
            return Value(text);
        }
        auto line = read_line(text, spec.name, spec.limit == 0 ? line_limit : spec.limit);
        if (!line) return complain(std::move(line.error()));
        return Value(*line);
    }

    void chosen(FieldSpec const& spec, std::vector<std::string> const& picked) const {
        auto const options = act.options != nullptr ? act.options(here, spec.name) : Options{};
        if (spec.choices.empty() && options.empty() && spec.type != FieldType::choice) return;
        for (auto const& one : picked) {
            bool const known =
                std::ranges::find(spec.choices, one) != spec.choices.end() ||
                std::ranges::any_of(options, [&](auto const& o) { return o.value == one; });
            if (!known) all.push_back(refusal("field.choice", spec.name));
            if (std::ranges::count(picked, one) > 1)
                return all.push_back(refusal("field.twice", spec.name));
        }
    }

    std::optional<Value> value(FieldSpec const& spec, Value const& raw) const {
        auto wrong = [&] {
            return complain(
                refusal("field.type", spec.name).with("type", std::string(word(spec.type))));
        };
        if (spec.type == FieldType::choices) {
            auto const* list = std::get_if<std::vector<std::string>>(&raw);
            if (list == nullptr) return wrong();
            chosen(spec, *list);
            return raw;
        }
        auto const* text = std::get_if<std::string>(&raw);
        if (text == nullptr) return wrong();
        if (spec.type == FieldType::choice) chosen(spec, {*text});
        return words(spec, *text);
    }
};

bool is_blank(Value const& value) {
    if (auto const* text = std::get_if<std::string>(&value))
        return text->find_first_not_of(" \t\r\n") == std::string::npos;
    auto const* list = std::get_if<std::vector<std::string>>(&value);
    return list != nullptr && list->empty();
}

void read_fields(Reading const& reading, Request const& request, Input& input) {
    for (auto const& [name, raw] : request.fields) {
        bool const known = std::ranges::any_of(reading.act.fields,
                                               [&](auto const& spec) { return spec.name == name; });
        if (!known) reading.all.push_back(refusal("field.unknown", name));
    }
    for (auto const& spec : reading.act.fields) {
        auto at = request.fields.find(spec.name);
        if (at == request.fields.end() || is_blank(at->second)) {
            if (spec.required) reading.all.push_back(refusal("field.missing", spec.name));
        } else if (auto value = reading.value(spec, at->second)) {
            input.fields.emplace(spec.name, std::move(*value));
        }
    }
}

} // namespace

tl::expected<Input, std::vector<Refusal>> read_input(StaffAct const& act, StaffHere const& here,
                                                     Request const& request) {
    Input input;
    input.id = request.id;
    input.about = request.about;
    Complaints all;
    auto unasked = [&](bool there, std::string_view name) {
        if (there) all.push_back(refusal("field.unknown", name));
    };
    unasked(!request.for_whom.empty(), "for_whom");
    unasked(!request.told.empty(), "told");
    unasked(!request.told_on.empty(), "told_on");
    unasked(request.base.has_value() && !act.based_on, "base");
    if (act.based_on && !request.base) all.push_back(refusal("field.missing", "base"));
    if (act.about.empty()) {
        unasked(!request.about.empty(), "about");
    } else {
        auto rows = act.candidates(here);
        if (std::ranges::find(rows, request.about) == rows.end())
            all.push_back(refusal("act.about", "about"));
    }
    read_fields(Reading{act, here, all}, request, input);
    if (!all.empty()) return tl::unexpected(std::move(all));
    return input;
}

} // namespace radslag::commands
