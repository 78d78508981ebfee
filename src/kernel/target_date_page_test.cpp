// docs/target-dates.md is what the business unit reads; every row of its tables must be true.
#include "kernel/target_date.hpp"
#include "kernel/test_repository.hpp"
#include "kernel/text.hpp"
#include <fstream>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

constexpr std::size_t columns = 6;

std::string shown(const std::optional<Day>& day) {
    return day ? iso(*day) : "";
}

/// The cells of a table's row; nothing for its head and for lines that are no row.
std::vector<std::string> cells(std::string_view line) {
    std::vector<std::string> found;
    if (!line.starts_with("| ") || line.starts_with("| As written") || line.starts_with("| ---"))
        return found;
    const auto parts = split(line, '|');
    for (std::size_t at = 1; at + 1 < parts.size(); ++at) found.emplace_back(trimmed(parts[at]));
    return found;
}

TEST(PageAboutTargetDates, Says_what_the_program_does) {
    std::ifstream page(in_repository("docs/target-dates.md"));
    ASSERT_TRUE(page) << "docs/target-dates.md cannot be opened";
    int rows = 0;
    for (std::string line; std::getline(page, line);) {
        const auto row = cells(line);
        if (row.empty()) continue;
        ++rows;
        ASSERT_EQ(row.size(), columns) << line;
        const auto target = understand_date(row[0]);
        const std::vector<std::string> read{row[0],
                                            std::string(name(target.kind)),
                                            shown(target.earliest),
                                            shown(target.latest),
                                            meaning(target),
                                            target.doubt};
        EXPECT_EQ(row, read);
    }
    EXPECT_GE(rows, 50) << "a table has lost its rows, or its form";
}

} // namespace
} // namespace openmasa
