#include "core/accounts/person_details.hpp"
#include "plan/owed/gaps.hpp"
#include "plan/owed/gaps_store.hpp"
#include "plan/owed/module.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>

namespace openmasa::owed {
namespace {

using plan::Counted;
using plan::TestPlan;
using testing::HasSubstr;
using testing::Not;

GapCounts gaps(TestPlan& test) {
    test.db.finish();
    return gaps_of(count_gaps(test.db, test.reader, test.plan.id), test.plan.id);
}

/// A priority that says nothing of itself, with an objective without actions.
void add_bare_priority(TestPlan& test) {
    plan::Section section;
    section.id = test.unit.new_id<plan::SectionId>();
    section.plan = test.plan.id;
    section.position = 3;
    section.code = "N";
    section.name = "Neglect <b>&";
    plan::Objective objective;
    objective.id = test.unit.new_id<plan::ObjectiveId>();
    objective.section = section.id;
    objective.title = "See <b>& hear";
    test.in_one_transaction([&] {
        plan::add_section(test.db, test.unit, section);
        plan::add_objective(test.db, test.unit, objective);
    });
}

/// Their last day with the partnership is known.
void leave(TestPlan& test, const Scope& who) {
    accounts::PersonDetails details;
    details.id = *who.person;
    details.name = who.known_as;
    details.left_on = day(2026, 1, 31);
    EXPECT_TRUE(accounts::save_details(test.db, test.unit, details));
}

TEST(Gaps, Of_actions_are_the_numbers_of_the_tally) {
    TestPlan test;
    const auto tally = plan::total(plan::tally_of(test.db, test.reader, test.plan.id), test.today);
    const auto counts = gaps(test);
    EXPECT_EQ(count_of(counts, Gap::undated), plan::count_of(Counted::undated, tally));
    EXPECT_EQ(count_of(counts, Gap::without_owner), plan::count_of(Counted::without_owner, tally));
    EXPECT_EQ(count_of(counts, Gap::without_update),
              plan::count_of(Counted::without_update, tally));
    EXPECT_EQ(count_of(counts, Gap::unproven), plan::count_of(Counted::unproven, tally));
    EXPECT_EQ(count_of(counts, Gap::undated), 2);
}

TEST(Gaps, Words_that_are_no_date_are_among_those_without_a_date_and_count_once) {
    TestPlan test;
    const auto counts = gaps(test);
    EXPECT_EQ(count_of(counts, Gap::unread), 1);
    GapCounts only{};
    only[std::size_t(Gap::undated)] = 2;
    only[std::size_t(Gap::unread)] = 1;
    EXPECT_EQ(sum_of(only), 2);
}

TEST(Gaps, A_priority_lacks_an_owner_a_chair_and_a_difference_and_an_objective_its_actions) {
    TestPlan test;
    EXPECT_EQ(count_of(gaps(test), Gap::empty_objective), 1);
    EXPECT_EQ(count_of(gaps(test), Gap::priority_owner), 0);
    add_bare_priority(test);
    const auto counts = gaps(test);
    EXPECT_EQ(count_of(counts, Gap::empty_objective), 2);
    EXPECT_EQ(count_of(counts, Gap::priority_owner), 1);
    EXPECT_EQ(count_of(counts, Gap::priority_chair), 1);
    EXPECT_EQ(count_of(counts, Gap::priority_difference), 1);
    EXPECT_EQ(count_of(counts, Gap::silent_stop), 0);
}

TEST(Gaps, Whoever_leaves_leads_open_actions_that_somebody_must_take_over) {
    TestPlan test;
    Scope lead;
    test.in_one_transaction([&] { lead = test.somebody(Role::agency_lead); });
    for (const auto& id : {test.soon, test.unproven})
        test.in_one_transaction([&] {
            auto action = *plan::find_action(test.db, test.unit, id);
            action.lead = lead.person;
            EXPECT_TRUE(plan::save_action(test.db, test.unit, action, {.verb = "action.changed"}));
        });
    EXPECT_EQ(count_of(gaps(test), Gap::lead_left), 0);
    test.in_one_transaction([&] { leave(test, lead); });
    EXPECT_EQ(count_of(gaps(test), Gap::lead_left), 1) << "what is done has no need";
    const auto rows =
        gap_rows(test.db, test.reader, Gap::lead_left, test.plan.id, listing::paging(1, 9));
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].remark, lead.known_as);
    EXPECT_EQ(row_address(Gap::lead_left, rows[0], true), "/actions/" + test.soon.str() + "/who");
}

TEST(Gaps, Every_number_counts_exactly_the_rows_that_it_leads_to) {
    TestPlan test;
    add_bare_priority(test);
    const auto counts = gaps(test);
    for (auto gap : all_gaps) {
        if (is_listed_elsewhere(gap)) continue;
        const auto rows = gap_rows(test.db, test.reader, gap, test.plan.id, listing::paging(1, 9));
        EXPECT_EQ(int(rows.size()), count_of(counts, gap)) << to_text(gap);
    }
}

TEST(Gaps, Of_one_plan_and_of_all_are_the_same_numbers) {
    TestPlan test;
    const auto of_all =
        gaps_of(count_gaps(test.db, test.reader, std::vector{test.plan}), std::nullopt);
    EXPECT_EQ(of_all, gaps(test));
}

TEST(Gaps, The_page_says_what_is_missing_how_it_is_mended_and_what_is_well) {
    TestPlan test;
    add_bare_priority(test);
    const auto address = "/plans/" + test.plan.id.str() + "/gaps";
    const auto unit = test.get(module(), test.unit, address).body;
    EXPECT_THAT(unit, HasSubstr("/actions?due=none\">open actions without a date"));
    EXPECT_THAT(unit, HasSubstr("/actions/bulk?due=none"));
    EXPECT_THAT(unit, HasSubstr("/updates/ask\">Ask for updates"));
    EXPECT_THAT(unit, HasSubstr("\">Add it to each"));
    EXPECT_THAT(unit, HasSubstr("Mend them one by one"));
    EXPECT_THAT(unit, HasSubstr("Whatever was stopped says why."));
    const auto reader = test.get(module(), test.reader, address).body;
    EXPECT_THAT(reader, Not(HasSubstr("/actions/bulk")));
    EXPECT_THAT(reader, Not(HasSubstr("Mend them one by one")));
    const auto rows = test.get(module(), test.unit, address + "/no-actions").body;
    EXPECT_THAT(rows, HasSubstr("2 objectives without actions"));
    EXPECT_THAT(rows, HasSubstr("See &lt;b&gt;&amp; hear"));
    EXPECT_THAT(rows, Not(HasSubstr("<b>&")));
    EXPECT_THAT(rows, HasSubstr("/actions/add\">"));
    EXPECT_THAT(test.get(module(), test.reader, address + "/no-actions").body,
                Not(HasSubstr("/actions/add\">")))
        << "a form would not open to them";
    EXPECT_EQ(test.get(module(), test.unit, address + "/no-date").status, 303);
    EXPECT_EQ(test.get(module(), test.unit, address + "/nothing").status, 404);
}

TEST(Gaps, Of_all_plans_stand_with_the_plans_that_have_them) {
    TestPlan test;
    const auto page = test.get(module(), test.reader, "/gaps").body;
    EXPECT_THAT(page, HasSubstr("What the plans lack"));
    EXPECT_THAT(page, HasSubstr("/actions?due=none"));
    const auto only = test.get(module(), test.reader, "/gaps?gap=no-owner").body;
    EXPECT_THAT(only, HasSubstr("open action without an owner"));
    EXPECT_THAT(only, Not(HasSubstr("without a date")));
    EXPECT_EQ(test.get(module(), test.outsider, "/gaps").status, 404);
}

TEST(Gaps, What_an_address_asks_for_is_read_back) {
    for (auto gap : all_gaps) {
        Gap read{};
        EXPECT_TRUE(from_text(to_text(gap), read));
        EXPECT_EQ(read, gap);
    }
}

} // namespace
} // namespace openmasa::owed
