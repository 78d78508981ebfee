#include "intelligence/indicators/pieces.hpp"
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

TEST(About, Says_a_period_in_the_words_of_what_is_counted) {
    const auto year = FigurePeriod::of_years(PeriodKind::reporting_year, 2025);
    const auto words = [&](std::string title, const FigurePeriod& period) {
        return about({.title = std::move(title)}, period);
    };
    EXPECT_EQ(words("Referrals", year), "year to 31 March 2025");
    EXPECT_EQ(words("Children looked after on 31 March", year), "on 31 March 2025");
    EXPECT_EQ(words("Population estimate, children", year), "the middle of 2025");
    const auto calendar = FigurePeriod::of_years(PeriodKind::calendar_year, 2025);
    EXPECT_EQ(words("Population estimate", calendar), spoken_long(calendar));
}

} // namespace
} // namespace openmasa::intelligence
