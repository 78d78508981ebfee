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
