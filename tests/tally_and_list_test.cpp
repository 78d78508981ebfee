// A number and the list that it links to must hold the same rows: two pieces of SQL, one meaning.
#include "plan/actions/list_store.hpp"
#include "plan/tally_store.hpp"
#include "plan/test_plan.hpp"

namespace openmasa::plan {
namespace {

int rows_behind(TestPlan& test, Counted counted, const std::optional<SectionId>& section) {
    const auto address = address_of(counted, test.plan.id, section);
    const auto question = address.find('?');
    const auto query = question == address.npos ? "" : address.substr(question + 1);
    const auto filter = read_filter(http::read_query(query));
    return count_actions(test.db, test.plan.id, filter, test.today);
}

/// What the two pieces of SQL could see differently: finished work without a date and an owner,
/// steps that are due, missed, far off, and those of an action that has no end or is late.
void add_edges(TestPlan& test) {
    const auto add = [&](const TestAction& action, std::optional<Day> step) {
        const auto id = test.add(test.families, test.family_plan, {}, action);
        save_steps(test.db, test.unit, id, {{.id = test.unit.new_id<StepId>(), .latest = step}});
    };
    test.in_one_transaction([&] {
        for (auto status : all_statuses)
            for (const auto* date :
                 {"", "TBC", "31 Dec 2026", "30 Jan 2026", "Nov 2025", "Ongoing"})
                for (const auto step :
                     {std::optional<Day>(), std::optional(day(2026, 2, 21)),
                      std::optional(day(2026, 2, 22)), std::optional(day(2026, 1, 1))})
                    add({"Edge", date, status}, step);
    });
}

TEST(TallyAndList, Every_number_agrees_at_the_edges_too) {
    TestPlan test;
    add_edges(test);
    const auto plan = total(tally_of(test.db, test.reader, test.plan.id), test.today);
    for (const auto counted : {Counted::late, Counted::soon, Counted::undated,
                               Counted::without_owner, Counted::unproven})
        EXPECT_EQ(count_of(counted, plan), rows_behind(test, counted, {})) << int(counted);
    // For each open status: a step that is due or missed, with four dates that are not soon or late
    // themselves; and the date that is soon, unless its step is later.
    EXPECT_EQ(plan.soon, 2 + 4 * (4 * 2 + 3));
}

TEST(TallyAndList, Every_number_counts_exactly_the_rows_it_links_to) {
    TestPlan test;
    const auto groups = tally_of(test.db, test.reader, test.plan.id);
    const auto plan = total(groups, test.today);
    for (const auto counted : {Counted::all, Counted::late, Counted::soon, Counted::undated,
                               Counted::without_owner, Counted::unproven}) {
        EXPECT_GT(count_of(counted, plan), 0) << int(counted);
        EXPECT_EQ(count_of(counted, plan), rows_behind(test, counted, {})) << int(counted);
        for (const auto& section : {test.adolescents.id, test.families.id})
            EXPECT_EQ(count_of(counted, total_of(groups, section, test.today)),
                      rows_behind(test, counted, section))
                << int(counted);
    }
}

} // namespace
} // namespace openmasa::plan
