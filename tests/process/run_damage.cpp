#include "process/damage.h"

#include <algorithm>

#include "process/small_model.h"

#include <gtest/gtest.h>

namespace radslag::process::test {
void expect_told(Damage const& damage) {
    auto files = small_files();
    auto& file = files[damage.in_texts ? 1 : 0];
    for (auto const& change : damage.edits)
        ASSERT_NO_FATAL_FAILURE(edit(file.content, change.find, change.put));
    auto at = file.content.find(damage.at);
    ASSERT_NE(at, std::string::npos) << "the damaged file does not have: " << damage.at;
    auto before = file.content.substr(0, at);
    auto line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
    auto column = static_cast<int>(at - (before.rfind('\n') + 1)) + 1;

    auto requirements = read_requirements(small_requirements());
    ASSERT_TRUE(requirements.has_value());
    auto read = read_model(files, &*requirements);
    ASSERT_FALSE(read.has_value()) << "was accepted";
    auto all = told(read.error());
    EXPECT_EQ(static_cast<int>(read.error().size()), damage.complaints) << all;
    auto hit = std::find_if(read.error().begin(), read.error().end(), [&](Complaint const& each) {
        return each.file == file.path && each.line == line && each.column == column &&
               each.cause.find(damage.cause) != std::string::npos &&
               each.remedy.find(damage.remedy) != std::string::npos;
    });
    EXPECT_NE(hit, read.error().end())
        << "none in line " << line << ", column " << column << " with these words:\n"
        << all;
}

} // namespace radslag::process::test
