#include "plan/rules.hpp"
#include <gtest/gtest.h>

namespace openmasa::plan {
namespace {

const Day today = day(2026, 1, 22);
using std::chrono::days;

TEST(Standing, Late_is_derived_and_only_what_is_open_can_be_late) {
    for (auto status : {Status::not_started, Status::in_progress, Status::at_risk}) {
        EXPECT_EQ(standing(status, today - days{1}, 0, today), ui::Standing::late);
        EXPECT_NE(standing(status, today, 0, today), ui::Standing::late);
        EXPECT_NE(standing(status, std::nullopt, 0, today), ui::Standing::late);
    }
    EXPECT_EQ(standing(Status::stopped, today - days{1}, 0, today), ui::Standing::stopped);
    EXPECT_EQ(standing(Status::blocked, {}, 0, today), ui::Standing::blocked);
    EXPECT_EQ(standing(Status::blocked, today - days{1}, 0, today), ui::Standing::late);
    EXPECT_EQ(standing(Status::done, today - days{1}, 1, today), ui::Standing::done);
}

TEST(Standing, Done_without_evidence_is_shown_as_such) {
    EXPECT_EQ(standing(Status::done, today, 0, today), ui::Standing::unproven);
}

TEST(TimeLeft, Is_said_in_days) {
    EXPECT_EQ(time_left(Status::in_progress, today + days{9}, today), "9 days left");
    EXPECT_EQ(time_left(Status::in_progress, today + days{1}, today), "1 day left");
    EXPECT_EQ(time_left(Status::in_progress, today, today), "due today");
    EXPECT_EQ(time_left(Status::in_progress, today - days{53}, today), "53 days late");
    EXPECT_EQ(time_left(Status::done, today - days{53}, today), "");
    EXPECT_EQ(time_left(Status::in_progress, std::nullopt, today), "");
}

TEST(DueNext, The_whole_decides_about_overdue_and_the_next_step_about_soon) {
    const auto later = today + days{90}, past = today - days{1};
    const auto nothing = std::optional<Day>();
    EXPECT_EQ(due_next(later, nothing, today), Due::later);
    EXPECT_EQ(due_next(later, today + days{31}, today), Due::later);
    EXPECT_EQ(due_next(later, today + days{30}, today), Due::soon);
    EXPECT_EQ(due_next(later, past, today), Due::soon);
    EXPECT_EQ(due_next(nothing, past, today), Due::soon);
    EXPECT_EQ(due_next(nothing, nothing, today), Due::no_end);
    EXPECT_EQ(due_next(past, past - days{90}, today), Due::overdue);
}

TEST(NextStep, Is_the_first_that_is_not_done) {
    std::vector<Step> steps(4);
    EXPECT_EQ(next_step_of(steps), std::nullopt);
    steps[0].latest = today - days{9};
    steps[0].done_on = today;
    steps[1].latest = today + days{9};
    steps[2].latest = today + days{5};
    EXPECT_EQ(next_step_of(steps), today + days{5});
}

TEST(NextStep, Is_said_while_the_action_is_open_and_not_late) {
    const auto step = today + days{5}, past = today - days{1};
    EXPECT_EQ(next_step_to_say(Status::at_risk, today + days{9}, step, today), step);
    EXPECT_EQ(next_step_to_say(Status::at_risk, std::nullopt, step, today), step);
    EXPECT_EQ(next_step_to_say(Status::at_risk, past, past - days{9}, today), std::nullopt);
    EXPECT_EQ(next_step_to_say(Status::done, today + days{9}, step, today), std::nullopt);
}

TEST(NextStep, That_should_have_been_done_is_not_called_late) {
    EXPECT_EQ(time_to_step(Status::in_progress, today + days{9}, today), "9 days left");
    EXPECT_EQ(time_to_step(Status::in_progress, today, today), "due today");
    EXPECT_EQ(time_to_step(Status::in_progress, today - days{1}, today), "1 day ago");
    EXPECT_EQ(time_to_step(Status::in_progress, today - days{53}, today), "53 days ago");
}

TEST(Lines, Of_a_cell_stand_side_by_side) {
    EXPECT_EQ(lines_joined("30 Jun 2026\n\n 30  Sep 2026 \n"), "30 Jun 2026 \u00b7 30 Sep 2026");
    EXPECT_EQ(lines_joined("Autumn 2026"), "Autumn 2026");
}

TEST(References, Start_with_the_letters_of_the_section) {
    EXPECT_EQ(section_code("Vulnerable Adolescents: Child Exploitation & Extra-Familial Harm"),
              "VA");
    EXPECT_EQ(section_code("Child Sexual Abuse (as of June 2025)"), "CSA");
    EXPECT_EQ(section_code("Families First- Safeguarding Reform"), "FF");
    EXPECT_EQ(section_code("NSCP Business Crucial Activity"), "BCA");
    EXPECT_EQ(section_code("help for the family"), "HF");
    EXPECT_EQ(section_code(""), "A");
}

TEST(Links, Only_web_addresses_are_links) {
    for (std::string_view good : {"https://example.org", "http://example.org/a?b=c#d",
                                  "HTTPS://example.org/", "https://10.0.0.1/"})
        EXPECT_TRUE(is_web_address(good)) << good;
    for (std::string_view bad :
         {"", "example.org", "javascript:alert(1)", "https://", "https://a b", "https://a\"b",
          "data:text/html,x", "https://a\nb", "https:///x"})
        EXPECT_FALSE(is_web_address(bad)) << bad;
}

TEST(Statuses, Read_back_from_their_text) {
    for (auto status : all_statuses) {
        Status read{};
        EXPECT_TRUE(from_text(to_text(status), read));
        EXPECT_EQ(read, status);
        EXPECT_FALSE(spoken(status).empty());
    }
    Status status{};
    EXPECT_FALSE(from_text("late", status));
}

TEST(PlanRules, A_reference_is_one_more_than_the_highest_of_its_code) {
    EXPECT_EQ(next_reference("VA", {}), "VA 1");
    EXPECT_EQ(next_reference("VA", {"VA 2", "VA 10", "VAX 40", "VA 3b", "FF 99"}), "VA 11");
}

TEST(PlanRules, A_code_that_is_taken_gets_a_number) {
    EXPECT_EQ(free_code("VA", {}), "VA");
    EXPECT_EQ(free_code("VA", {"VA", "VA2"}), "VA3");
}

} // namespace
} // namespace openmasa::plan
