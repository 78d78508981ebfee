// What a plan, a priority and an action say of themselves over time: kept, versioned, seen as at a
// day, held by verify.
#include "plan/look_back.hpp"
#include "plan/test_plan.hpp"
#include "plan/verify.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

class Records : public testing::Test {
protected:
    /// As it was at the end of that day.
    template<class Read> auto then(Day day, Read read) {
        store::Lens lens;
        history::look_back(lens, {.day = day});
        look_back(lens, {.day = day});
        test.db.look_through(std::move(lens));
        auto seen = read();
        test.db.finish();
        return seen;
    }
    std::vector<std::string> faults() {
        test.db.finish();
        auto verdict = audit::verify(test.db);
        verify(test.db, verdict);
        return verdict.faults;
    }
    std::string said(std::string_view kind, std::string_view id, std::string_view key) {
        const auto versions = history::versions(test.db, kind, id, 1);
        return std::string(history::value_of(versions.front().content, key));
    }
    Scope later() const {
        auto scope = test.unit;
        scope.today += std::chrono::days{3};
        scope.now += std::chrono::days{3};
        return scope;
    }
    TestPlan test;
};

TEST_F(Records, A_plan_has_a_type_an_owner_and_the_edition_before_it) {
    auto next = test.plan;
    next.id = test.unit.new_id<PlanId>();
    next.type = PlanType::locality;
    next.owner = test.constabulary;
    next.follows = test.plan.id;
    next.version = 1;
    test.in_one_transaction([&] { add_plan(test.db, test.unit, next); });
    const auto found = find_plan(test.db, test.unit, next.id);
    ASSERT_TRUE(found);
    EXPECT_EQ(found->type, PlanType::locality);
    EXPECT_EQ(found->owner_name, "Norfolk Constabulary <b>&");
    EXPECT_EQ(found->follows, test.plan.id);
    EXPECT_EQ(said("plan", next.id.view(), "type"), "locality");
    EXPECT_EQ(said("plan", test.plan.id.view(), "type"), "") << "a business plan, as ever";
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Records, Every_type_has_its_words_and_reads_them_back) {
    for (const auto type : all_plan_types) {
        PlanType read{};
        EXPECT_TRUE(from_text(to_text(type), read));
        EXPECT_EQ(read, type);
        EXPECT_FALSE(spoken(type).empty());
    }
    PlanType read{};
    EXPECT_FALSE(from_text("budget", read));
}

TEST_F(Records, A_priority_is_adopted_looked_at_in_four_ways_and_stepped_down) {
    auto section = test.families;
    section.adopted_on = day(2023, 4, 1);
    section.adopted_by = "Partnership Group, minute 4";
    section.adopted_evidence = "Two practice reviews";
    section.prevalence = "How many";
    section.pathways = "Which way";
    section.commissioning = "What is bought";
    section.impact = "What changed";
    section.reviewed_on = day(2025, 6, 12);
    section.review_outcome = to_text(Outcome::changes);
    section.review_words = "Fewer, better";
    ++section.version;
    test.in_one_transaction([&] { save_section(test.db, test.unit, section); });
    section.stepped_down_on = later().today;
    section.stepped_down_why = "It is ordinary work now";
    ++section.version;
    test.in_one_transaction([&] { save_section(test.db, later(), section); });
    const auto now = *find_section(test.db, test.unit, section.id);
    EXPECT_EQ(now.adopted_on, day(2023, 4, 1));
    EXPECT_EQ(now.adopted_by + now.adopted_evidence,
              "Partnership Group, minute 4Two practice reviews");
    EXPECT_EQ(now.prevalence + now.pathways + now.commissioning + now.impact,
              "How manyWhich wayWhat is boughtWhat changed");
    EXPECT_EQ(now.reviewed_on, day(2025, 6, 12));
    EXPECT_EQ(now.review_outcome + now.review_words, "changesFewer, better");
    EXPECT_EQ(now.stepped_down_why, "It is ordinary work now");
    const auto before = then(test.today, [&] { return find_section(test.db, test.unit, now.id); });
    EXPECT_FALSE(before->stepped_down_on);
    EXPECT_EQ(before->pathways, "Which way");
    EXPECT_EQ(said("section", now.id.view(), "stepped_down_on"), iso(later().today));
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Records, An_action_has_a_lead_contributors_what_it_waits_for_and_what_it_follows) {
    auto action = *find_action(test.db, test.unit, test.late);
    action.lead = test.constable.person;
    action.contributors = test.services.str();
    action.waits_for = test.soon.str();
    action.follows = test.stopped;
    action.left_behind_why = "Done by others";
    action.status = Status::blocked;
    action.stopped_why = "The money is not there";
    test.in_one_transaction(
        [&] { ASSERT_TRUE(save_action(test.db, later(), action, {.verb = "action.changed"})); });
    const auto now = *find_action(test.db, test.unit, test.late);
    EXPECT_EQ(now.lead, test.constable.person);
    EXPECT_EQ(now.lead_name, test.constable.known_as);
    EXPECT_EQ(now.contributors, test.services.str());
    EXPECT_EQ(now.follows, test.stopped);
    EXPECT_EQ(now.status, Status::blocked);
    EXPECT_EQ(said("action", now.id.view(), "contributor_names"), "Children's Services");
    EXPECT_EQ(said("action", now.id.view(), "waits_for_number"), "1 action");
    const auto before = then(test.today, [&] { return find_action(test.db, test.unit, now.id); });
    EXPECT_FALSE(before->lead);
    EXPECT_EQ(before->waits_for, "");
    EXPECT_EQ(faults(), std::vector<std::string>());
}

TEST_F(Records, An_action_that_moves_to_another_plan_was_in_the_first_one_before) {
    const auto other = test.add_another_plan("Locality plan");
    auto action = *find_action(test.db, test.unit, test.late);
    const auto reference = action.reference;
    action.plan = other.plan.id;
    action.section = other.section.id;
    action.objective = other.objective.id;
    action.reference = "LP 1";
    test.in_one_transaction(
        [&] { ASSERT_TRUE(save_action(test.db, later(), action, {.verb = "action.moved"})); });
    EXPECT_EQ(find_action(test.db, test.unit, test.late)->reference, "LP 1");
    const auto before =
        then(test.today, [&] { return find_action(test.db, test.unit, test.late); });
    EXPECT_EQ(before->plan, test.plan.id);
    EXPECT_EQ(before->reference, reference);
    EXPECT_EQ(faults(), std::vector<std::string>());
}

} // namespace
} // namespace openmasa::plan
