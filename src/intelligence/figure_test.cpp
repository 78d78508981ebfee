#include "intelligence/figure.hpp"
#include <gtest/gtest.h>

namespace openmasa::intelligence {
namespace {

TEST(Figure, A_symbol_is_what_it_says_and_never_nought) {
    const std::pair<const char*, Symbol> symbols[] = {
        {"c", Symbol::confidential},      {"x", Symbol::not_available},
        {"z", Symbol::not_applicable},    {"u", Symbol::low_reliability},
        {"k", Symbol::rounds_to_nothing}, {"low", Symbol::rounds_to_nothing},
        {":", Symbol::not_available},     {"", Symbol::not_given},
        {" C ", Symbol::confidential}};
    for (const auto& [cell, symbol] : symbols) {
        const auto figure = read_figure(cell);
        ASSERT_TRUE(figure) << cell;
        EXPECT_FALSE(figure->number) << cell;
        EXPECT_EQ(figure->symbol, symbol) << cell;
    }
    EXPECT_EQ(shown("c"), "c");
}

TEST(Figure, A_number_is_read_as_spreadsheets_and_people_write_it) {
    EXPECT_EQ(read_figure("454")->number, 454);
    EXPECT_EQ(read_figure("0")->number, 0);
    EXPECT_EQ(read_figure(" 12.5 ")->number, 12.5);
    EXPECT_EQ(read_figure("-0.25")->number, -0.25);
    EXPECT_EQ(read_figure("12,183,016")->number, 12183016);
    EXPECT_DOUBLE_EQ(*read_figure("7.0000000000000007E-2")->number, 0.07);
}

TEST(Figure, What_is_neither_is_nothing) {
    for (const char* cell : {"n/a", "12,34", "1,2345", "12%", "lowest", "1e999", "inf", "nan",
                             "12 345", "--1", "#REF!"})
        EXPECT_FALSE(read_figure(cell)) << cell;
}

TEST(Figure, Is_shown_with_the_digits_that_it_has) {
    EXPECT_EQ(shown("7.0000000000000007E-2"), "0.07");
    EXPECT_EQ(shown("32.700000000000003"), "32.7");
    EXPECT_EQ(shown("12183016"), "12,183,016");
    EXPECT_EQ(shown(-1234.5), "\u22121,234.5");
    EXPECT_EQ(shown(0.0000001), "0.0000001");
    EXPECT_EQ(plain(12183016), "12183016");
}

TEST(Figure, Is_rounded_as_DfE_rounds_when_decimals_are_asked_for) {
    EXPECT_EQ(shown(2.85, 1), "2.9");
    EXPECT_EQ(shown(553.8333333, 2), "553.83");
    EXPECT_EQ(shown(454, 1), "454.0");
    EXPECT_EQ(shown(-0.04, 1), "0.0");
    EXPECT_EQ(shown("x", 1), "x");
}

} // namespace
} // namespace openmasa::intelligence
