#include "base/refusal.h"

namespace radslag {

void bug(char const* what, char const* file, int line) {
    std::string_view path(file);
    auto cut = path.rfind("src/");
    throw Bug{std::string(cut == std::string_view::npos ? path : path.substr(cut)) + ":" +
              std::to_string(line) + ": " + what};
}

} // namespace radslag
