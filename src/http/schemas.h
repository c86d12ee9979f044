#pragma once
// JSON Schemas (as OpenAPI 3.1 has them) of the views, from their lists of fields, and of the acts'
// requests, from their declarations.
#include <boost/json/object.hpp>

#include "http/json.h"

namespace radslag::http {

class Schemas {
public:
    // A reference to the view's schema; it and what it is made of are added.
    template <View T> boost::json::object of() {
        add<T>();
        return reference(T::schema);
    }
    [[nodiscard]] boost::json::object all() const; // by name
    static boost::json::object reference(std::string_view name);

private:
    template <View T> void add() {
        if (known_.contains(std::string(T::schema))) return;
        known_[std::string(T::schema)];
        boost::json::object properties;
        boost::json::array required;
        std::apply(
            [&](auto const&... field) {
                ((properties[boost::json::string_view(field.name)] =
                      type<std::remove_cvref_t<decltype(std::declval<T>().*(field.at))>>(),
                  required.push_back(boost::json::string_view(field.name))),
                 ...);
            },
            T::fields);
        known_[std::string(T::schema)] = {{"type", "object"},
                                          {"additionalProperties", false},
                                          {"required", std::move(required)},
                                          {"properties", std::move(properties)}};
    }

    template <class T> boost::json::object type() {
        if constexpr (View<T>) return of<T>();
        else if constexpr (cells::IsOptional<T>::value)
            return or_null(type<typename T::value_type>());
        else if constexpr (IsVector<T>::value)
            return {{"type", "array"}, {"items", type<typename T::value_type>()}};
        else if constexpr (std::same_as<T, bool>) return {{"type", "boolean"}};
        else if constexpr (std::integral<T>) return {{"type", "integer"}};
        else if constexpr (std::same_as<T, Instant>)
            return {{"type", "string"}, {"format", "date-time"}};
        else if constexpr (std::same_as<T, Date>) return {{"type", "string"}, {"format", "date"}};
        else return {{"type", "string"}};
    }
    static boost::json::object or_null(boost::json::object schema);

    std::map<std::string, boost::json::object> known_;
};

boost::json::object request_of(commands::view::ActView const& act);
boost::json::object texts_of(std::vector<std::string_view> const& names);

} // namespace radslag::http
