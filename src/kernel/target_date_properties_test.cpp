// What holds for every target date, tried on many made ones. The seeds are fixed.
#include "kernel/target_date.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <random>

namespace openmasa {
namespace {

using Kind = TargetDate::Kind;

class Chance {
public:
    int upto(int highest) { return int(numbers_() % std::mt19937::result_type(highest + 1)); }
    template<std::size_t N> std::string_view one_of(const std::string_view (&choices)[N]) {
        return choices[std::size_t(upto(int(N) - 1))];
    }
    Day day() { return openmasa::day(2000, 1, 1) + std::chrono::days{upto(36'524)}; }

private:
    std::mt19937 numbers_{20260122};
};

void expect_sound_range(const TargetDate& target) {
    const bool closed = target.earliest && target.latest;
    EXPECT_TRUE(!closed || *target.earliest <= *target.latest);
    for (const auto& end : {target.earliest, target.latest}) {
        if (!end) continue;
        EXPECT_GE(*end, day(1990, 1, 1));
        EXPECT_LE(*end, day(2110, 1, 1));
    }
}

void expect_sound_kind(const TargetDate& target) {
    EXPECT_EQ(target.kind == Kind::milestones, target.milestones.size() >= 2);
    EXPECT_EQ(target.kind == Kind::recurring, target.period.has_value());
    const bool has_no_end =
        target.kind == Kind::unknown || target.kind == Kind::from || target.kind == Kind::ongoing;
    EXPECT_FALSE(has_no_end && target.latest);
    EXPECT_TRUE(target.kind != Kind::day || target.earliest == target.latest);
}

void expect_sound(std::string_view words) {
    SCOPED_TRACE(words);
    const auto target = understand_date(words);
    EXPECT_EQ(target.words, trimmed(words));
    EXPECT_EQ(understand_date(target.words), target);
    expect_sound_range(target);
    expect_sound_kind(target);
    EXPECT_FALSE(meaning(target).empty() && !one_line(words).empty());
    for (const auto& step : target.milestones) {
        EXPECT_NE(step.kind, Kind::milestones);
        EXPECT_NE(target.words.find(step.words), std::string::npos);
        expect_sound_range(step);
        expect_sound_kind(step);
    }
}

std::vector<std::string> written_forms(Day day) {
    const std::chrono::year_month_day date{day};
    const int year = int(date.year());
    const auto month = unsigned(date.month()), number = unsigned(date.day());
    const auto ending = number % 10 == 1 && number != 11   ? "st"
                        : number % 10 == 2 && number != 12 ? "nd"
                        : number % 10 == 3 && number != 13 ? "rd"
                                                           : "th";
    return {iso(day),
            spoken(day),
            spoken_long(day),
            spoken_with_weekday(day),
            "by " + spoken(day),
            lower(spoken(day)),
            fmt::format("{:02}/{:02}/{}", number, month, year),
            fmt::format("{}.{}.{:02}", number, month, year % 100),
            fmt::format("{}-{}-{}", number, month, year),
            fmt::format("{}{} of {} {}", number, ending, month_name(month), year),
            fmt::format("{} {} {:02}", number, month_short(month), year % 100),
            fmt::format("{} {} '{:02}", number, month_short(month), year % 100),
            fmt::format("{}-{}-{:02}", number, month_short(month), year % 100)};
}

TEST(AnyDay, Reads_back_from_each_of_its_written_forms) {
    Chance chance;
    for (int round = 0; round < 2'000; ++round) {
        const Day day = chance.day();
        for (const auto& words : written_forms(day)) {
            const auto target = understand_date(words);
            EXPECT_EQ(target.kind, Kind::day) << words;
            EXPECT_EQ(target.earliest, day) << words;
            EXPECT_EQ(target.latest, day) << words;
            EXPECT_EQ(target.doubt, "") << words;
        }
    }
}

TEST(AnyMonth, Of_two_digits_is_in_this_century) {
    for (int year = 0; year < 100; ++year)
        for (unsigned month = 1; month <= 12; ++month)
            for (const std::string_view link : {" ", "-", " '"}) {
                const auto words = fmt::format("{}{}{:02}", month_short(month), link, year);
                const auto target = understand_date(words);
                EXPECT_EQ(target.earliest, day(2000 + year, month, 1)) << words;
                EXPECT_EQ(target.latest, last_day_of_month(2000 + year, month)) << words;
            }
}

TEST(AnyTwoDays, Make_a_range_or_two_steps_or_nothing_when_they_are_turned_round) {
    Chance chance;
    for (int round = 0; round < 5'000; ++round) {
        const Day one = chance.day(), other = chance.day();
        const auto range = understand_date(spoken(one) + " - " + spoken(other));
        EXPECT_EQ(range.kind, one <= other ? Kind::range : Kind::unknown) << range.words;
        const auto steps = understand_date(spoken(one) + "; " + spoken(other));
        EXPECT_EQ(steps.earliest, std::min(one, other)) << steps.words;
        EXPECT_EQ(steps.latest, std::max(one, other)) << steps.words;
    }
}

TEST(AnyTwoMonths, With_the_year_given_once_are_within_twelve_months) {
    for (unsigned first = 1; first <= 12; ++first)
        for (unsigned second = 1; second <= 12; ++second) {
            const auto words = fmt::format("{} - {} 2026", month_short(first), month_short(second));
            const auto target = understand_date(words);
            EXPECT_EQ(target.earliest, day(first <= second ? 2026 : 2025, first, 1)) << words;
            EXPECT_EQ(target.latest, last_day_of_month(2026, second)) << words;
        }
}

TEST(AnyBytes, Are_read_soundly) {
    Chance chance;
    for (int round = 0; round < 100'000 && !::testing::Test::HasFailure(); ++round) {
        std::string bytes(std::size_t(chance.upto(24)), ' ');
        for (char& byte : bytes) byte = char(chance.upto(255));
        expect_sound(bytes);
    }
}

TEST(AnyMixtureOfDateWords, Is_read_soundly) {
    constexpr std::string_view pieces[] = {
        "31",       "1st",      "30",      "2025",      "25",      "26",
        "'25",      "1066",     "00",      "99",        "Feb",     "Sept.",
        "November", "may",      "Friday",  "Spring",    "Autumn",  "winter",
        "term",     "Q3",       "quarter", "FY",        "year",    "academic year",
        "mid",      "end of",   "early",   "the",       "by",      "from",
        "after",    "until",    "to",      "-",         "–",       "/",
        ".",        ",",        ";",       "and",       "&",       "\n",
        "(",        ")",        ":",       "?",         "between", "onwards",
        "TBC",      "complete", "ongoing", "n/a",       "every",   "other",
        "3",        "six",      "months",  "quarterly", "monthly", "draft",
        "**",       "\u00A0",   "each",    "2025/26",   "in",      "weekly",
        "Monday",   "31/12/",   "2099",    "12/2025",   "99/00",   "daily"};
    Chance chance;
    for (int round = 0; round < 100'000 && !::testing::Test::HasFailure(); ++round) {
        std::string words;
        for (int count = chance.upto(8); count >= 0; --count) {
            words += chance.one_of(pieces);
            if (chance.upto(3) > 0) words += ' ';
        }
        expect_sound(words);
    }
}

TEST(LongWords, Are_read_in_time_that_grows_with_their_length) {
    for (const std::string_view piece : {"(", "Nov 25 ", "31/", "2025 - ", "(Nov 2025) ", "to be ",
                                         "every 1 may and ", "every ", "x ", "- ", "1, "}) {
        std::string words;
        while (words.size() + piece.size() <= 4'000) words += piece;
        const auto start = std::chrono::steady_clock::now();
        const auto target = understand_date(words);
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
        EXPECT_LT(taken.count(), 0.5) << piece;
        EXPECT_EQ(target.words, trimmed(words));
    }
}

} // namespace
} // namespace openmasa
