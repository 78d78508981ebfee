#include "partnership/agreed_duties.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::partnership {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<Duty> two_duties() {
    return {{.feature = "duties", .kind = "action", .id = "one", .as = "owner", .what = "VA 1"},
            {.feature = "duties", .kind = "action", .id = "two", .as = "owner", .what = "VA 2"}};
}

std::vector<std::string> fields_of(const std::vector<Problem>& problems) {
    std::vector<std::string> fields;
    for (const auto& problem : problems) fields.push_back(problem.field);
    return fields;
}

const Day today = day(2026, 4, 1);

TEST(AgreedDuties, What_is_proposed_passes_and_waits_only_for_who_agreed_it) {
    const auto duties = two_duties();
    const auto agreement = proposed(duties, "1 April 2026");
    EXPECT_EQ(agreement.choices.size(), 2u);
    EXPECT_EQ(agreement.choices[1].fate, Fate::passes);
    EXPECT_THAT(fields_of(problems_with(agreement, {.shown = duties}, today)), ElementsAre("by"));
}

TEST(AgreedDuties, One_that_ends_says_why_beside_its_field) {
    auto agreement = proposed(two_duties(), "1 April 2026");
    agreement.by = "Partnership Group";
    agreement.choices[0].fate = Fate::ends;
    EXPECT_THAT(fields_of(problems_with(agreement, {}, today)),
                ElementsAre("why.duties.action.owner.one"));
    agreement.choices[0].why = "It is finished elsewhere";
    EXPECT_THAT(problems_with(agreement, {}, today), IsEmpty());
}

TEST(AgreedDuties, Nothing_is_settled_that_was_not_seen_nor_over_what_is_restricted) {
    const auto duties = two_duties();
    auto agreement = proposed({duties.front()}, "1 April 2026");
    agreement.by = "Partnership Group";
    agreement.choices.push_back({.duty = duties.back()});
    EXPECT_EQ(problems_with(agreement, {}, today).size(), 1u);
    agreement = proposed(duties, "1 April 2026");
    agreement.by = "Partnership Group";
    const auto refused = problems_with(agreement, {.shown = duties, .restricted = 1}, today);
    ASSERT_EQ(refused.size(), 1u);
    EXPECT_EQ(refused.front().words, restricted_duties_words);
}

TEST(AgreedDuties, Nobody_agrees_on_a_day_that_is_to_come_or_is_none) {
    auto agreement = proposed(two_duties(), "2 April 2026");
    agreement.by = "Partnership Group";
    EXPECT_THAT(fields_of(problems_with(agreement, {}, today)), ElementsAre("on"));
    agreement.on = "spring";
    EXPECT_THAT(fields_of(problems_with(agreement, {}, today)), ElementsAre("on"));
}

TEST(AgreedDuties, Words_from_people_arrive_escaped) {
    auto agreement = proposed(two_duties(), "1 April 2026");
    agreement.choices[0].duty.what = "<b>&";
    agreement.choices[0].why = "\"<i>";
    const std::vector<Problem> none;
    const DutiesForm form{
        .agreement = agreement, .passes = "<u>", .stays = "Stays", .problems = none};
    const auto page = std::string(duties_fields(form).view());
    EXPECT_EQ(page.find("<b>"), std::string::npos);
    EXPECT_EQ(page.find("<i>"), std::string::npos);
    EXPECT_EQ(page.find("<u>"), std::string::npos);
}

} // namespace
} // namespace openmasa::partnership
