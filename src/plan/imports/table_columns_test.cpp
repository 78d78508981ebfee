#include "plan/imports/table_columns.hpp"
#include <gmock/gmock.h>

namespace openmasa::imports {
namespace {

using testing::ElementsAre;
using enum ColumnKind;

word::Row row(const std::vector<std::string>& texts) {
    word::Row made;
    for (const auto& text : texts) {
        word::Cell cell;
        cell.column = int(made.cells.size());
        word::Line line;
        line.text = text;
        if (!text.empty()) cell.lines.push_back(line);
        made.cells.push_back(cell);
    }
    return made;
}

std::vector<ColumnKind> kinds(const std::vector<std::string>& texts) {
    std::vector<ColumnKind> found;
    if (const auto columns = read_header(row(texts)))
        for (const auto& column : *columns) found.push_back(column.kind);
    return found;
}

TEST(Table_columns, Are_known_by_the_words_above_them) {
    EXPECT_THAT(kinds({"Objective", "Action", "Target Date", ""}),
                ElementsAre(objective, action, date, note));
    EXPECT_THAT(kinds({"#", "Activity", "Who", "By when", "RAG rating", "Progress to date"}),
                ElementsAre(reference, action, owner, date, status, progress));
    EXPECT_THAT(kinds({"What will we do?", "Lead officer", "Timescale"}),
                ElementsAre(action, owner, date));
}

TEST(Table_columns, The_longest_words_decide) {
    EXPECT_THAT(kinds({"Action", "Action owner", "Action status", "Action by when"}),
                ElementsAre(action, owner, status, date));
}

TEST(Table_columns, An_objective_goes_before_an_outcome_and_the_second_of_a_kind_is_a_note) {
    EXPECT_THAT(kinds({"Outcome", "Objective", "Action", "Lead", "Lead agency"}),
                ElementsAre(note, objective, action, owner, note));
}

TEST(Table_columns, A_table_of_versions_is_no_plan) {
    EXPECT_THAT(kinds({"Version", "Date", "Action", "Author"}), testing::IsEmpty());
    EXPECT_THAT(kinds({"Action"}), testing::IsEmpty());
    EXPECT_THAT(kinds({"Agency", "Seats"}), testing::IsEmpty());
}

TEST(Table_columns, A_row_of_the_plan_that_sounds_like_headings_is_none) {
    const auto columns = read_header(row({"Objective", "Action", "Target date"})).value();
    EXPECT_TRUE(read_repeated_header(row({"Objective", "Action", "Target date"}), columns));
    EXPECT_TRUE(read_repeated_header(row({"Aim", "Task", "Deadline"}), columns));
    EXPECT_FALSE(read_repeated_header(row({"", "Task and finish group", "When agreed"}), columns));
}

} // namespace
} // namespace openmasa::imports
