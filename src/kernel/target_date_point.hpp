#pragma once
// One date as far as its words go: "31 Oct", "mid Nov 21", "Q3 2025/26". A missing year is filled
// in from a neighbour; then the days it means are counted.
#include "kernel/target_date_tokens.hpp"
#include <optional>
#include <string>

namespace openmasa::dates {

struct Point {
    enum class Unit {
        number, // a day of the month whose month stands further on: "1" in "1 - 15 Nov 2025"
        day,
        month,
        season,
        term,
        quarter,
        calendar_year,
        financial_year,
        academic_year
    };
    enum class Part { whole, early, mid, end };
    Unit unit = Unit::number;
    Part part = Part::whole;
    unsigned day = 0;
    /// Which month, season (1 spring), term (by its season) or quarter (1 April to June).
    unsigned which = 0;
    /// As written; the first of two in "2025/26".
    std::optional<int> year;
    /// The second of two.
    std::optional<int> second_year;
    /// 0 Sunday to 6, when it is written in front.
    std::optional<unsigned> weekday;
    /// Why it can be no date, in words.
    std::string fault;
    std::string_view text;
};

/// The years that four digits may say.
inline constexpr int first_year = 1990, last_year = 2099;

/// A point at the front of the tokens from `at`, and how many tokens it takes.
struct FoundPoint {
    Point point;
    std::size_t tokens = 0;
};
std::optional<FoundPoint> point_at(const std::vector<Token>& tokens, std::size_t at);

bool lacks_year(const Point& point);
/// Gives `point` the year in which it is the latest such date not after `next` starts (or the year
/// that `next` is), or the first not before `previous` starts.
void take_year_from_next(Point& point, const Point& next);
void take_year_from_previous(Point& point, const Point& previous);

/// The days it means, with its kind, words and doubt; unknown when it lacks a year or has a fault.
TargetDate reading(const Point& point);

} // namespace openmasa::dates
