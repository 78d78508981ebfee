#include "web/chart/axis_drawing.hpp"
#include <gmock/gmock.h>

namespace openmasa::chart {
namespace {

using testing::HasSubstr;
using testing::Not;

const TimeAxis year(day(2026, 4, 1), day(2027, 3, 31));
const Day today = day(2026, 11, 21);

std::string words(const TimeAxis& axis, Day now) {
    return std::string(axis_words(axis, now, "April <b> to March").view());
}
std::string grid(const TimeAxis& axis, Day now) {
    return std::string(grid_shape(axis, now).view());
}

TEST(Axis, names_its_months_its_years_and_today_and_says_what_it_is) {
    const auto text = words(year, today);
    for (auto word : {">2026<", ">2027<", ">Today<", ">Apr<", ">Mar<", ">A<"})
        EXPECT_THAT(text, HasSubstr(word));
    EXPECT_THAT(text, HasSubstr("aria-label=\"April &lt;b&gt; to March\""));
}

TEST(Axis, has_no_today_outside_its_days) {
    EXPECT_THAT(words(year, day(2027, 4, 1)), Not(HasSubstr("Today")));
    EXPECT_THAT(grid(year, day(2027, 4, 1)), Not(HasSubstr("om-grid--today")));
}

TEST(Axis, repeats_the_lines_of_its_months_of_the_new_year_and_of_today) {
    const auto lines = grid(year, today);
    EXPECT_THAT(lines, HasSubstr("id=\"om-grid\""));
    EXPECT_THAT(lines,
                HasSubstr("om-grid--year\" x1=\"" + per_cent(year.start_of(day(2027, 1, 1)))));
    EXPECT_THAT(lines, HasSubstr("om-grid--today\" x1=\"" + per_cent(year.middle_of(today))));
}

TEST(Axis, leaves_out_the_year_before_when_the_next_begins_at_once) {
    const TimeAxis axis(day(2026, 12, 1), day(2027, 11, 30));
    EXPECT_THAT(words(axis, today), Not(HasSubstr(">2026<")));
    EXPECT_THAT(words(axis, today), HasSubstr(">2027<"));
}

} // namespace
} // namespace openmasa::chart
