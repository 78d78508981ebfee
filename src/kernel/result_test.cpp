#include "kernel/result.hpp"
#include <gtest/gtest.h>
#include <memory>

namespace openmasa {
namespace {

Result<int> half(int number) {
    if (number % 2 != 0) return invalid("number", "Enter an even number.");
    return number / 2;
}

Result<int> quarter(int number, bool& came_past) {
    const int first = TRY(half(number));
    came_past = true;
    return TRY(half(first));
}

TEST(Result, Holds_a_value) {
    bool came_past = false;
    const auto result = quarter(8, came_past);
    ASSERT_TRUE(result);
    EXPECT_EQ(*result, 2);
    EXPECT_TRUE(came_past);
}

TEST(Result, Holds_the_reason_why_there_is_none) {
    const auto result = half(3);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.refusal().kind, Refusal::Kind::invalid);
    EXPECT_EQ(result.refusal().problems,
              (std::vector<Problem>{{"number", "Enter an even number."}}));
}

TEST(Try, Returns_the_refusal_at_once) {
    bool came_past = false;
    const auto result = quarter(7, came_past);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.refusal().problems.at(0).field, "number");
    EXPECT_FALSE(came_past);
    EXPECT_FALSE(quarter(6, came_past));
    EXPECT_TRUE(came_past);
}

TEST(Try, Moves_values_that_cannot_be_copied) {
    const auto give = []() -> Result<std::unique_ptr<int>> { return std::make_unique<int>(5); };
    const auto pass = [&]() -> Result<std::unique_ptr<int>> { return TRY(give()); };
    auto result = pass();
    ASSERT_TRUE(result);
    EXPECT_EQ(**result, 5);
}

TEST(Refusal, Is_of_three_kinds) {
    EXPECT_EQ(not_found().kind, Refusal::Kind::not_found);
    EXPECT_TRUE(not_found().problems.empty());
    EXPECT_EQ(conflict("Someone changed this action.").kind, Refusal::Kind::conflict);
    EXPECT_EQ(conflict("Someone changed this action.").problems.at(0).words,
              "Someone changed this action.");
    EXPECT_EQ(invalid({{"a", "A."}, {"b", "B."}}).problems.size(), 2u);
}

} // namespace
} // namespace openmasa
