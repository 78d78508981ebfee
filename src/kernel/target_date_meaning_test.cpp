#include "kernel/target_date.hpp"
#include <gtest/gtest.h>

namespace openmasa {
namespace {

std::string meaning_of(std::string_view words) {
    return meaning(understand_date(words));
}

TEST(Meaning, Of_days_and_spans) {
    EXPECT_EQ(meaning_of("31 Oct 2025"), "by this day");
    EXPECT_EQ(meaning_of("Jan 2026"), "1 to 31 Jan 2026");
    EXPECT_EQ(meaning_of("Mid Nov 21"), "11 to 20 Nov 2021");
    EXPECT_EQ(meaning_of("Spring – Summer 2026"), "1 Mar to 31 Aug 2026");
    EXPECT_EQ(meaning_of("Sep-Feb 22"), "1 Sep 2021 to 28 Feb 2022");
    EXPECT_EQ(meaning_of("2025-26"), "1 Apr 2025 to 31 Mar 2026");
    EXPECT_EQ(meaning_of("academic year 2025/26"), "1 Sep 2025 to 31 Aug 2026, the school year");
    EXPECT_EQ(meaning_of("31 Oct 2025 - 31 Oct 2025"), "by 31 Oct 2025");
}

TEST(Meaning, Of_what_is_open) {
    EXPECT_EQ(meaning_of("From 1 Apr 2026"), "from 1 Apr 2026, no end date");
    EXPECT_EQ(meaning_of("Dec 2025 - ongoing"), "from 1 Dec 2025, no end date");
    EXPECT_EQ(meaning_of("until March 2026"), "by 31 Mar 2026");
    EXPECT_EQ(meaning_of("Ongoing"), "no end date");
}

TEST(Meaning, Of_how_often) {
    EXPECT_EQ(meaning_of("daily"), "every day");
    EXPECT_EQ(meaning_of("weekly"), "every week");
    EXPECT_EQ(meaning_of("fortnightly"), "every 2 weeks");
    EXPECT_EQ(meaning_of("monthly"), "every month");
    EXPECT_EQ(meaning_of("Quarterly"), "every 3 months");
    EXPECT_EQ(meaning_of("annually"), "every year");
    EXPECT_EQ(meaning_of("biennially"), "every 2 years");
    EXPECT_EQ(meaning_of("Quarterly from April 2026"), "every 3 months from 1 Apr 2026");
    EXPECT_EQ(meaning_of("Monthly until March 2026"), "every month until 31 Mar 2026");
}

TEST(Meaning, Of_steps) {
    EXPECT_EQ(meaning_of("Dec 2025 Jan 2026"), "2 steps, by 31 Dec 2025 and 31 Jan 2026");
    EXPECT_EQ(meaning_of("30 Sep 2025 31 Dec 2025 31 Mar 2026"),
              "3 steps, by 30 Sep 2025, 31 Dec 2025 and 31 Mar 2026");
    EXPECT_EQ(meaning_of("Ongoing; 31 Oct 2025; quarterly; TBC"),
              "4 steps: no end date; by 31 Oct 2025; every 3 months; not a date");
}

TEST(Meaning, Of_no_date) {
    EXPECT_EQ(meaning_of("TBC"), "not a date");
    EXPECT_EQ(meaning_of("Next meeting"), "not a date");
    EXPECT_EQ(meaning_of(" \n\t"), "");
    EXPECT_EQ(meaning_of("\u00A0"), "");
}

TEST(TargetDateAsJson, Has_every_key_and_null_where_it_is_open) {
    JsonWriter json(JsonWriter::Style::compact);
    write(json, understand_date("Dec 2025 - ongoing"));
    EXPECT_EQ(json.text(), R"({"words": "Dec 2025 - ongoing","kind": "ongoing",)"
                           R"("earliest": "2025-12-01","latest": null,"period": null,)"
                           R"("milestones": [],"meaning": "from 1 Dec 2025, no end date",)"
                           R"("doubt": null})");
}

TEST(TargetDateAsJson, Has_the_period_the_steps_and_the_doubt) {
    JsonWriter json(JsonWriter::Style::compact);
    write(json, understand_date("Quarterly Jan 2026"));
    const auto text = json.text();
    EXPECT_NE(text.find(R"("period": "P3M")"), text.npos) << text;
    EXPECT_NE(text.find(R"({"words": "Jan 2026","kind": "month")"), text.npos) << text;
    EXPECT_NE(text.find(R"("doubt": "Two dates run together.")"), text.npos) << text;
}

TEST(AfterAPeriod, The_day_is_kept_or_the_last_of_a_shorter_month) {
    const Period month{.months = 1, .days = 0}, year{.months = 12, .days = 0};
    EXPECT_EQ(iso(after(day(2026, 1, 31), month)), "2026-02-28");
    EXPECT_EQ(iso(after(day(2028, 1, 31), month)), "2028-02-29");
    EXPECT_EQ(iso(after(day(2025, 12, 15), month)), "2026-01-15");
    EXPECT_EQ(iso(after(day(2028, 2, 29), year)), "2029-02-28");
    EXPECT_EQ(iso(after(day(2025, 12, 29), {.months = 0, .days = 7})), "2026-01-05");
}

TEST(PeriodInIso, Is_in_years_months_or_days) {
    EXPECT_EQ(iso(Period{.months = 3, .days = 0}), "P3M");
    EXPECT_EQ(iso(Period{.months = 12, .days = 0}), "P1Y");
    EXPECT_EQ(iso(Period{.months = 24, .days = 0}), "P2Y");
    EXPECT_EQ(iso(Period{.months = 18, .days = 0}), "P18M");
    EXPECT_EQ(iso(Period{.months = 0, .days = 7}), "P7D");
}

} // namespace
} // namespace openmasa
