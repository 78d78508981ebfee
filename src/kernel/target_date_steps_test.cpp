// Several dates in one cell, words beside a date, and words that are none.
#include "kernel/target_date.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>

namespace openmasa {
namespace {

std::string days(const TargetDate& target) {
    const auto shown = [](const auto& day) { return day ? iso(*day) : std::string("open"); };
    return fmt::format("{} {} to {}", name(target.kind), shown(target.earliest),
                       shown(target.latest));
}

std::vector<std::string> step_words(const TargetDate& target) {
    std::vector<std::string> words;
    for (const auto& step : target.milestones) words.push_back(step.words);
    return words;
}

using Words = std::vector<std::string>;

TEST(Milestones, Separated_dates_are_steps_in_the_order_written) {
    for (const std::string_view between :
         {"/", " / ", ", ", "; ", " and ", " & ", "\n", " then "}) {
        const auto words = fmt::format("31 Aug 2025{}30 Sept 2025{}31 Oct 2025", between, between);
        const auto target = understand_date(words);
        EXPECT_EQ(days(target), "milestones 2025-08-31 to 2025-10-31") << words;
        EXPECT_EQ(step_words(target), (Words{"31 Aug 2025", "30 Sept 2025", "31 Oct 2025"}));
        EXPECT_EQ(target.doubt, "") << words;
    }
}

TEST(Milestones, A_range_of_steps_is_from_the_earliest_to_the_latest_in_any_order) {
    EXPECT_EQ(days(understand_date("Mar 2026; Nov 2025; Jan 2026")),
              "milestones 2025-11-01 to 2026-03-31");
}

TEST(Milestones, Dates_with_nothing_between_them_are_doubtful) {
    const auto two = understand_date("Dec 2025 Jan 2026");
    EXPECT_EQ(days(two), "milestones 2025-12-01 to 2026-01-31");
    EXPECT_EQ(two.doubt, "Two dates run together.");
    const auto three = understand_date("30 Sep 2025 31 Dec 2025 31 Mar 2026");
    EXPECT_EQ(days(three), "milestones 2025-09-30 to 2026-03-31");
    EXPECT_EQ(three.doubt, "Three dates run together.");
    EXPECT_EQ(step_words(understand_date("Oct 2025 Oct 2025 Jan 2026")),
              (Words{"Oct 2025", "Oct 2025", "Jan 2026"}));
    EXPECT_EQ(understand_date("Dec 2025\nJan 2026").doubt, "");
}

TEST(Milestones, A_step_without_an_end_leaves_the_whole_without_one) {
    const auto target = understand_date("Ongoing July 2025 Nov 25/Jan 26");
    EXPECT_EQ(days(target), "milestones open to open");
    EXPECT_EQ(step_words(target), (Words{"Ongoing", "July 2025", "Nov 25", "Jan 26"}));
    EXPECT_EQ(target.doubt, "Four dates run together.");
    EXPECT_EQ(days(target.milestones[0]), "ongoing open to open");
    EXPECT_EQ(days(target.milestones[3]), "month 2026-01-01 to 2026-01-31");
    EXPECT_EQ(days(understand_date("From: Autumn 2025 2026")), "milestones 2025-09-01 to open");
}

TEST(Milestones, What_recurs_may_be_a_step) {
    const auto target = understand_date("Quarterly Ongoing Annually");
    EXPECT_EQ(step_words(target), (Words{"Quarterly", "Ongoing", "Annually"}));
    EXPECT_EQ(target.doubt, "Three dates run together.");
    EXPECT_EQ(step_words(understand_date("Quarterly; annually")), (Words{"Quarterly", "annually"}));
    EXPECT_EQ(understand_date("Quarterly; annually").doubt, "");
}

TEST(Milestones, A_year_given_once_serves_the_steps) {
    const auto months = understand_date("Nov/Dec 2025");
    EXPECT_EQ(step_words(months), (Words{"Nov", "Dec 2025"}));
    EXPECT_EQ(days(months), "milestones 2025-11-01 to 2025-12-31");
    EXPECT_EQ(days(understand_date("Dec/Jan 2026")), "milestones 2025-12-01 to 2026-01-31");
    EXPECT_EQ(days(understand_date("Jan 2026 / Nov")), "milestones 2026-01-01 to 2026-11-30");
    EXPECT_EQ(days(understand_date("1, 8 and 15 Nov 2025")), "milestones 2025-11-01 to 2025-11-15");
    EXPECT_EQ(days(understand_date("31 Oct 30 Nov 2025")), "milestones 2025-10-31 to 2025-11-30");
    EXPECT_EQ(days(understand_date("Jan – Mar and May – Jun 2026")),
              "milestones 2026-01-01 to 2026-06-30");
}

TEST(Milestones, A_step_that_is_no_date_is_named) {
    const auto target = understand_date("Nov 2025; TBC");
    EXPECT_EQ(days(target), "milestones open to open");
    EXPECT_EQ(target.doubt, R"("TBC" is not a date.)");
}

TEST(Milestones, Bullets_and_numbers_of_a_list_are_not_part_of_its_dates) {
    EXPECT_EQ(step_words(understand_date("• Nov 2025\n• Dec 2025")),
              (Words{"Nov 2025", "Dec 2025"}));
    const auto numbered = understand_date("1. Nov 2025\n2. Dec 2025");
    EXPECT_EQ(step_words(numbered), (Words{"Nov 2025", "Dec 2025"}));
    EXPECT_EQ(numbered.doubt, R"(Read without "1" and "2".)");
}

TEST(Remarks, Words_beside_a_date_are_named_and_kept) {
    for (const auto& [words, doubt] : std::initializer_list<std::pair<std::string, std::string>>{
             {"31 Mar 2026 (draft)", R"(Read without "draft".)"},
             {"31 Mar 2026 - TBC", R"(Read without "TBC".)"},
             {"31 Mar 2026 - revised", R"(Read without "revised".)"},
             {"31 Mar 2026?", R"(Read without "?".)"},
             {"Report to Board 31 Mar 2026", R"(Read without "Report to Board".)"},
             {"31 Mar 2026 (not Dec 2025)", R"(Read without "not Dec 2025".)"},
             {"draft 31 Mar 2026 (v2) [seen]", R"(Read without "draft", "v2" and "seen".)"},
             {"w/c 31 Mar 2026", R"(Read without "w/c".)"}}) {
        const auto target = understand_date(words);
        EXPECT_EQ(days(target), "day 2026-03-31 to 2026-03-31") << words;
        EXPECT_EQ(target.doubt, doubt);
        EXPECT_EQ(target.words, words);
    }
}

TEST(Remarks, Nothing_is_guessed_from_a_misspelling_or_a_name) {
    EXPECT_EQ(understand_date("Septmber 2025").doubt, R"("Septmber 2025" was not understood.)");
    EXPECT_EQ(days(understand_date("31/Septmber/2025")), "unknown open to open");
    EXPECT_EQ(days(understand_date("Working Together 2023 by Nov 2025")),
              "month 2025-11-01 to 2025-11-30");
}

TEST(NoDate, Words_that_say_so_are_unknown_without_a_doubt) {
    for (const std::string_view words :
         {"TBA", "TBC", "TBD", "to be confirmed", "Complete", "Completed", "Done", "n/a", "N/A",
          "as soon as possible", "ASAP", "Immediate", "blank", "-", "–", "?", ""}) {
        const auto target = understand_date(words);
        EXPECT_EQ(days(target), "unknown open to open") << words;
        EXPECT_EQ(target.doubt, "") << words;
        EXPECT_EQ(target.words, words);
    }
}

TEST(NoDate, Done_beside_a_date_does_not_say_when_it_is_due) {
    for (const std::string_view words :
         {"Complete - Nov 2025", "Completed Nov 2025", "Nov 2025 (complete)", "Done, Nov 2025"}) {
        EXPECT_EQ(days(understand_date(words)), "unknown open to open") << words;
        EXPECT_EQ(understand_date(words).doubt, "It says done, not when it is due.") << words;
    }
}

TEST(NoDate, Without_any_year_it_is_unknown) {
    for (const std::string_view words :
         {"31 October", "November", "end of March", "From April", "1 - 15 Nov", "30/09"}) {
        EXPECT_EQ(days(understand_date(words)), "unknown open to open") << words;
        EXPECT_EQ(understand_date(words).doubt, "No year is given.") << words;
    }
}

TEST(NoDate, What_cannot_be_read_is_said_and_kept) {
    const auto target = understand_date("  Next board\nmeeting ");
    EXPECT_EQ(days(target), "unknown open to open");
    EXPECT_EQ(target.words, "Next board\nmeeting");
    EXPECT_EQ(target.doubt, R"("Next board meeting" was not understood.)");
    EXPECT_EQ(understand_date("end of term").doubt, R"("end of term" was not understood.)");
}

TEST(NoDate, Words_of_more_than_4000_bytes_are_unknown_and_kept) {
    const std::string long_words = "Nov 2025 " + std::string(4000, 'x');
    EXPECT_EQ(understand_date(long_words).doubt, "It is too long to be a date.");
    EXPECT_EQ(understand_date(long_words).words, long_words);
}

} // namespace
} // namespace openmasa
