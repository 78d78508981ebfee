#include "plan/priorities/actions.hpp"
#include "plan/priority_reviews.hpp"
#include "plan/store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa::priorities {
namespace {

using plan::Outcome;
using testing::ElementsAre, testing::IsEmpty;

class Priorities : public testing::Test {
protected:
    template<class Saved> Result<Saved> run(const std::function<Result<Saved>()>& work) {
        test.db.finish();
        auto result = test.db.atomically(work);
        test.db.finish();
        return result;
    }
    plan::Section now() { return *plan::find_section(test.db, test.unit, test.adolescents.id); }
    Result<bool> adopt(const SayAdoption& command, const Scope& who) {
        return run<bool>([&] { return say_adoption(test.db, who, command); });
    }
    Review review(Outcome outcome, std::string held_on = "12 January 2026") {
        return {.id = test.adolescents.id,
                .version = now().version,
                .held_on = std::move(held_on),
                .outcome = outcome,
                .words = "Fewer children go missing twice."};
    }
    Result<Done> keep(const Review& command, const Scope& who) {
        return run<Done>([&] { return keep_review(test.db, who, command); });
    }
    template<class Saved> std::vector<std::string> fields_of(const Result<Saved>& refused) {
        std::vector<std::string> fields;
        if (!refused)
            for (const auto& problem : refused.refusal().problems) fields.push_back(problem.field);
        return fields;
    }
    plan::TestPlan test;
};

TEST_F(Priorities, Adoption_and_the_four_statements_are_kept_and_read_back_as_they_were_typed) {
    auto command = as_it_stands(now());
    command.adopted_on = "1/4/2023";
    command.adopted_by = " Partnership Group, minute 4 ";
    command.impact = "Children say <b>& that somebody listened.\nMore of them.";
    ASSERT_TRUE(adopt(command, test.unit));
    const auto typed = as_it_stands(now());
    EXPECT_EQ(typed.adopted_on, "1 April 2023");
    EXPECT_EQ(typed.adopted_by, "Partnership Group, minute 4");
    EXPECT_EQ(typed.impact, command.impact);
    const auto again = adopt(typed, test.unit);
    ASSERT_TRUE(again);
    EXPECT_FALSE(*again) << "nothing differed";
}

TEST_F(Priorities,
       A_day_to_come_and_words_that_are_no_day_are_refused_together_with_what_is_too_long) {
    auto command = as_it_stands(now());
    command.adopted_on = "1 April 2027";
    command.pathways = std::string(4001, 'x');
    EXPECT_THAT(fields_of(adopt(command, test.unit)), ElementsAre("adopted_on", "pathways"));
    command.adopted_on = "some day";
    EXPECT_THAT(fields_of(adopt(command, test.unit)), ElementsAre("adopted_on", "pathways"));
    EXPECT_FALSE(now().adopted_on);
}

TEST_F(Priorities, A_review_is_kept_with_those_before_it_and_one_of_the_same_day_is_corrected) {
    ASSERT_TRUE(keep(review(Outcome::goes_on, "14 January 2025"), test.unit));
    ASSERT_TRUE(keep(review(Outcome::changes), test.unit));
    auto better = review(Outcome::changes);
    better.words = "Put better";
    ASSERT_TRUE(keep(better, test.unit));
    const auto held = plan::reviews_of(test.db, test.unit, test.adolescents.id);
    ASSERT_EQ(held.size(), 2u);
    EXPECT_EQ(held[0].held_on, day(2026, 1, 12));
    EXPECT_EQ(held[0].words, "Put better");
    EXPECT_EQ(held[1].outcome, "goes_on");
    auto then = test.reader;
    then.today = day(2025, 12, 31);
    EXPECT_EQ(plan::reviews_of(test.db, then, test.adolescents.id).size(), 1u);
    EXPECT_THAT(plan::reviews_of(test.db, test.outsider, test.adolescents.id), IsEmpty());
}

TEST_F(Priorities, A_review_needs_its_day_its_outcome_and_why_and_comes_after_the_last) {
    ASSERT_TRUE(keep(review(Outcome::goes_on), test.unit));
    auto command = review(Outcome::goes_on, "11 January 2026");
    EXPECT_THAT(fields_of(keep(command, test.unit)), ElementsAre("held_on"));
    command.held_on = "";
    command.outcome.reset();
    command.words = " ";
    EXPECT_THAT(fields_of(keep(command, test.unit)), ElementsAre("held_on", "outcome", "words"));
}

TEST_F(Priorities, One_steps_down_with_its_reason_and_is_taken_up_again_by_a_later_review) {
    ASSERT_TRUE(keep(review(Outcome::steps_down), test.unit));
    EXPECT_EQ(now().stepped_down_on, day(2026, 1, 12));
    EXPECT_EQ(now().stepped_down_why, "Fewer children go missing twice.");
    EXPECT_FALSE(plan::next_review(now()));
    ASSERT_TRUE(keep(review(Outcome::goes_on, "20 January 2026"), test.unit));
    EXPECT_FALSE(now().stepped_down_on);
    EXPECT_EQ(now().stepped_down_why, "");
}

TEST_F(Priorities, The_next_review_is_a_year_after_the_last_or_after_it_was_adopted) {
    auto section = now();
    EXPECT_FALSE(plan::next_review(section));
    section.adopted_on = day(2023, 4, 1);
    EXPECT_EQ(plan::next_review(section), day(2024, 4, 1));
    section.reviewed_on = day(2024, 2, 29);
    EXPECT_EQ(plan::next_review(section), day(2025, 2, 28));
    section.is_priority = false;
    EXPECT_FALSE(plan::next_review(section));
}

TEST_F(Priorities, The_chair_of_its_group_keeps_its_review_and_changes_nothing_else) {
    Scope chair;
    test.in_one_transaction([&] { chair = test.somebody(Role::group_chair); });
    ASSERT_TRUE(keep(review(Outcome::goes_on), chair));
    EXPECT_EQ(now().review_outcome, "goes_on");
    EXPECT_FALSE(adopt(as_it_stands(now()), chair));
    auto other = review(Outcome::goes_on);
    other.id = test.families.id;
    other.version = test.families.version;
    EXPECT_FALSE(keep(other, chair)) << "it belongs to no group of theirs";
}

TEST_F(Priorities, Only_who_may_change_the_plan_writes_and_only_over_what_they_read) {
    EXPECT_FALSE(keep(review(Outcome::goes_on), test.reader));
    EXPECT_FALSE(keep(review(Outcome::goes_on), test.constable));
    EXPECT_FALSE(adopt(as_it_stands(now()), test.outsider));
    auto late = review(Outcome::goes_on);
    --late.version;
    const auto stale = keep(late, test.unit);
    ASSERT_FALSE(stale);
    EXPECT_EQ(stale.refusal().kind, Refusal::Kind::conflict);
    EXPECT_THAT(plan::reviews_of(test.db, test.unit, test.adolescents.id), IsEmpty());
}

} // namespace
} // namespace openmasa::priorities
