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
        plan::add_progress(test.db, test.constable,
                           *plan::find_action(test.db, test.unit, test.soon),
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

TEST(Home, The_heading_names_the_plan_that_is_counted) {
    TestPlan test;
    EXPECT_THAT(home_of(test, test.reader),
                HasSubstr("How “Business plan &lt;b&gt;&amp; 2025 to 2026” is doing</h2>"));
    EXPECT_THAT(home_of(test, test.reader), Not(HasSubstr("Also running")));
}

plan::Plan named(std::string title) {
    plan::Plan plan;
    plan.id = plan::PlanId::unchecked(std::string(26, title.front()));
    plan.title = std::move(title);
    return plan;
}

TEST(Home, Other_plans_that_run_are_one_line_with_what_is_late_in_them) {
    Home two{.today = day(2026, 1, 22)};
    two.plans = {named("Business"), named("Calm <b>&"), named("Neglect")};
    plan::TallyGroup late;
    late.plan = two.plans.back().id;
    late.actions = late.overdue = 2;
    two.groups = {late};
    const std::string shown(doing_view(two).view());
    EXPECT_THAT(shown, ContainsRegex("Also running: <a [^>]*href=\"/plans/N+\">Neglect</a>, "
                                     "<a [^>]*href=\"/plans/N+/actions.due=late\">2 late</a>; "
                                     "<a [^>]*>Calm &lt;b&gt;&amp;</a>, none late[.]"));
    EXPECT_THAT(shown, HasSubstr("How “Business” is doing"));
    for (int more = 0; more < most_also_running; ++more) two.plans.push_back(named("More"));
    EXPECT_THAT(std::string(doing_view(two).view()), HasSubstr("href=\"/plans\">2 more</a>"));
}

TEST(Home, Nothing_else_waits_is_not_said_right_under_more_of_them_wait) {
    Home home{.today = day(2026, 1, 22), .reader = {.owns_actions = true}};
    home.plans = {plan::Plan{}};
    for (int made = 0; made < 2; ++made) {
        WaitingAction action;
        action.owner = OwnerId::unchecked("01h000000000000constabulary");
        action.in_all = 2;
        home.own.push_back(action);
    }
    EXPECT_THAT(std::string(home_view(home, {}).view()), HasSubstr("Nothing else waits for you."));
    home.own.front().in_all = 3;
    const std::string shown(home_view(home, {}).view());
    EXPECT_THAT(shown, HasSubstr("More of them wait than are shown here."));
    EXPECT_THAT(shown, Not(HasSubstr("Nothing else waits for you.")));
}

TEST(Home, Evidence_editions_and_stops_are_told_in_words) {
    Home home{.today = day(2026, 1, 22)};
    home.changes = {{.what = News::evidence,
                     .id = "a1",
                     .title = "Map",
                     .who = "Chief",
                     .words = "Minutes <b>&"},
                    {.what = News::edition,
                     .id = "p1",
                     .title = "Business plan",
                     .who = "Unit",
                     .words = "plan.docx"},
                    {.what = News::progress,
                     .id = "a2",
                     .title = "Move",
                     .who = "Chief",
                     .before = Status::in_progress,
                     .status = Status::stopped,
                     .words = "The money went elsewhere"}};
    const std::string shown(changes_view(home).view());
    EXPECT_THAT(shown, ContainsRegex("href=\"/actions/a1\">Map</a> has new evidence: “Minutes "
                                     "&lt;b&gt;&amp;” <span"));
    EXPECT_THAT(shown, ContainsRegex("href=\"/plans/p1/editions\">Business plan</a> was saved from "
                                     "“plan.docx” <span"));
    EXPECT_THAT(shown, ContainsRegex("Move</a> was stopped: “The money went elsewhere” <span"));
}

TEST(Home, Who_left_a_document_is_told_that_nothing_of_it_was_saved) {
    TestPlan test;
    EXPECT_THAT(test.get(module(), test.unit, "/?left=import").body,
                HasSubstr("You left the document; nothing of it was saved."));
    EXPECT_THAT(test.get(module(), test.unit, "/").body, Not(HasSubstr("You left")));
}

TEST(Home, Without_a_plan_only_the_business_unit_gets_a_button) {
    Home empty{.today = day(2026, 1, 22)};
    EXPECT_THAT(std::string(home_view(empty, {}).view()), HasSubstr("No plan has been saved yet."));
    EXPECT_THAT(std::string(home_view(empty, {}).view()), Not(HasSubstr("/plans/import")));
    empty.reader.runs_the_plan = true;
    EXPECT_THAT(std::string(home_view(empty, {}).view()), HasSubstr("href=\"/plans/import\""));
}

TEST(Home, A_thread_that_is_whole_is_said_to_be) {
    Home whole{.today = day(2026, 1, 22)};
    whole.plans = {plan::Plan{}};
    EXPECT_THAT(std::string(breaks_view(whole).view()), HasSubstr("Nowhere:"));
}

} // namespace
} // namespace openmasa::home
