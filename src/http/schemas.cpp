#include "http/schemas.h"

namespace radslag::http {

namespace bj = boost::json;
using commands::view::ActView;
using commands::view::FieldView;

namespace {

bj::object list_of(bj::object items) {
    return {
        {"type", "array"}, {"items", std::move(items)}, {"uniqueItems", true}, {"maxItems", 200}};
}

bj::object word_of(FieldView const& field) {
    bj::object schema{{"type", "string"}};
    if (field.words.empty()) schema["maxLength"] = line_limit;
    else schema["enum"] = bj::array(field.words.begin(), field.words.end());
    return schema;
}

bj::object type_of(FieldView const& field) {
    auto const& type = field.type;
    if (type == "line" || type == "text") return {{"type", "string"}, {"maxLength", field.limit}};
    if (type == "date") return {{"type", "string"}, {"format", "date"}};
    if (type == "time") return {{"type", "string"}, {"pattern", "^([01][0-9]|2[0-3]):[0-5][0-9]$"}};
    if (type == "yes_no") return {{"type", "boolean"}};
    if (type == "number") {
        bj::object schema{{"type", "integer"}, {"minimum", 0}};
        if (field.limit != 0) schema["maximum"] = field.limit;
        return schema;
    }
    if (type == "texts")
        return list_of({{"type", "string"},
                        {"pattern", "^[a-z0-9_]+="},
                        {"maxLength", field.limit + static_cast<std::int64_t>(line_limit)}});
    if (type == "choices" || type == "people") return list_of(word_of(field));
    return word_of(field);
}

// A referral's texts are named by the intake that it begins with, hence by the model.
bool takes_texts_of_model(ActView const& act) { return act.name == "refer"; }

bj::object fields_of(ActView const& act) {
    bj::object properties;
    bj::array required;
    for (auto const& field : act.fields_) {
        auto schema = type_of(field);
        if (!field.needed_when.empty())
            schema["description"] = "Required when " + field.needed_when;
        properties[field.name] = std::move(schema);
        if (field.required) required.push_back(bj::string(field.name));
    }
    bj::object fields{{"type", "object"}, {"additionalProperties", false}};
    if (takes_texts_of_model(act))
        fields["additionalProperties"] = {{"type", "string"}, {"maxLength", text_limit}};
    if (!required.empty()) fields["required"] = std::move(required);
    fields["properties"] = std::move(properties);
    return fields;
}

} // namespace

bj::object Schemas::reference(std::string_view name) {
    return {{"$ref", "#/components/schemas/" + std::string(name)}};
}

bj::object Schemas::or_null(bj::object schema) {
    if (schema.contains("$ref"))
        return {{"oneOf", bj::array{std::move(schema), bj::object{{"type", "null"}}}}};
    schema["type"] = bj::array{schema["type"], "null"};
    return schema;
}

bj::object Schemas::all() const {
    bj::object told;
    for (auto const& [name, schema] : known_) told[name] = schema;
    return told;
}

bj::object request_of(ActView const& act) {
    bj::object properties{{"id", {{"type", "string"}, {"pattern", "^[0-9a-hjkmnp-tv-z]{26}$"}}}};
    bj::array required{"id"};
    if (!act.about.empty()) {
        properties["about"] = {{"type", "string"}, {"minLength", 1}, {"maxLength", line_limit}};
        required.push_back("about");
    }
    if (act.based_on) {
        properties["base"] = {{"type", "integer"}, {"minimum", 0}};
        required.push_back("base");
    }
    if (act.on_behalf) {
        bj::array told;
        for (auto word : words(consent::Told{}))
            if (word != "here") told.push_back(bj::string(word.data(), word.size()));
        properties["for_whom"] = {{"type", "string"}, {"minLength", 1}, {"maxLength", line_limit}};
        properties["told"] = {{"type", "string"}, {"enum", std::move(told)}};
        properties["told_on"] = {{"type", "string"}, {"format", "date"}};
    }
    bool needs_fields = false;
    for (auto const& field : act.fields_) needs_fields = needs_fields || field.required;
    properties["fields"] = fields_of(act);
    if (needs_fields) required.push_back("fields");
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", std::move(required)},
            {"properties", std::move(properties)}};
}

bj::object texts_of(std::vector<std::string_view> const& names) {
    bj::object properties;
    bj::array required;
    for (auto name : names) {
        properties[bj::string_view(name.data(), name.size())] = {
            {"type", "string"}, {"minLength", 1}, {"maxLength", line_limit}};
        required.push_back(bj::string(name.data(), name.size()));
    }
    return {{"type", "object"},
            {"additionalProperties", false},
            {"required", std::move(required)},
            {"properties", std::move(properties)}};
}

} // namespace radslag::http
