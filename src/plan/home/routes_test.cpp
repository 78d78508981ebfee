#include "plan/home/module.hpp"
#include "plan/home/views.hpp"
#include "plan/progress.hpp"
#include "plan/test_plan.hpp"
#include <gmock/gmock.h>
#include <regex>

namespace openmasa::home {
namespace {

using plan::Status;
using plan::TestPlan;
using testing::ContainsRegex;
using testing::HasSubstr;
using testing::Not;

std::string main_of(const http::Response& response) {
    const auto from = response.body.find("<main"), to = response.body.find("</main>");
    return response.body.substr(from, to - from);
}

std::string home_of(TestPlan& test, const Scope& who) {
    const auto response = test.get(module(), who, "/");
    EXPECT_EQ(response.status, 200);
    return main_of(response);
}

TEST(Home, An_owner_sees_their_own_actions_and_how_the_plan_is_doing) {
    TestPlan test;
    const auto page = home_of(test, test.constable);
    EXPECT_THAT(page, HasSubstr("Thursday 22 January 2026"));
    EXPECT_THAT(page, HasSubstr("Five things, two of them late."));
    EXPECT_THAT(page, HasSubstr("<b class=\"om-late\">53 days late</b> since 30 Nov 2025"));
    EXPECT_THAT(page, HasSubstr("Nothing else waits for you."));
    EXPECT_THAT(page, HasSubstr("11 actions in one priority and Families First."));
}

TEST(Home, The_business_unit_sees_gaps_that_link_to_their_rows) {
    TestPlan test;
    const auto page = home_of(test, test.unit);
    const auto list = "/plans/" + test.plan.id.str() + "/actions";
    EXPECT_THAT(page, HasSubstr("href=\"" + list + "?due=none\">Give 2 actions a date</a>"));
    EXPECT_THAT(page, HasSubstr("href=\"" + list + "?owner=none\">Find an owner for 1 action</a>"));
    EXPECT_THAT(page, HasSubstr(list + "?evidence=missing\">Ask for evidence of 1 action"));
}

TEST(Home, A_reader_is_told_that_nothing_waits) {
    TestPlan test;
    const auto page = home_of(test, test.reader);
    EXPECT_THAT(page, HasSubstr("What to look at"));
    EXPECT_THAT(page, HasSubstr("3 actions are late and 2 are due in the next 30 days."));
    EXPECT_THAT(page, Not(HasSubstr("Nothing else waits")));
}

TEST(Home, Somebody_without_a_role_sees_whom_to_ask_and_no_number) {
    TestPlan test;
    const auto page = home_of(test, test.outsider);
    EXPECT_THAT(page, HasSubstr("No role has been given to you yet"));
    EXPECT_THAT(page, HasSubstr("Ask the business unit"));
    const auto words = std::regex_replace(page, std::regex("<[^>]*>"), "");
    EXPECT_THAT(words, Not(ContainsRegex("[0-9]")));
    EXPECT_THAT(page, Not(HasSubstr(test.plan.id.str())));
}

TEST(Home, Names_arrive_escaped) {
    TestPlan test;
    for (const auto* who : {&test.unit, &test.constable, &test.reader}) {
        const auto page = home_of(test, *who);
        EXPECT_THAT(page, Not(HasSubstr("<b>&")));
        EXPECT_THAT(page, HasSubstr("Map &lt;b&gt;&amp; partners&#39; priorities"));
        EXPECT_THAT(page, HasSubstr("Vulnerable &lt;b&gt;&amp; adolescents"));
    }
}

TEST(Home, The_rows_of_the_table_add_up_to_the_last) {
    TestPlan test;
    const auto page = home_of(test, test.reader);
    const std::regex late(R"(data-label="late"><a [^>]*>(\d+)</a>)");
    std::vector<int> numbers;
    for (std::sregex_iterator at(page.begin(), page.end(), late), end; at != end; ++at)
        numbers.push_back(std::stoi((*at)[1]));
    EXPECT_THAT(numbers, testing::ElementsAre(2, 1, 3));
}

TEST(Home, A_gap_in_a_section_links_to_the_rows_of_that_section) {
    TestPlan test;
    EXPECT_THAT(home_of(test, test.reader),
                HasSubstr("/actions?priority=" + test.families.id.str() + "&amp;due=late\">1</a>"));
}

TEST(Home, Broken_threads_are_counted_with_the_way_to_mend_them) {
    TestPlan test;
    const auto page = home_of(test, test.reader);
    EXPECT_THAT(page, HasSubstr("/without-update\">open actions with nothing recorded"));
    EXPECT_THAT(page, HasSubstr("<li><b>5</b>"));
}

TEST(Home, Progress_is_shown_by_day_with_who_recorded_it) {
    TestPlan test;
    test.in_one_transaction([&] {
        plan::add_progress(test.db, test.constable, test.soon,
                           {.at = test.now - std::chrono::days{1},
                            .who = {},
                            .before = Status::not_started,
                            .status = Status::at_risk,
                            .words = "Two <b>& posts are empty"});
    });
    const auto page = home_of(test, test.reader);
    EXPECT_THAT(page, HasSubstr("<h3>Yesterday</h3>"));
    EXPECT_THAT(page, HasSubstr("went from not started to at risk: “Two &lt;b&gt;&amp; posts are "
                                "empty” <span class=\"om-feed__by\">Chief Constable</span>"));
}

TEST(Home, Without_a_plan_only_the_business_unit_gets_a_button) {
    Home empty{.today = day(2026, 1, 22)};
    EXPECT_THAT(std::string(home_view(empty).view()), HasSubstr("No plan has been saved yet."));
    EXPECT_THAT(std::string(home_view(empty).view()), Not(HasSubstr("/plans/import")));
    empty.reader.runs_the_plan = true;
    EXPECT_THAT(std::string(home_view(empty).view()), HasSubstr("href=\"/plans/import\""));
}

TEST(Home, A_thread_that_is_whole_is_said_to_be) {
    Home whole{.today = day(2026, 1, 22)};
    whole.plan = plan::Plan{};
    EXPECT_THAT(std::string(breaks_view(whole).view()), HasSubstr("Nowhere:"));
}

} // namespace
} // namespace openmasa::home
