#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include "plan/year/module.hpp"
#include <gmock/gmock.h>

namespace openmasa::year {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::HasSubstr;
using testing::Not;

std::string page(TestPlan& test, std::string_view query = "") {
    return test
        .get(module(), test.reader, "/plans/" + test.plan.id.str() + "/year" + std::string(query))
        .body;
}

/// What a page says of a month.
std::string month(const std::string& page, std::string_view name) {
    const auto start = page.find(">" + std::string(name) + "</a>");
    if (start == page.npos) return {};
    return page.substr(start, page.find("om-glance__month ", start) - start);
}

void record(TestPlan& test, const plan::ActionId& id, Status before, Status after, Day true_from) {
    test.in_one_transaction([&] {
        plan::add_progress(
            test.db, test.unit, *plan::find_action(test.db, test.unit, id),
            {.at = test.now, .before = before, .status = after, .true_from = true_from});
    });
}

void show(TestPlan& test, const plan::ActionId& id) {
    test.in_one_transaction([&] {
        plan::add_evidence(test.db, test.unit, *plan::find_action(test.db, test.unit, id),
                           {.at = test.now, .title = "Minutes <b>&", .words = "Agreed"});
    });
}

TEST(YearAtAGlance, tells_what_was_begun_done_and_shown_in_the_month_from_which_it_was_so) {
    TestPlan test;
    record(test, test.soon, Status::not_started, Status::in_progress, day(2025, 11, 12));
    record(test, test.done, Status::in_progress, Status::done, day(2025, 6, 30));
    show(test, test.soon);
    const auto text = page(test);
    EXPECT_THAT(text, HasSubstr("The year at a glance, 2025-26"));
    EXPECT_THAT(month(text, "June 2025"), HasSubstr("1 done"));
    EXPECT_THAT(month(text, "June 2025"), HasSubstr("Set up the working group"));
    EXPECT_THAT(month(text, "November 2025"), HasSubstr("1 begun"));
    EXPECT_THAT(month(text, "January 2026"), HasSubstr("1 shown by evidence"));
    EXPECT_THAT(month(text, "January 2026"), HasSubstr("Minutes &lt;b&gt;&amp;"));
}

TEST(YearAtAGlance, tells_what_falls_due_and_what_is_late) {
    TestPlan test;
    const auto text = page(test);
    EXPECT_THAT(month(text, "November 2025"), HasSubstr("1 late: due then, and not done"));
    EXPECT_THAT(month(text, "January 2026"), HasSubstr("2 due"));
    EXPECT_THAT(month(text, "January 2026"), HasSubstr("this month"));
    EXPECT_THAT(month(text, "March 2026"), HasSubstr("Train every officer"));
    EXPECT_THAT(month(text, "February 2026"), HasSubstr("Nothing falls due."));
    EXPECT_THAT(month(text, "May 2025"), HasSubstr("Nothing was recorded."));
}

TEST(YearAtAGlance, a_change_that_is_none_is_not_told) {
    TestPlan test;
    record(test, test.soon, Status::in_progress, Status::in_progress, day(2025, 11, 12));
    EXPECT_THAT(month(page(test), "November 2025"), Not(HasSubstr("Publish the practice guide")));
}

TEST(YearAtAGlance, shows_the_first_of_many_and_all_on_the_months_own_page) {
    TestPlan test;
    test.in_one_transaction([&] {
        for (int number = 0; number < 7; ++number)
            test.add(test.families, test.family_plan, test.services, {"One more", "Feb 2026"});
    });
    const auto text = page(test);
    EXPECT_THAT(month(text, "February 2026"), HasSubstr("7 due"));
    EXPECT_THAT(month(text, "February 2026"), HasSubstr("month=2026-02#due\">2 more</a>"));
    const auto own = page(test, "?month=2026-02");
    EXPECT_THAT(own, HasSubstr("id=\"due\""));
    EXPECT_THAT(own, HasSubstr("FF 13"));
    EXPECT_THAT(own, Not(HasSubstr("March 2026")));
    EXPECT_THAT(own, HasSubstr("The whole year, 2025-26"));
}

TEST(YearAtAGlance, can_be_another_year_of_another_kind) {
    TestPlan test;
    const auto text = page(test, "?kind=academic&from=2025");
    EXPECT_THAT(month(text, "September 2025"), Not(HasSubstr("error")));
    EXPECT_THAT(text, HasSubstr(">August 2026</a>"));
    EXPECT_THAT(page(test, "?month=2019-02"), HasSubstr(">March 2026</a>")); // is in no such year
}

TEST(YearAtAGlance, shows_only_what_its_address_chooses) {
    TestPlan test;
    const auto text = page(test, "?priority=" + test.families.id.str());
    EXPECT_THAT(text, HasSubstr("Only Families First."));
    EXPECT_THAT(text, Not(HasSubstr("Train every officer")));
}

} // namespace
} // namespace openmasa::year
