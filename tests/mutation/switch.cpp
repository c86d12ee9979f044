#include "mutation/switch.h"

namespace radslag::mutation {
namespace {

std::string& off() {
    static std::string name;
    return name;
}

} // namespace

void turn_off(std::string name) { off() = std::move(name); }
bool is_on(std::string_view name) { return name != off(); }

} // namespace radslag::mutation
