#include "core/exchange/csv.hpp"
#include <array>
#include <gtest/gtest.h>

namespace openmasa::csv {
namespace {

Table read(std::string_view text) {
    auto table = Table::read(text);
    EXPECT_TRUE(table);
    return std::move(table).value();
}

TEST(Csv, Cells_are_found_by_their_column) {
    const auto table = read("\xEF\xBB\xBFname,email\r\nChief Constable,a@example.org\r\n");
    ASSERT_EQ(table.rows(), 1u);
    EXPECT_EQ(table.cell(0, "name"), "Chief Constable");
    EXPECT_EQ(table.cell(0, "email"), "a@example.org");
    EXPECT_EQ(table.cell(0, "phone"), "");
}

TEST(Csv, Quotes_hold_commas_quotes_and_line_breaks) {
    const auto table = read("a,b\n\"one, \"\"two\"\"\nthree\",4\n");
    EXPECT_EQ(table.cell(0, "a"), "one, \"two\"\nthree");
    EXPECT_EQ(table.cell(0, "b"), "4");
}

TEST(Csv, A_short_line_is_filled_and_a_blank_one_left_out) {
    const auto table = read("a,b\n1\n\n2,3\n");
    ASSERT_EQ(table.rows(), 2u);
    EXPECT_EQ(table.cell(0, "b"), "");
    EXPECT_EQ(table.cell(1, "b"), "3");
}

TEST(Csv, What_is_broken_is_refused_with_its_line) {
    EXPECT_FALSE(Table::read("a,b\n\"open,1\n"));
    const auto refused = Table::read("a,b\n1,2,3\n");
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.refusal().problems.front().words.find("Line 2"), std::string::npos);
}

TEST(Csv, A_line_is_given_as_it_stands_too) {
    Lines lines("\xEF\xBB\xBF"
                "a,\"b\"\"\"\r\n\"one\ntwo\", 3 \nlast");
    std::vector<std::string> cells, stood;
    while (lines.next(cells)) stood.emplace_back(lines.as_it_stands());
    EXPECT_EQ(stood, (std::vector<std::string>{"a,\"b\"\"\"", "\"one\ntwo\", 3 ", "last"}));
}

TEST(Csv, What_the_program_writes_reads_back_the_same) {
    const std::vector<std::array<std::string_view, 2>> rows = {{"=SUM(A1)", "-5"},
                                                               {"one\r\ntwo", "\"q\", r"},
                                                               {"", "@x"},
                                                               {"\u05d0", "+44"},
                                                               {"'=x", "a'b"}};
    std::string text;
    append_line(text, std::array<std::string_view, 2>{"a", "b"});
    for (const auto& row : rows) append_line(text, row);
    const auto table = read(text);
    ASSERT_EQ(table.rows(), rows.size());
    for (std::size_t at = 0; at < rows.size(); ++at) {
        EXPECT_EQ(table.cell(at, "a"), rows[at][0]);
        EXPECT_EQ(table.cell(at, "b"), rows[at][1]);
    }
}

} // namespace
} // namespace openmasa::csv
