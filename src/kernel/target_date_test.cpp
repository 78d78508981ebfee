#include "kernel/target_date.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

std::string shown(const std::optional<Day>& day) {
    return day ? iso(*day) : "open";
}

/// "day 2025-10-31", "month 2025-11-01 to 2025-11-30", "recurring P3M", "milestones [...; ...]".
std::string told(const TargetDate& target) {
    std::string text(name(target.kind));
    if (target.period) text += " " + iso(*target.period);
    if (target.kind == TargetDate::Kind::day) return text + " " + shown(target.earliest);
    if (target.earliest || target.latest)
        text += fmt::format(" {} to {}", shown(target.earliest), shown(target.latest));
    if (target.milestones.empty()) return text;
    std::string steps;
    for (const auto& step : target.milestones) steps += (steps.empty() ? "" : "; ") + told(step);
    return fmt::format("{} [{}]", text, steps);
}

struct Case {
    std::string_view words, reading;
};

/// Reads each as said, without a doubt, and keeps its words.
void expect_plain(std::initializer_list<Case> cases) {
    for (const auto& [words, reading] : cases) {
        const auto target = understand_date(words);
        EXPECT_EQ(told(target), reading) << words;
        EXPECT_EQ(target.doubt, "") << words;
        EXPECT_EQ(target.words, words);
    }
}

/// Reads as said, and says why a person should look.
void expect_doubtful(std::string_view words, std::string_view reading, std::string_view doubt) {
    const auto target = understand_date(words);
    EXPECT_EQ(told(target), reading) << words;
    EXPECT_EQ(target.doubt, doubt) << words;
    EXPECT_EQ(target.words, words);
}

TEST(TargetDate, A_day_is_read_in_british_order) {
    expect_plain({{"31 Oct 2025", "day 2025-10-31"},
                  {"1st March 2026", "day 2026-03-01"},
                  {"the 2nd of March, 2026", "day 2026-03-02"},
                  {"30 Sept 2025", "day 2025-09-30"},
                  {"31 Oct 25", "day 2025-10-31"},
                  {"31-Oct-25", "day 2025-10-31"},
                  {"30/09/2025", "day 2025-09-30"},
                  {"30-09-2025", "day 2025-09-30"},
                  {"30.9.25", "day 2025-09-30"},
                  {"2025-09-30", "day 2025-09-30"},
                  {"01/02/2026", "day 2026-02-01"},
                  {"Friday 31 October 2025", "day 2025-10-31"},
                  {"Fri. 31st Oct. '25", "day 2025-10-31"},
                  {"31 OCTOBER 2025", "day 2025-10-31"},
                  {"29 Feb 2028", "day 2028-02-29"},
                  {"**31 Mar 2026**", "day 2026-03-31"},
                  {"31 Mar\n2026", "day 2026-03-31"},
                  {"31\u00A0Mar\u00A02026", "day 2026-03-31"}});
}

TEST(TargetDate, Words_that_lead_to_a_date_do_not_change_it) {
    expect_plain({{"by 30 June 2026", "day 2026-06-30"},
                  {"before 30 June 2026", "day 2026-06-30"},
                  {"no later than 30 June 2026", "day 2026-06-30"},
                  {"By: Friday 31 Oct 2025", "day 2025-10-31"},
                  {"to be completed by 30 June 2026", "day 2026-06-30"},
                  {"by Sept 2025", "month 2025-09-01 to 2025-09-30"},
                  {"during 2026", "year 2026-01-01 to 2026-12-31"}});
}

TEST(TargetDate, Month_first_is_never_accepted) {
    expect_doubtful("13/31/2025", "unknown",
                    R"("13/31/2025" is not a date. Write the day first, then the month.)");
    expect_doubtful("October 31 2025", "unknown",
                    R"("October 31 2025" is not a date. Write the day first, as in 31 Oct 2025.)");
    expect_doubtful("Oct 31st", "unknown",
                    R"("Oct 31st" is not a date. Write the day first, as in 31 Oct 2025.)");
}

TEST(TargetDate, A_day_that_the_month_does_not_have_is_unknown_and_another_is_offered) {
    expect_doubtful("31 Feb 2026", "unknown",
                    R"("31 Feb 2026" is not a date. Try 28 Feb 2026, or write )"
                    R"("end of February 2026".)");
    expect_doubtful("30/02/2028", "unknown",
                    R"("30/02/2028" is not a date. Try 29 Feb 2028, or write )"
                    R"("end of February 2028".)");
}

TEST(TargetDate, A_weekday_that_does_not_fit_is_doubtful) {
    expect_doubtful("Friday 30 October 2025", "day 2025-10-30", "30 Oct 2025 is a Thursday.");
}

TEST(TargetDate, A_month_is_its_days) {
    expect_plain({{"Jan 2026", "month 2026-01-01 to 2026-01-31"},
                  {"February 2028", "month 2028-02-01 to 2028-02-29"},
                  {"Nov '25", "month 2025-11-01 to 2025-11-30"},
                  {"Oct-25", "month 2025-10-01 to 2025-10-31"},
                  {"Nov2025", "month 2025-11-01 to 2025-11-30"},
                  {"09/2025", "month 2025-09-01 to 2025-09-30"},
                  {"2025-09", "month 2025-09-01 to 2025-09-30"},
                  {"Dec 21", "month 2021-12-01 to 2021-12-31"}});
}

TEST(TargetDate, Early_mid_and_end_are_days_1_to_10_11_to_20_and_21_to_the_last) {
    expect_plain({{"Early Nov 21", "part 2021-11-01 to 2021-11-10"},
                  {"Mid Nov 21", "part 2021-11-11 to 2021-11-20"},
                  {"End Nov 21", "part 2021-11-21 to 2021-11-30"},
                  {"beginning of March 2026", "part 2026-03-01 to 2026-03-10"},
                  {"by the end of February 2026", "part 2026-02-21 to 2026-02-28"},
                  {"mid-November 2025", "part 2025-11-11 to 2025-11-20"}});
}

TEST(TargetDate, Parts_of_longer_times_are_thirds) {
    expect_plain({{"early 2026", "part 2026-01-01 to 2026-04-30"},
                  {"mid 2026", "part 2026-05-01 to 2026-08-31"},
                  {"end of 2025", "part 2025-09-01 to 2025-12-31"},
                  {"late autumn 2025", "part 2025-11-01 to 2025-11-30"},
                  {"early winter 2025", "part 2025-12-01 to 2025-12-31"},
                  {"end of Q3 2025/26", "part 2025-12-01 to 2025-12-31"},
                  {"mid autumn term 2025", "part 2025-10-01 to 2025-11-30"},
                  {"end of the financial year 2025-26", "part 2025-12-01 to 2026-03-31"}});
}

TEST(TargetDate, Seasons_begin_in_March_June_September_and_December) {
    expect_plain({{"Spring 26", "season 2026-03-01 to 2026-05-31"},
                  {"Summer 2026", "season 2026-06-01 to 2026-08-31"},
                  {"Autumn 2025", "season 2025-09-01 to 2025-11-30"},
                  {"Winter 2025", "season 2025-12-01 to 2026-02-28"},
                  {"Winter 2025/26", "season 2025-12-01 to 2026-02-28"},
                  {"Winter 2027", "season 2027-12-01 to 2028-02-29"}});
    expect_doubtful("Autumn 2025/26", "season 2025-09-01 to 2025-11-30", "Read as autumn 2025.");
    expect_doubtful("Spring 2025/26", "season 2026-03-01 to 2026-05-31", "Read as spring 2026.");
}

TEST(TargetDate, Terms_end_in_December_March_and_July) {
    expect_plain({{"Autumn term 2025", "term 2025-09-01 to 2025-12-31"},
                  {"Spring term 2026", "term 2026-01-01 to 2026-03-31"},
                  {"Summer term 2026", "term 2026-04-01 to 2026-07-31"},
                  {"Autumn term 2025/26", "term 2025-09-01 to 2025-12-31"},
                  {"Spring term 2025/26", "term 2026-01-01 to 2026-03-31"},
                  {"Autumn term - Spring term 2026", "range 2025-09-01 to 2026-03-31"}});
}

TEST(TargetDate, The_first_quarter_begins_in_April) {
    for (const std::string_view words :
         {"Q3 2025/26", "Q3 25/26", "Q3 2025-26", "quarter 3 2025/26", "2025/26 Q3",
          "3rd quarter of 2025/26", "Q3 FY25/26", "2025 - 26 Q3"})
        EXPECT_EQ(told(understand_date(words)), "quarter 2025-10-01 to 2025-12-31") << words;
    expect_plain({{"Q1 2025/26", "quarter 2025-04-01 to 2025-06-30"},
                  {"Q4 2025/26", "quarter 2026-01-01 to 2026-03-31"},
                  {"Q1-Q2 2025/26", "range 2025-04-01 to 2025-09-30"},
                  {"Q4-Q1 2026/27", "range 2026-01-01 to 2026-06-30"}});
    expect_doubtful("Q3 2025", "quarter 2025-10-01 to 2025-12-31",
                    "Read as quarter 3 of the financial year that starts in April 2025.");
}

TEST(TargetDate, One_year_is_a_calendar_year_and_two_are_a_financial_one) {
    expect_plain({{"2026", "year 2026-01-01 to 2026-12-31"},
                  {"academic year 2025/26", "year 2025-09-01 to 2026-08-31"},
                  {"2025-26 school year", "year 2025-09-01 to 2026-08-31"},
                  {"2099/00", "year 2099-04-01 to 2100-03-31"}});
    for (const std::string_view words :
         {"2025-26", "2025/26", "2025 – 26", "2025/2026", "2025-2026", "2025 to 2026", "25/26",
          "FY 2025/26", "FY25-26", "financial year 2025-26", "2025/26 financial year"})
        EXPECT_EQ(told(understand_date(words)), "year 2025-04-01 to 2026-03-31") << words;
    expect_doubtful("2025-28", "range 2025-04-01 to 2028-03-31",
                    "Read as the financial years from April 2025 to March 2028.");
    expect_doubtful("FY 2025", "year 2025-04-01 to 2026-03-31",
                    "Read as the financial year that starts in April 2025.");
}

TEST(TargetDate, A_year_is_from_1990_to_2099) {
    expect_plain({{"1990", "year 1990-01-01 to 1990-12-31"},
                  {"2099", "year 2099-01-01 to 2099-12-31"},
                  {"31 Dec 99", "day 2099-12-31"}});
    expect_doubtful("1989", "unknown", R"("1989" was not understood.)");
    expect_doubtful("31 Oct 1066", "unknown",
                    R"("31 Oct 1066" is not a date. "1066" is not a year from 1990 to 2099.)");
    EXPECT_EQ(told(understand_date("Oct 2525")), "unknown");
}

TEST(TargetDate, A_dash_or_to_makes_a_range) {
    expect_plain({{"30 Sep 2025 - 31 Oct 2025", "range 2025-09-30 to 2025-10-31"},
                  {"30.09.2025-31.10.2025", "range 2025-09-30 to 2025-10-31"},
                  {"Dec 21 – Jun 22", "range 2021-12-01 to 2022-06-30"},
                  {"Autumn 2025 to Spring 2026", "range 2025-09-01 to 2026-05-31"},
                  {"early Nov till mid Dec 2025", "range 2025-11-01 to 2025-12-20"},
                  {"from Sept 2025 through to July 2026", "range 2025-09-01 to 2026-07-31"},
                  {"between 1 and 15 Nov 2025", "range 2025-11-01 to 2025-11-15"},
                  {"Sep 2025 -\nFeb 2026", "range 2025-09-01 to 2026-02-28"}});
}

TEST(TargetDate, A_year_given_once_serves_the_range) {
    expect_plain({{"Sep-Feb 22", "range 2021-09-01 to 2022-02-28"},
                  {"Jan – Jun 22", "range 2022-01-01 to 2022-06-30"},
                  {"Dec - Jan 2026", "range 2025-12-01 to 2026-01-31"},
                  {"Spring – Summer 2026", "range 2026-03-01 to 2026-08-31"},
                  {"Autumn - Spring 2026", "range 2025-09-01 to 2026-05-31"},
                  {"1 - 15 Nov 2025", "range 2025-11-01 to 2025-11-15"},
                  {"1 Nov-15 Nov 2025", "range 2025-11-01 to 2025-11-15"},
                  {"25 Nov - 3 Dec 2025", "range 2025-11-25 to 2025-12-03"},
                  {"30/09 - 31/10/2025", "range 2025-09-30 to 2025-10-31"},
                  {"31 Oct 2025 - 31 Mar", "range 2025-10-31 to 2026-03-31"}});
}

TEST(TargetDate, A_range_that_ends_before_it_starts_is_unknown) {
    expect_doubtful("Feb 2026 - Jan 2026", "unknown",
                    R"("Feb 2026 - Jan 2026" ends before it starts.)");
    expect_doubtful("2026-2025", "unknown",
                    R"("2026-2025" is not a date. It ends before it starts.)");
}

TEST(TargetDate, Until_has_an_end_and_no_beginning) {
    expect_plain({{"Until 31 March 2026", "range open to 2026-03-31"},
                  {"up to 31 March 2026", "range open to 2026-03-31"},
                  {"ongoing until March 2026", "range open to 2026-03-31"},
                  {"Ongoing to March 2026", "range open to 2026-03-31"}});
}

TEST(TargetDate, From_and_ongoing_have_no_end) {
    expect_plain({{"From 1 Apr 2026", "from 2026-04-01 to open"},
                  {"From: Autumn 2025", "from 2025-09-01 to open"},
                  {"starting January 2026", "from 2026-01-01 to open"},
                  {"after 1 Apr 2026", "from 2026-04-02 to open"},
                  {"as of 1 Apr 2026", "from 2026-04-01 to open"},
                  {"Ongoing from 1 Apr 2026", "ongoing 2026-04-01 to open"},
                  {"Ongoing since 2024", "ongoing 2024-01-01 to open"},
                  {"Dec 2025 - ongoing", "ongoing 2025-12-01 to open"},
                  {"Dec 2025 onwards", "ongoing 2025-12-01 to open"},
                  {"from Dec 2025 and ongoing", "ongoing 2025-12-01 to open"},
                  {"July 2025 (ongoing)", "ongoing 2025-07-01 to open"}});
    for (const std::string_view words :
         {"Ongoing", "on-going", "Continuous", "Continuing", "Rolling", "BAU", "business as usual"})
        EXPECT_EQ(told(understand_date(words)), "ongoing") << words;
}

TEST(TargetDate, How_often_is_a_period) {
    expect_plain({{"daily", "recurring P1D"},
                  {"weekly", "recurring P7D"},
                  {"Every Monday", "recurring P7D"},
                  {"fortnightly", "recurring P14D"},
                  {"every six weeks", "recurring P42D"},
                  {"monthly", "recurring P1M"},
                  {"Bi-monthly", "recurring P2M"},
                  {"every other month", "recurring P2M"},
                  {"Quarterly", "recurring P3M"},
                  {"every 3 months", "recurring P3M"},
                  {"termly", "recurring P4M"},
                  {"each term", "recurring P4M"},
                  {"twice a year", "recurring P6M"},
                  {"Six-monthly", "recurring P6M"},
                  {"6 monthly", "recurring P6M"},
                  {"half-yearly", "recurring P6M"},
                  {"Bi-annually", "recurring P6M"},
                  {"Annually", "recurring P1Y"},
                  {"every year", "recurring P1Y"},
                  {"biennially", "recurring P2Y"},
                  {"every two years", "recurring P2Y"}});
}

TEST(TargetDate, What_recurs_may_have_a_time_of_year_a_beginning_and_an_end) {
    expect_plain({{"Annually in June", "recurring P1Y"},
                  {"Annually (May and November)", "recurring P1Y"},
                  {"Each June", "recurring P1Y"},
                  {"Every May and November", "recurring P6M"},
                  {"Every 1 April", "recurring P1Y"},
                  {"Quarterly from April 2026", "recurring P3M 2026-04-01 to open"},
                  {"Quarterly (from April 2026)", "recurring P3M 2026-04-01 to open"},
                  {"Annually in June 2026", "recurring P1Y 2026-06-01 to open"},
                  {"Monthly until March 2026", "recurring P1M open to 2026-03-31"},
                  {"Ongoing - quarterly", "recurring P3M"},
                  {"Ongoing (quarterly)", "recurring P3M"}});
}

TEST(TargetDate, Years_of_two_digits_are_never_before_2000) {
    expect_doubtful("Dec - Jan 00", "unknown", "No year is given.");
    expect_plain({{"Dec - Jan 01", "range 2000-12-01 to 2001-01-31"}});
}

} // namespace
} // namespace openmasa
