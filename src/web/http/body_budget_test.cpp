#include "web/http/body_budget.hpp"
#include <gtest/gtest.h>
#include <memory>
#include <vector>

namespace openmasa::http {
namespace {

constexpr std::size_t kB = 1024, MB = 1024 * kB;

TEST(BodyBudget, What_is_taken_is_the_memory_of_the_body) {
    BodyBudget budget(4 * MB);
    std::string body;
    BodyRoom room(budget, body);
    for (int at = 0; at < 100; ++at) {
        ASSERT_TRUE(room.grow(body.size() + 7000, 900'000));
        const auto memory = body.data();
        body.append(7000, 'x');
        EXPECT_EQ(body.data(), memory) << "it grew by itself";
        EXPECT_EQ(budget.taken(), body.capacity());
    }
    EXPECT_EQ(body, std::string(700'000, 'x'));
}

TEST(BodyBudget, A_body_is_given_no_more_memory_than_it_can_fill) {
    BodyBudget budget(4 * MB);
    std::string body;
    BodyRoom room(budget, body);
    EXPECT_TRUE(room.grow(600'000, 600'001));
    EXPECT_EQ(budget.taken(), 600'001u);
}

TEST(BodyBudget, The_body_that_would_go_past_it_stays_as_it_is) {
    BodyBudget budget(4 * MB);
    std::string body, other;
    BodyRoom room(budget, body), other_room(budget, other);
    ASSERT_TRUE(other_room.grow(2 * MB, 2 * MB));
    ASSERT_TRUE(room.grow(MB, 4 * MB));
    body = "typed";
    EXPECT_FALSE(room.grow(MB + 1, 4 * MB));
    EXPECT_EQ(body, "typed");
    EXPECT_EQ(budget.taken(), 3 * MB);
}

TEST(BodyBudget, A_quarter_is_kept_for_small_bodies_and_no_more_than_that) {
    BodyBudget budget(4 * MB);
    ASSERT_TRUE(budget.take(3 * MB));
    EXPECT_FALSE(budget.take(small_body + 1));
    for (int at = 0; at < 4; ++at) EXPECT_TRUE(budget.take(small_body));
    EXPECT_FALSE(budget.take(1));
}

TEST(BodyBudget, It_is_whole_again_after_bodies_end_in_either_way) {
    BodyBudget budget(4 * MB);
    std::string body;
    {
        BodyRoom room(budget, body);
        ASSERT_TRUE(room.grow(MB, MB));
        room.end();
        EXPECT_EQ(budget.taken(), 0u);
        EXPECT_LT(body.capacity(), 100u) << "the memory is still held";
        ASSERT_TRUE(room.grow(2 * MB, 2 * MB));
    }
    EXPECT_EQ(budget.taken(), 0u);
}

TEST(BodyBudget, Memory_that_cannot_be_had_is_given_back) {
    BodyBudget budget(std::string::npos);
    std::string body;
    {
        BodyRoom room(budget, body);
        EXPECT_THROW(room.grow(std::string::npos / 2, std::string::npos / 2), std::exception);
    }
    EXPECT_EQ(budget.taken(), 0u);
}

} // namespace
} // namespace openmasa::http
