#pragma once
// What the pictures of the composite action plan show: how many were outstanding month by month,
// and which themes keep coming back. Nothing but values in and out.
#include "core/terms/term_book.hpp"
#include "plan/position/rules.hpp"

namespace openmasa::position {

/// A month of the calendar; the last one may end before its last day.
struct Month {
    Day first{}, last{};
    /// From the eve of its first day to the end of its last.
    Flow flow{};
};
/// So many months or, since it begins with a quarter, up to two more; none before the quarter in
/// which the first was recommended. The last holds `now`. Empty of none.
std::vector<Month> months_until(std::span<const Life> lives, Day now, int so_many);

/// A document that recommended it.
struct TimeRecommended {
    /// Of the recommendation (core/terms/tags.hpp).
    std::string tags;
    /// The day on the document.
    std::optional<Day> dated;
};

struct ThemeRow {
    std::string name;
    /// How often, by the years of Themes; then before them, then without a date.
    std::vector<int> in_year;
    int before = 0, undated = 0, all = 0;
    /// In how many different years, those before too.
    int years = 0;
};
struct Themes {
    /// The first year that has a column of its own, up to the one of the day.
    int first_year = 0, last_year = 0;
    /// What came back in most years first, then what was recommended most often.
    std::vector<ThemeRow> rows;
    int times = 0, without_theme = 0;
    bool has_before = false, has_undated = false;
};
/// Counts each time once for each of its themes. `most_years` columns at most; the first of them
/// counts something, unless there were times before.
Themes themes_of(std::span<const TimeRecommended> times, const terms::TermBook& book, Day now,
                 int most_years);

} // namespace openmasa::position
