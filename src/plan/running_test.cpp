#include "plan/running.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const Day today = day(2026, 11, 21);

/// The periods of the plans that run, from periods in the order of their last change.
std::vector<std::string> running_of(const std::vector<std::string>& periods, Day on = today) {
    std::vector<Plan> plans;
    for (const auto& period : periods) {
        Plan plan;
        plan.period = period;
        plans.push_back(std::move(plan));
    }
    std::vector<std::string> found;
    for (const auto& plan : running(std::move(plans), on)) found.push_back(plan.period);
    return found;
}

TEST(Running, The_plan_whose_period_holds_today_comes_before_one_changed_later) {
    EXPECT_THAT(running_of({"2025-26", "", "2026-27"}), ElementsAre("2026-27", ""));
    EXPECT_THAT(running_of({"2027-28", "", "2026 to 2027"}),
                ElementsAre("2026 to 2027", "", "2027-28"));
}

TEST(Running, Among_several_the_one_changed_last_comes_first) {
    EXPECT_THAT(running_of({"2026 to 2027", "2025-2028", "2026-27"}),
                ElementsAre("2026 to 2027", "2025-2028", "2026-27"));
}

TEST(Running, The_business_plan_comes_before_others_that_hold_today) {
    Plan coast{.title = "Coast", .period = "2026-27", .type = PlanType::locality};
    Plan business{.title = "Business", .period = "2026-27"};
    EXPECT_EQ(running({coast, business}, today).front().title, "Business");
    business.period = "";
    EXPECT_EQ(running({coast, business}, today).front().title, "Coast");
}

TEST(Running, Each_plan_says_how_it_stands_to_today) {
    const auto plan = [](char id, std::string period) {
        return Plan{.id = *PlanId::parse(std::string(26, id)), .period = std::move(period)};
    };
    std::vector<Plan> plans{plan('1', "2026-27"), plan('2', "2030-31"), plan('3', "2020-21"),
                            plan('4', "2022-23"), plan('5', "")};
    plans[0].follows = plans[3].id;
    EXPECT_THAT(how_they_run(plans, today),
                ElementsAre(Runs::runs, Runs::not_begun, Runs::ended, Runs::followed, Runs::runs));
}

TEST(Running, A_plan_runs_to_the_last_day_of_its_period) {
    EXPECT_THAT(running_of({"", "2025-26"}, day(2026, 3, 31)), ElementsAre("2025-26", ""));
    EXPECT_THAT(running_of({"", "2025-26"}, day(2026, 4, 1)), ElementsAre(""));
    EXPECT_THAT(running_of({"2026-27", "2025-26"}, day(2026, 4, 1)), ElementsAre("2026-27"));
}

TEST(Running, Words_that_are_no_period_leave_a_plan_running) {
    EXPECT_THAT(running_of({"Our next plan", "2024-25"}), ElementsAre("Our next plan"));
    EXPECT_THAT(running_of({"from 2025 onwards"}), ElementsAre("from 2025 onwards"));
}

TEST(Running, Of_two_editions_of_a_plan_one_runs_the_older_until_the_newer_begins) {
    Plan older{.id = *PlanId::parse(std::string(26, '1')), .title = {}, .period = "2026-27"};
    Plan newer{.id = *PlanId::parse(std::string(26, '2')), .title = {}, .period = "2027-28"};
    newer.follows = older.id;
    const auto first_on = [&](Day on) {
        const auto found = running({newer, older}, on);
        return found.size() == 1 ? found.front().period : "not one";
    };
    EXPECT_EQ(first_on(day(2027, 3, 31)), "2026-27");
    EXPECT_EQ(first_on(day(2027, 4, 1)), "2027-28");
    newer.period = "";
    EXPECT_EQ(first_on(day(2026, 6, 1)), "") << "without a period it has begun";
}

TEST(Running, When_all_have_ended_the_one_that_ended_last_is_left) {
    EXPECT_THAT(running_of({"2023-24", "2025-26", "2024-25"}), ElementsAre("2025-26"));
    EXPECT_THAT(running_of({}), IsEmpty());
}

} // namespace
} // namespace openmasa::plan
