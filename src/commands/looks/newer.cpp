// What keeps a case from going over to a newer version of its model, for people to read.
#include <algorithm>

#include "commands/looks/looks.h"

namespace radslag::commands::looks {
namespace {

// "stage.circle" or, of a need, "need.stage.circle.2", in the words of the version that has it.
std::string called(Wording const& say, std::string_view table, std::string_view id) {
    auto const* need = table == "need" ? say.model.need(id) : nullptr;
    return need != nullptr ? need_text(say, *need) : say.words(table, id);
}

std::string asked(Wording const& next, std::string const& id) {
    if (auto const* need = next.model.need(id)) return need_text(next, *need);
    auto const dot = id.find('.');
    auto const table = id.substr(0, dot);
    auto text = next.house("newer." + table);
    replace_all(
        text, "{of}",
        next.words(table == "decides" ? "role" : table, std::string_view(id).substr(dot + 1)));
    return text;
}

} // namespace

Refusal in_words(Refusal const& why, Wording const& now, Wording const& next) {
    if (why.code == "model.lacks") {
        auto const& value = why.facts.front().second;
        auto const dot = value.find('.');
        auto const lacking =
            called(now, value.substr(0, dot), std::string_view(value).substr(dot + 1));
        return refusal("model.lacks").with("what", value).with("lacking", lacking);
    }
    if (why.code != "model.asks_more") return why;
    auto const& value = why.facts.front().second;
    std::string lacking;
    for (auto const& id : cells::split(value))
        lacking += (lacking.empty() ? "" : "; ") + asked(next, id);
    return refusal("model.asks_more").with("needs", value).with("lacking", lacking);
}

} // namespace radslag::commands::looks
