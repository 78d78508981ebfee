#include "plan/responses/test_responses.hpp"
#include "plan/responses/timeliness.hpp"

namespace openmasa::responses {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

using ByTimeliness = TestResponses;

TEST_F(ByTimeliness, Each_agency_with_what_came_in_time_late_or_not_yet_as_the_rule_has_it) {
    EXPECT_THAT(timeliness(test.db, test.unit), IsEmpty());
    EXPECT_TRUE(timeliness_view({}, {}).empty());
    ASSERT_TRUE(ask_as(test.unit, both()));
    ASSERT_TRUE(answer_as(test.constable, saying(test.constabulary, Answer::accepted, "Done.")));
    for (const int days : {0, 30, 31, 60}) {
        const auto who = later(test.unit, days);
        const auto all = timeliness(test.db, who);
        ASSERT_THAT(all, SizeIs(2));
        const auto rule = standing_on(response_of(test.services), who.today);
        EXPECT_EQ(all[0].name, "Children's Services");
        EXPECT_EQ(all[0].waits, rule == Standing::waits) << days;
        EXPECT_EQ(all[0].late, rule == Standing::late) << days;
        EXPECT_EQ(all[1].in_time, 1);
        EXPECT_EQ(added_up(all).asked(), 2);
    }
    EXPECT_THAT(timeliness(test.db, test.outsider), IsEmpty());
}

TEST_F(ByTimeliness, An_answer_after_the_day_counts_as_late_and_the_picture_says_so_in_words) {
    ASSERT_TRUE(ask_as(test.unit, both()));
    auto answered_late = saying(test.constabulary, Answer::accepted, "Done.");
    answered_late.on = "22 February 2026";
    ASSERT_TRUE(answer_as(later(test.constable, 40), answered_late));
    const auto all = timeliness(test.db, later(test.unit, 40));
    ASSERT_THAT(all, SizeIs(2));
    EXPECT_EQ(all[1].answered_late, 1);
    const auto view = std::string(timeliness_view(all, {}).view());
    EXPECT_NE(view.find("Norfolk Constabulary &lt;b&gt;&amp;: 1 answered late"), view.npos) << view;
    EXPECT_NE(view.find("Children&#39;s Services: 1 late"), view.npos);
}

} // namespace
} // namespace openmasa::responses
