#pragma once
// Holds JSON against the schemas of contract/openapi.yaml, as strictly as they are written: knows
// the words that the contract uses and throws at any other.
#include <string>
#include <vector>

#include <boost/json.hpp>

namespace radslag::contract {

class Contract {
public:
    explicit Contract(std::string const& json);
    // What is wrong with a value, each with where; empty when it is as the schema says.
    [[nodiscard]] std::vector<std::string> check(boost::json::value const& value,
                                                 std::string const& schema) const;
    [[nodiscard]] boost::json::object const& paths() const;

private:
    void hold(boost::json::value const& value, boost::json::object const& schema,
              std::string const& where, std::vector<std::string>& wrong) const;
    void hold_object(boost::json::object const& value, boost::json::object const& schema,
                     std::string const& where, std::vector<std::string>& wrong) const;
    [[nodiscard]] boost::json::object const& schema_named(std::string_view name) const;

    boost::json::value whole_;
};

} // namespace radslag::contract
