// The pages of the clocks through the whole program, and bank holidays from file to page.
#include "core/comments/comments.hpp"
#include "kernel/bank_holidays.hpp"
#include "program.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

using testing::HasSubstr;
using testing::Not;

class ClockPages : public testing::Test {
protected:
    std::string page(const std::string& target) {
        return program.get(&program.test.reader, target).body;
    }
    Program program;
};

TEST_F(ClockPages, Every_rule_is_listed_with_its_clause_and_its_caution) {
    const auto rules = page("/clocks/rules");
    EXPECT_THAT(rules, HasSubstr("Rapid review sent to the Panel"));
    EXPECT_THAT(rules, HasSubstr("Children Act 2004 s16C(1); chapter 5"));
    EXPECT_THAT(rules, HasSubstr("Check against current guidance."));
    EXPECT_THAT(rules, HasSubstr("4 Jul 2018 to 14 Dec 2023"));
}

TEST_F(ClockPages, A_date_is_worked_out_at_an_address_that_can_be_sent) {
    const auto answer = page("/clocks/due?clock=rapid-review&from=20+December+2024");
    EXPECT_THAT(answer, HasSubstr("Wednesday 15 January 2025"));
    EXPECT_THAT(answer, HasSubstr("Not counted: Christmas Day"));
    EXPECT_THAT(answer, Not(HasSubstr("Check against current guidance.")));
    EXPECT_THAT(page("/clocks/due?clock=annual-report-copies&from=2026-09-12"),
                HasSubstr("Check against current guidance."));
}

TEST_F(ClockPages, What_is_wrong_is_said_with_what_was_typed_still_there) {
    const auto refused = page("/clocks/due?clock=rapid-review&from=%3Cb%3E%26soon");
    EXPECT_THAT(refused, HasSubstr("Error: "));
    EXPECT_THAT(refused, HasSubstr("&lt;b&gt;&amp;soon"));
}

TEST_F(ClockPages, A_list_of_bank_holidays_counts_from_the_next_request_on) {
    std::string lines;
    for (const auto& one : BankHolidays().of_year(2027))
        lines += iso(one.day) + " " + one.name + "\n";
    lines += "2027-06-07 A <b>& day given once\n";
    const auto fields = "version=0&list=" + http::percent_encoded(lines);
    EXPECT_THAT(page("/clocks/due?clock=allegation-referral&from=2027-06-04"),
                HasSubstr("Monday 7 June 2027"));
    const auto saved = program.post(&program.test.unit, "/clocks/bank-holidays", fields, "one");
    EXPECT_EQ(Program::header(saved, "Location"), "/clocks/bank-holidays?saved=list");
    EXPECT_THAT(page("/clocks/due?clock=allegation-referral&from=2027-06-04"),
                HasSubstr("Tuesday 8 June 2027"));
    EXPECT_THAT(page("/clocks/bank-holidays?year=2027"),
                HasSubstr("A &lt;b&gt;&amp; day given once"));
    const auto stale = program.post(&program.test.unit, "/clocks/bank-holidays", fields, "two");
    EXPECT_EQ(stale.status, 422);
    EXPECT_THAT(stale.body, HasSubstr("Somebody brought in another list"));
}

std::string start_fields(const Program& program, std::string_view more) {
    return fmt::format("kind=action&record={}&{}", program.test.late.view(), more);
}

TEST_F(ClockPages, A_clock_is_started_on_an_action_paused_and_stopped_each_with_its_working) {
    const auto& unit = program.test.unit;
    const auto action = "/actions/" + program.test.late.str();
    EXPECT_THAT(program.get(&unit, action).body, HasSubstr("Start a clock"));
    const auto started = program.post(
        &unit, "/clocks/start",
        start_fields(program, "clock=rapid-review&from=5+January+2026&note=%3Cb%3E"), "one");
    const auto page_of_it = Program::header(started, "Location");
    ASSERT_TRUE(page_of_it.starts_with("/clocks/")) << started.body;
    const auto address = page_of_it.substr(0, page_of_it.find('?'));
    EXPECT_THAT(page(address), HasSubstr("Monday 26 January 2026"));
    EXPECT_THAT(page(address), HasSubstr("&lt;b&gt;"));
    EXPECT_THAT(page(address), Not(HasSubstr("Pause it")));
    EXPECT_THAT(page("/clocks"), HasSubstr("4 days left"));
    EXPECT_THAT(page("/"), HasSubstr("Rapid review sent to the Panel"));
    EXPECT_THAT(page(action), HasSubstr(address));
    const auto paused = program.post(&unit, address + "/pause",
                                     "version=1&from=21+January+2026&why=An+inquest", "two");
    EXPECT_EQ(paused.status, 303);
    EXPECT_THAT(page(address), HasSubstr("Paused from 21 Jan 2026"));
    EXPECT_THAT(page(address), HasSubstr("Wednesday 28 January 2026"));
    const auto stopped =
        program.post(&unit, address + "/stop", "version=2&on=22+January+2026&why=Sent", "three");
    EXPECT_EQ(stopped.status, 303);
    EXPECT_THAT(page("/clocks"), HasSubstr("No clock runs about anything that you may see."));
}

TEST_F(ClockPages, What_is_wrong_with_a_start_is_said_at_once_and_an_unknown_record_is_not_there) {
    const auto& unit = program.test.unit;
    const auto refused = program.post(
        &unit, "/clocks/start", start_fields(program, "clock=&from=soon&note=as+typed"), "one");
    EXPECT_EQ(refused.status, 422);
    EXPECT_THAT(refused.body, HasSubstr("Choose a clock."));
    EXPECT_THAT(refused.body, HasSubstr("Enter the day that it counts from"));
    EXPECT_THAT(refused.body, HasSubstr("as typed"));
    EXPECT_EQ(
        program.get(&unit, "/clocks/start?kind=action&record=00000000000000000000000000").status,
        404);
    EXPECT_EQ(program.get(&unit, "/clocks/00000000000000000000000000").status, 404);
}

TEST_F(ClockPages, A_clock_about_what_somebody_may_not_see_is_not_there_for_them) {
    const auto& test = program.test;
    const auto started =
        program.post(&test.unit, "/clocks/start",
                     start_fields(program, "clock=rapid-review&from=5+January+2026"), "one");
    const auto location = Program::header(started, "Location");
    EXPECT_EQ(program.get(&test.outsider, location).status, 404);
    EXPECT_THAT(program.get(&test.outsider, "/clocks").body,
                HasSubstr("No clock runs about anything that you may see."));
}

TEST_F(ClockPages, A_local_rule_is_added_with_its_clause_and_says_that_it_is_local) {
    const auto& unit = program.test.unit;
    const auto fields = std::string(
        "clock=&title=Review+of+the+%3Cb%3E+guidance&trigger=the+day+it+was+adopted&amount=2&"
        "unit=years&who=Business+unit&clause=section+4&edition=Arrangements+2026&"
        "from=1+January+2026&to=&certainty=local&group=");
    const auto refused = program.post(&unit, "/clocks/rules/add", "title=&amount=some", "one");
    EXPECT_EQ(refused.status, 422);
    EXPECT_EQ(program.post(&unit, "/clocks/rules/add", fields, "two").status, 303);
    EXPECT_THAT(page("/clocks/rules"), HasSubstr("Review of the &lt;b&gt; guidance"));
    EXPECT_THAT(page("/clocks/due?clock=review-of-the-b-guidance&from=2026-01-05"),
                HasSubstr("A local rule."));
    EXPECT_THAT(program.get(&unit, "/clocks/rules").body, HasSubstr("Withdraw it"));
    EXPECT_THAT(page("/clocks/rules"), Not(HasSubstr("Withdraw it")));
}

TEST_F(ClockPages, An_office_that_a_comment_mentions_is_told_and_nobody_else_is) {
    const auto& test = program.test;
    const auto fields = fmt::format("kind=action&record={}&words=Ask+%40chief+constable%2C+today",
                                    test.late.view());
    EXPECT_EQ(program.post(&test.unit, "/comments", fields, "one").status, 303);
    EXPECT_THAT(program.get(&test.constable, "/notices").body, HasSubstr("Somebody mentioned you"));
    EXPECT_THAT(program.get(&test.reader, "/notices").body,
                Not(HasSubstr("Somebody mentioned you")));
}

// London's clocks went forward on 29 March 2026 at 1am UTC, and go back on 25 October 2026 at 1am
// UTC.

TEST_F(ClockPages, Moments_are_shown_as_London_had_them_on_both_sides_of_both_changes) {
    auto& test = program.test;
    const auto said_at = [&](std::string_view moment) {
        auto scope = test.unit;
        scope.now = *moment_from_iso(moment);
        test.in_one_transaction([&] {
            ASSERT_TRUE(
                comments::add(test.db, scope,
                              {.kind = "action", .record = test.late.str(), .words = "A comment"}));
        });
    };
    said_at("2026-03-29T00:59:00.000Z");
    said_at("2026-03-29T01:00:00.000Z");
    said_at("2026-10-25T00:59:00.000Z");
    said_at("2026-10-25T01:00:00.000Z");
    const auto shown = page("/actions/" + test.late.str());
    EXPECT_THAT(shown, HasSubstr("29 March 2026, 12.59am"));
    EXPECT_THAT(shown, HasSubstr("29 March 2026, 2am"));
    EXPECT_THAT(shown, HasSubstr("25 October 2026, 1.59am"));
    EXPECT_THAT(shown, HasSubstr("25 October 2026, 1am"));
}

TEST_F(ClockPages, A_time_that_London_skipped_or_had_twice_is_asked_for_again_when_it_is_typed) {
    const auto answer = [&](const std::string& day, const std::string& at) {
        return page("/clocks/due?clock=child-death-notification&from=" + day + "&at=" + at);
    };
    EXPECT_THAT(answer("2026-03-29", "1.30am"), HasSubstr("Error: "));
    EXPECT_THAT(answer("2026-10-25", "1.30am"), HasSubstr("Error: "));
    EXPECT_THAT(answer("2026-10-25", "1.30am+BST"), HasSubstr("27 October 2026, 12.30am"));
    EXPECT_THAT(answer("2026-10-25", "1.30am+GMT"), HasSubstr("27 October 2026, 1.30am"));
    const auto typed = program.post(
        &program.test.unit, "/clocks/start",
        start_fields(program, "clock=child-death-notification&from=2026-10-25&at=1.30am"), "one");
    EXPECT_EQ(typed.status, 422);
}

} // namespace
} // namespace openmasa
