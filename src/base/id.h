#pragma once
// Ids are made by the application (or, for acts, by the client): 128 bits, written as 26 letters
// and digits of Crockford's base 32 in lower case. An id says nothing about time or order.
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "base/random.h"

namespace radslag {

template <class Tag> struct Id {
    std::string text;

    static Id make(Random& random) { return Id{random_id_text(random)}; }
    static std::optional<Id> read(std::string_view text) {
        if (!is_id_text(text)) return std::nullopt;
        return Id{std::string(text)};
    }
    [[nodiscard]] bool empty() const { return text.empty(); }
    auto operator<=>(Id const&) const = default;
};

using CaseId = Id<struct CaseTag>;
using OrganisationId = Id<struct OrganisationTag>;
using StaffId = Id<struct StaffTag>;
using PersonId = Id<struct PersonTag>;
using ActId = Id<struct ActTag>;
using RowId = Id<struct RowTag>; // a row of a case that is nobody's name: a question, an action

} // namespace radslag

template <class Tag> struct std::hash<radslag::Id<Tag>> {
    std::size_t operator()(radslag::Id<Tag> const& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
