#include "plan/year/overview.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using Side = OverviewItem::Side;
using What = Mark::What;

TimelineRow row(char section, double sign, std::vector<Mark> marks = {}) {
    TimelineRow made;
    made.action.section.text.fill(section);
    made.action.reference = "VA 1";
    made.lane.where = Lane::Where::drawn;
    made.lane.sign = sign;
    made.lane.marks = std::move(marks);
    return made;
}

std::vector<int> lines_of(const OverviewPart& part) {
    std::vector<int> lines;
    for (const auto& item : part.items) lines.push_back(item.line);
    return lines;
}

TEST(Overview, has_a_part_for_each_priority_in_the_order_of_the_rows) {
    const std::vector rows = {row('b', 10), row('b', 50), row('a', 10)};
    const auto parts = overview_of(rows);
    ASSERT_EQ(parts.size(), 2u);
    EXPECT_EQ(parts[0].section, rows[0].action.section);
    EXPECT_EQ(parts[0].items.size(), 2u);
    EXPECT_EQ(parts[1].section, rows[2].action.section);
}

TEST(Overview, puts_what_does_not_touch_into_one_line) {
    const auto parts = overview_of({row('a', 50), row('a', 10), row('a', 30)});
    EXPECT_THAT(lines_of(parts[0]), ElementsAre(0, 0, 0));
    EXPECT_EQ(parts[0].lines, 1);
}

TEST(Overview, gives_what_would_touch_a_line_of_its_own_references_too) {
    const auto parts = overview_of({row('a', 10), row('a', 13), row('a', 30)});
    EXPECT_THAT(lines_of(parts[0]), ElementsAre(0, 1, 0));
    EXPECT_EQ(parts[0].lines, 2);
}

TEST(Overview, a_bar_takes_the_room_that_it_is_long) {
    const auto parts = overview_of({row('a', 40, {{What::bar, 10, 40}}), row('a', 20)});
    EXPECT_THAT(lines_of(parts[0]), ElementsAre(0, 1));
}

TEST(Overview, a_line_that_says_since_when_it_is_late_takes_no_room) {
    const auto parts = overview_of({row('a', 10, {{What::overdue, 10, 60}}), row('a', 40)});
    EXPECT_THAT(lines_of(parts[0]), ElementsAre(0, 0));
}

TEST(Overview, writes_a_reference_before_what_stands_at_the_right_edge) {
    const auto parts = overview_of({row('a', 99.5), row('b', 50)});
    EXPECT_EQ(parts[0].items[0].side, Side::left);
    EXPECT_LT(parts[0].items[0].label, 99);
    EXPECT_EQ(parts[1].items[0].side, Side::right);
    EXPECT_GT(parts[1].items[0].label, 50);
}

TEST(Overview, writes_a_reference_upon_what_fills_the_whole_line) {
    const auto parts = overview_of({row('a', 100, {{What::bar, 0, 100}}), row('a', 50)});
    EXPECT_EQ(parts[0].items[0].side, Side::upon);
    EXPECT_GT(parts[0].items[0].label, 90);
    EXPECT_THAT(lines_of(parts[0]), ElementsAre(0, 1));
}

TEST(Overview, counts_what_goes_on_or_comes_again_and_leaves_it_to_the_table) {
    std::vector rows = {row('a', 10, {{What::fading_bar, 10, 100}}),
                        row('a', 10, {{What::tie, 0, 100}})};
    rows[1].action.date_kind = "recurring";
    const auto parts = overview_of(rows);
    EXPECT_THAT(parts[0].items, IsEmpty());
    EXPECT_EQ(parts[0].going_on, 2);
    EXPECT_EQ(parts[0].lines, 0);
}

TEST(Overview, of_nothing_has_no_parts) {
    EXPECT_THAT(overview_of({}), IsEmpty());
}

} // namespace
} // namespace openmasa::year
