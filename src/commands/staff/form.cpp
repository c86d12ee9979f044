// Reading a staff act's request.
#include <algorithm>

#include "commands/staff/private.h"

namespace radslag::commands {
tl::expected<Input, std::vector<Refusal>> read_input(StaffAct const& act, StaffHere const& here,
                                                     Request const& request) {
    Input input;
    input.id = request.id;
    input.about = request.about;
    std::vector<Refusal> all;
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
    read_fields(act.fields, request, input, all, [&](FieldSpec const& spec) {
        bool const chosen = spec.type == FieldType::choice || spec.type == FieldType::choices;
        if (act.options == nullptr || !chosen || !spec.choices.empty()) return std::optional<Options>();
        return std::optional(act.options(here, spec.name));
    });
    if (!all.empty()) return tl::unexpected(std::move(all));
    return input;
}

} // namespace radslag::commands
