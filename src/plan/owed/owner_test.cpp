#include "plan/owed/module.hpp"
#include "plan/owed/register.hpp"
#include "plan/owed/rules.hpp"
#include "plan/owed/store.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <random>

namespace openmasa::owed {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<plan::ActionId> ids_of(TestPlan& test, const Scope& who, const Selection& selection) {
    std::vector<plan::ActionId> ids;
    each_owed(test.db, who, selection, {},
              [&](const OwedAction& action) { ids.push_back(action.id); });
    return ids;
}

Owed owed(TestPlan& test, const OwnerId& owner) {
    return total(owed_by(test.db, test.reader, owner, plan::list_plans(test.db, test.reader)));
}

/// Records that an action is done, on a day.
void finish(TestPlan& test, const plan::ActionId& id, Day on) {
    auto scope = test.unit;
    scope.now = Moment{on} + std::chrono::hours{12};
    scope.today = on;
    test.in_one_transaction([&] {
        auto action = *plan::find_action(test.db, scope, id);
        plan::add_progress(test.db, scope, action,
                           {.at = scope.now, .before = action.status, .status = Status::done});
        action.status = Status::done;
        action.last_update = on;
        EXPECT_TRUE(plan::save_action(test.db, scope, action, {.verb = "action.changed"}));
    });
}

TEST(OwnerStore, Late_comes_first_then_what_is_due_then_what_is_at_risk) {
    TestPlan test;
    EXPECT_THAT(ids_of(test, test.reader, {.owner = test.constabulary}),
                ElementsAre(test.late, test.recurring, test.soon, test.at_risk));
}

TEST(OwnerStore, Whoever_may_not_read_the_plan_finds_nothing) {
    TestPlan test;
    EXPECT_FALSE(find_owner(test.db, test.outsider, test.constabulary));
    EXPECT_THAT(ids_of(test, test.outsider, {.owner = test.constabulary}), IsEmpty());
    EXPECT_THAT(owed_by(test.db, test.outsider, test.constabulary, {test.plan}), IsEmpty());
    EXPECT_THAT(owned_priorities(test.db, test.outsider, test.constabulary, {test.plan}),
                IsEmpty());
}

TEST(OwnerStore, A_priority_of_an_edition_that_a_newer_one_follows_is_read_there) {
    TestPlan test;
    const auto plans = [&] { return plan::list_plans(test.db, test.reader); };
    const auto names = [&] {
        std::vector<std::string> found;
        for (const auto& one : owned_priorities(test.db, test.reader, test.constabulary, plans()))
            found.push_back(one.name);
        test.db.finish();
        return found;
    };
    EXPECT_THAT(names(), ElementsAre(test.adolescents.name));
    auto next = test.add_another_plan("Business plan 2026 to 2027");
    test.in_one_transaction([&] {
        next.plan.follows = test.plan.id;
        ++next.plan.version;
        plan::save_plan(test.db, test.unit, next.plan);
        next.section.owner = test.constabulary;
        ++next.section.version;
        plan::save_section(test.db, test.unit, next.section);
    });
    EXPECT_THAT(names(), ElementsAre(next.section.name));
}

/// Any action: dates before and after today and none, every status, updated or silent.
plan::TestAction any_action(std::mt19937& chance) {
    static const char* const dates[] = {"",
                                        "TBC",
                                        "31 Dec 2025",
                                        "10 Feb 2026",
                                        "Autumn 2026",
                                        "Quarterly",
                                        "30 June 2025 31 Jan 2026"};
    plan::TestAction made{.title = "Any", .date = dates[chance() % std::size(dates)]};
    made.status = plan::all_statuses[chance() % plan::all_statuses.size()];
    made.evidence = int(chance() % 2);
    if (chance() % 2)
        made.last_update = day(2025, 6 + unsigned(chance() % 6), 1 + unsigned(chance() % 28));
    return made;
}

TEST(OwnerStore, Every_number_counts_exactly_the_rows_that_it_leads_to) {
    TestPlan test;
    std::mt19937 chance(20260122);
    std::vector<plan::ActionId> added;
    test.in_one_transaction([&] {
        for (int at = 0; at < 80; ++at)
            added.push_back(
                test.add(test.families, test.family_plan, test.services, any_action(chance)));
    });
    for (std::size_t at = 0; at < added.size(); at += 3)
        finish(test, added[at], day(2024 + int(chance() % 2), 1 + unsigned(chance() % 12), 22));
    const auto all = owed(test, test.services);
    for (auto shown : all_shown) {
        const auto rows =
            ids_of(test, test.reader, {.owner = test.services, .plan = {}, .shown = shown});
        EXPECT_EQ(int(rows.size()), all.of(shown)) << to_text(shown);
        EXPECT_GT(rows.size(), 0u) << to_text(shown);
    }
}

TEST(OwnerStore, What_a_withdrawn_plan_says_is_owed_by_nobody) {
    TestPlan test;
    test.in_one_transaction([&] {
        auto gone = *plan::find_plan(test.db, test.unit, test.plan.id);
        gone.withdrawn = true;
        gone.withdrawn_why = "Replaced";
        ++gone.version;
        plan::save_plan(test.db, test.unit, gone, {.verb = "plan.withdrawn"});
    });
    EXPECT_EQ(owed(test, test.constabulary).of(Shown::open), 0);
    EXPECT_THAT(ids_of(test, test.reader, {.owner = test.constabulary}), IsEmpty());
    EXPECT_THAT(owned_priorities(test.db, test.reader, test.constabulary, {test.plan}), IsEmpty());
}

TEST(OwnerStore, What_the_next_edition_carries_on_or_left_behind_is_owed_once) {
    TestPlan test;
    const auto before = owed(test, test.constabulary).of(Shown::open);
    test.in_one_transaction([&] {
        const auto next = test.add(test.families, test.family_plan, test.constabulary,
                                   {"The same, carried on", "1 March 2026"});
        auto carrying = *plan::find_action(test.db, test.unit, next);
        carrying.follows = test.soon;
        EXPECT_TRUE(plan::save_action(test.db, test.unit, carrying, {.verb = "action.changed"}));
        auto left = *plan::find_action(test.db, test.unit, test.at_risk);
        left.left_behind_why = "The service ended";
        EXPECT_TRUE(plan::save_action(test.db, test.unit, left, {.verb = "action.changed"}));
    });
    EXPECT_EQ(owed(test, test.constabulary).of(Shown::open), before - 1);
    const auto rows = ids_of(test, test.reader, {.owner = test.constabulary});
    EXPECT_EQ(int(rows.size()), before - 1);
    EXPECT_THAT(rows, Not(testing::Contains(test.soon)));
    EXPECT_THAT(rows, Not(testing::Contains(test.at_risk)));
}

TEST(OwnerStore, It_is_finished_from_the_day_that_was_recorded) {
    TestPlan test;
    finish(test, test.soon, day(2026, 1, 20));
    const auto all = owed(test, test.constabulary);
    EXPECT_EQ(all.of(Shown::finished), 1);
    EXPECT_EQ(all.of(Shown::unproven), 1);
    EXPECT_EQ(all.timeliness, (Timeliness{.still_open = 2, .unknown = 1}));
}

std::string page_of(TestPlan& test, const Scope& who, const std::string& query = "") {
    return test.get(module(), who, "/owners/" + test.constabulary.str() + query).body;
}

TEST(OwnerPage, It_says_what_is_owed_owned_and_finished) {
    TestPlan test;
    const auto page = page_of(test, test.reader);
    EXPECT_THAT(page, HasSubstr("4 open actions, 2 of them late."));
    EXPECT_THAT(page, HasSubstr("Agency</span>"));
    EXPECT_THAT(page, HasSubstr("Map &lt;b&gt;&amp; partners&#39; priorities"));
    EXPECT_THAT(page, HasSubstr("href=\"/priorities/" + test.adolescents.id.str()));
    EXPECT_THAT(page, HasSubstr("Of 3 actions whose date fell since 22 January 2025, 2 are still "
                                "open and 1 is done, on a day that nobody recorded."));
    EXPECT_THAT(page, Not(HasSubstr("<b>&")));
}

TEST(OwnerPage, It_shows_what_its_address_asks_for_and_says_when_there_is_nothing) {
    TestPlan test;
    const auto at_risk = page_of(test, test.reader, "?show=at_risk");
    EXPECT_THAT(at_risk, HasSubstr(test.at_risk.str()));
    EXPECT_THAT(at_risk, Not(HasSubstr(test.late.str())));
    EXPECT_THAT(at_risk, HasSubstr("actions.csv?show=at_risk"));
    EXPECT_THAT(page_of(test, test.reader, "?show=undated"),
                HasSubstr("Every open action has a date."));
    const auto elsewhere =
        page_of(test, test.reader, "?plan=" + test.unit.new_id<plan::PlanId>().str());
    EXPECT_THAT(elsewhere, HasSubstr("No open actions."));
}

TEST(OwnerPage, Missing_and_forbidden_are_one_page) {
    TestPlan test;
    const auto missing =
        test.get(module(), test.reader, "/owners/" + test.unit.new_id<OwnerId>().str());
    EXPECT_EQ(missing.status, 404);
    EXPECT_EQ(test.get(module(), test.outsider, "/owners/" + test.constabulary.str()).status, 404);
}

TEST(OwnerPage, A_download_has_the_same_rows_in_the_same_order) {
    TestPlan test;
    std::vector<std::string> ids;
    each_row(test.db, test.reader, {.owner = test.constabulary})([&](const registers::Cells& row) {
        ASSERT_EQ(row.size(), owed_register.columns.size());
        ids.push_back(row.back());
    });
    EXPECT_THAT(ids, ElementsAre(test.late.str(), test.recurring.str(), test.soon.str(),
                                 test.at_risk.str()));
}

} // namespace
} // namespace openmasa::owed
