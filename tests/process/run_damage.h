#pragma once
#include "process/damage.h"

namespace radslag::process::test {

void expect_told(Damage const& damage);

} // namespace radslag::process::test
