#include "core/restriction/reminders.hpp"
#include <gtest/gtest.h>

namespace openmasa::restriction {
namespace {

TEST(Reminders, A_review_is_due_for_one_a_week_before_its_day_and_from_its_day_on) {
    const auto review_on = day(2026, 4, 22);
    EXPECT_EQ(stage_of(review_on, day(2026, 4, 14)), Stage::none);
    EXPECT_EQ(stage_of(review_on, day(2026, 4, 15)), Stage::week);
    EXPECT_EQ(stage_of(review_on, day(2026, 4, 21)), Stage::week);
    EXPECT_EQ(stage_of(review_on, day(2026, 4, 22)), Stage::day);
    EXPECT_EQ(stage_of(review_on, day(2026, 6, 1)), Stage::day);
}

} // namespace
} // namespace openmasa::restriction
