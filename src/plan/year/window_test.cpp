#include "plan/year/window.hpp"
#include <gtest/gtest.h>

namespace openmasa::year {
namespace {

const Day today = day(2026, 11, 21);

Window window(std::string_view query, std::string_view period = "2026-27") {
    return asked_window(http::read_query(query), period, today);
}

TEST(Window, is_the_plans_own_period_unless_another_is_asked_for) {
    EXPECT_EQ(window(""), (Window{day(2026, 4, 1), 12}));
    EXPECT_EQ(window("", "2024"), (Window{day(2024, 1, 1), 12}));
}

TEST(Window, is_the_twelve_months_around_today_without_a_period) {
    EXPECT_EQ(window("", ""), (Window{day(2026, 6, 1), 12}));
    EXPECT_EQ(window("", "as agreed"), (Window{day(2026, 6, 1), 12}));
    EXPECT_EQ(window("", "").last(), day(2027, 5, 31));
}

TEST(Window, of_a_long_period_ends_after_three_years) {
    EXPECT_EQ(window("", "April 2024 to March 2029"), (Window{day(2024, 4, 1), 36}));
}

TEST(Window, begins_in_the_month_that_is_asked_for_however_it_is_written) {
    EXPECT_EQ(window("from=2025-09"), (Window{day(2025, 9, 1), 12}));
    EXPECT_EQ(window("from=September+2025"), (Window{day(2025, 9, 1), 12}));
    EXPECT_EQ(window("from=17+Sept+2025&months=6"), (Window{day(2025, 9, 1), 6}));
}

TEST(Window, leaves_out_what_makes_no_sense) {
    for (auto query : {"from=soon", "from=2025-13", "months=0", "months=13", "months=-12",
                       "from=&months=", "months=99999999999999"})
        EXPECT_EQ(window(query), window("")) << query;
}

TEST(Window, is_read_again_from_its_query) {
    const Window one{day(2025, 9, 1), 18};
    EXPECT_EQ(window(to_query(one)), one);
}

TEST(Window, is_spoken_by_its_months) {
    EXPECT_EQ(spoken(Window{day(2026, 4, 1), 12}), "April 2026 to March 2027");
    EXPECT_EQ(spoken(Window{day(2026, 4, 1), 1}), "April 2026");
}

TEST(Window, moves_by_whole_months) {
    EXPECT_EQ((Window{day(2026, 4, 1), 12}.moved(-12)), (Window{day(2025, 4, 1), 12}));
    EXPECT_EQ((Window{day(2026, 4, 1), 3}.moved(3)), (Window{day(2026, 7, 1), 3}));
}

} // namespace
} // namespace openmasa::year
