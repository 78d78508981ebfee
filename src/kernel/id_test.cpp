#include "kernel/id.hpp"
#include <gtest/gtest.h>
#include <set>

namespace openmasa {
namespace {

struct Plan;
struct Action;
using PlanId = Id<Plan>;
static_assert(!std::is_convertible_v<PlanId, Id<Action>>);

/// Counts upwards, so that every id of a test is another and always the same.
struct Counting : Randomness {
    unsigned next = 0;
    void fill(unsigned char* bytes, std::size_t count) override {
        for (std::size_t at = 0; at < count; ++at)
            bytes[at] = static_cast<unsigned char>(next >> (at % 4 * 5));
        ++next;
    }
};

Moment at(std::int64_t milliseconds) {
    return Moment{std::chrono::milliseconds{milliseconds}};
}

TEST(Id, Reads_back_from_its_text) {
    Counting randomness;
    const auto id = PlanId::make(at(1'700'000'000'000), randomness);
    EXPECT_EQ(PlanId::parse(id.str()), id);
    EXPECT_EQ(PlanId::unchecked(id.view()), id);
    EXPECT_EQ(id.str().size(), 26u);
}

// The time part of the ULID specification's example, 01ARZ3NDEK, is this moment.
TEST(Id, Begins_with_the_time_as_a_ulid_does) {
    Counting randomness;
    const auto id = PlanId::make(at(1'469'922'850'259), randomness);
    EXPECT_EQ(id.view().substr(0, 10), "01arz3ndek");
}

TEST(Id, Sorts_by_when_it_was_made) {
    Counting randomness;
    auto before = PlanId::make(at(0), randomness);
    for (std::int64_t milliseconds = 1; milliseconds < (std::int64_t{1} << 47); milliseconds *= 2) {
        const auto later = PlanId::make(at(milliseconds), randomness);
        EXPECT_LT(before, later);
        before = later;
    }
}

TEST(Id, Differs_within_a_millisecond) {
    Counting randomness;
    std::set<PlanId> made;
    for (int round = 0; round < 1'000; ++round) made.insert(PlanId::make(at(1), randomness));
    EXPECT_EQ(made.size(), 1'000u);
}

TEST(Id, Is_nothing_when_the_text_has_another_shape) {
    for (const std::string_view text :
         {"", "01arz3ndek", "01arz3ndektsv4rrffq69g5fa", "01arz3ndektsv4rrffq69g5favv",
          "01ARZ3NDEKTSV4RRFFQ69G5FAV", "01arz3ndektsv4rrffq69g5fai", "01arz3ndektsv4rrffq69g5fa'"})
        EXPECT_EQ(PlanId::parse(text), std::nullopt) << text;
    EXPECT_TRUE(PlanId::parse("01arz3ndektsv4rrffq69g5fav"));
}

} // namespace
} // namespace openmasa
