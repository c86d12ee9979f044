#pragma once
// What a decision said no with: the code, and the field it is about; nothing where it said yes.
#include "base/base.h"

namespace radslag::test {

template <class T> std::string refused(Result<T> const& result) {
    if (result) return {};
    auto const& no = result.error();
    return no.field.empty() ? no.code : no.code + " " + no.field;
}

} // namespace radslag::test
