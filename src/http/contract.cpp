// contract/openapi.yaml, from the list of operations, the views and the acts.
#include <algorithm>

#include <boost/json/serialize.hpp>

#include "http/house.h"
#include "http/schemas.h"
#include "http/yaml.h"

namespace radslag::http {
namespace {

namespace bj = boost::json;
namespace view = commands::view;

bj::string text(std::string_view words) { return bj::string(words.data(), words.size()); }

void add_views(Schemas& schemas) {
    schemas.of<view::Me>();
    schemas.of<view::Enrolment>();
    schemas.of<view::ActList>();
    schemas.of<view::ModelList>();
    schemas.of<view::Desk>();
    schemas.of<view::CaseList>();
    schemas.of<view::CaseView>();
    schemas.of<view::LogView>();
    schemas.of<view::Fidelity>();
    schemas.of<view::FidelityFigures>();
    schemas.of<view::Committees>();
    schemas.of<view::StaffList>();
    schemas.of<view::Restrictions>();
    schemas.of<view::Looks>();
    schemas.of<view::Done>();
    schemas.of<view::Trouble>();
}

bj::object content(bj::object schema) {
    return {{"application/json", {{"schema", std::move(schema)}}}};
}

bj::object responses(Operation const& operation) {
    bj::object all;
    if (operation.answer.empty()) all["204"] = {{"description", "Done."}};
    else
        all["200"] = {{"description", text(operation.answer)},
                      {"content", content(Schemas::reference(operation.answer))}};
    all["default"] = {{"$ref", "#/components/responses/Trouble"}};
    return all;
}

bj::object query_parameter(Parameter const& parameter) {
    bj::object schema{{"type", "string"}, {"maxLength", 400}};
    if (parameter.most != 0)
        schema = {{"type", "integer"}, {"minimum", 1}, {"maximum", parameter.most}};
    if (!parameter.choices.empty()) {
        bj::array words;
        for (auto word : parameter.choices) words.push_back(text(word));
        schema = {{"type", "string"}, {"enum", std::move(words)}};
    }
    bj::object told{{"name", text(parameter.name)}, {"in", "query"}};
    if (!parameter.about.empty()) told["description"] = text(parameter.about);
    told["schema"] = std::move(schema);
    return told;
}

bj::array parameters(Operation const& operation) {
    bj::array all;
    if (operation.path.find("{id}") != std::string_view::npos)
        all.push_back({{"$ref", "#/components/parameters/Case"}});
    if (operation.method != "GET" && !operation.open)
        all.push_back({{"$ref", "#/components/parameters/Csrf"}});
    for (auto const& one : operation.query) all.push_back(query_parameter(one));
    return all;
}

bj::object described(Operation const& operation, std::string const& id, bj::object body) {
    bj::object told{{"operationId", id}};
    if (!operation.about.empty()) told["summary"] = text(operation.about);
    if (operation.open) told["security"] = bj::array{};
    if (auto all = parameters(operation); !all.empty()) told["parameters"] = std::move(all);
    if (!body.empty())
        told["requestBody"] = {{"required", true}, {"content", content(std::move(body))}};
    told["responses"] = responses(operation);
    return told;
}

// Each act has its own path and its own strict request.
void add_acts(bj::object& paths, Operation const& operation) {
    bool const in_case = operation.path.find("{id}") != std::string_view::npos;
    auto const path = std::string(operation.path.substr(0, operation.path.find("{act}")));
    for (auto const& act : commands::all_acts().acts) {
        if ((commands::find_act(act.name) != nullptr) != in_case) continue;
        paths[path + act.name] = {{"post", described(operation, act.name, request_of(act))}};
    }
}

bj::object all_paths() {
    bj::object paths;
    for (auto const& operation : operations()) {
        if (operation.path.ends_with("{act}")) {
            add_acts(paths, operation);
            continue;
        }
        auto& path = paths[text(operation.path)];
        if (!path.is_object()) path = bj::object{};
        auto body = operation.body.empty() ? bj::object{} : texts_of(operation.body);
        path.get_object()[lower_ascii(operation.method)] =
            described(operation, std::string(operation.id), std::move(body));
    }
    return paths;
}

bj::object components() {
    Schemas schemas;
    add_views(schemas);
    return {
        {"securitySchemes",
         {{"session", {{"type", "apiKey"}, {"in", "cookie"}, {"name", text(cookie_name(true))}}}}},
        {"parameters",
         {{"Case",
           {{"name", "id"},
            {"in", "path"},
            {"required", true},
            {"schema", {{"type", "string"}, {"pattern", "^[0-9a-hjkmnp-tv-z]{26}$"}}}}},
          {"Csrf",
           {{"name", "X-CSRF"},
            {"in", "header"},
            {"required", true},
            {"description", "`csrf` of Me"},
            {"schema", {{"type", "string"}}}}}}},
        {"responses",
         {{"Trouble",
           {{"description",
             "A no, in the reader's language (Accept-Language): 400 form, 401 not signed "
             "in, 403 not yours, 404 not there or closed, 409 not now or a conflict, "
             "413, 429, 503"},
            {"content", content(Schemas::reference("Trouble"))}}}}},
        {"schemas", schemas.all()}};
}

bj::object whole() {
    return {{"openapi", "3.1.0"},
            {"info", {{"title", "Radslag"}, {"version", "1"}}},
            {"security", bj::array{bj::object{{"session", bj::array{}}}}},
            {"paths", all_paths()},
            {"components", components()}};
}

} // namespace

std::string contract() {
    return "# Made by `radslag contract` from src/commands and src/http; a test says that it is "
           "current.\n" +
           to_yaml(whole());
}

std::string contract_json() { return bj::serialize(whole()); }

} // namespace radslag::http
