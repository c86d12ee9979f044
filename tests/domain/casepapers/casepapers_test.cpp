#include "domain/casepapers/casepapers.h"

#include <gtest/gtest.h>

#include "support/refused.h"

namespace radslag::casepapers {
namespace {

TEST(Papers, AreDatedTodayOrBefore) {
    auto const today = *read_date("2026-11-28");
    auto dated = [&](char const* day) {
        Paper paper;
        paper.dated = *read_date(day);
        return test::refused(write(paper, today));
    };
    EXPECT_EQ(dated("2026-11-28"), "");
    EXPECT_EQ(dated("1999-01-01"), "");
    EXPECT_EQ(dated("2026-11-29"), "date.not_yet dated");
}

} // namespace
} // namespace radslag::casepapers
