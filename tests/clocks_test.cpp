// The pages of the clocks through the whole program, and bank holidays from file to page.
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
    const auto rules = page("/clocks");
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

} // namespace
} // namespace openmasa
