#include "plan/said_type.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

TEST(SaidType, Every_type_is_said_as_the_record_says_it_where_the_partnership_has_no_own_word) {
    for (const auto type : all_plan_types) EXPECT_EQ(said_type({}, type), spoken(type));
}

TEST(SaidType, The_partnerships_own_word_takes_the_programs_place) {
    const terms::LocalWord local[] = {{terms::Word::plan, "roadmap", "roadmaps", {}, {}}};
    const terms::Words words(local, day(2026, 6, 1));
    EXPECT_EQ(said_type(words, PlanType::locality), "Locality roadmap");
}

} // namespace
} // namespace openmasa::plan
