#include "plan/position/pictures.hpp"
#include "core/terms/tags.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <set>
#include <tuple>

namespace openmasa::position {
namespace {

using std::chrono::year_month;
using std::chrono::year_month_day;

year_month month_of(Day day) {
    const year_month_day date(day);
    return date.year() / date.month();
}

/// January, April, July or October.
year_month quarter_of(year_month month) {
    return month - std::chrono::months{(unsigned(month.month()) - 1) % 3};
}

int year_of(Day day) {
    return static_cast<int>(year_month_day(day).year());
}

/// Those before the first one that counts anything; not the last.
void leave_empty_years_out(Themes& themes) {
    const auto is_empty = [](const ThemeRow& row) { return row.in_year.front() == 0; };
    while (themes.first_year < themes.last_year && std::ranges::all_of(themes.rows, is_empty)) {
        ++themes.first_year;
        for (auto& row : themes.rows) row.in_year.erase(row.in_year.begin());
    }
}

} // namespace

std::vector<Month> months_until(std::span<const Life> lives, Day now, int so_many) {
    std::vector<Month> months;
    if (lives.empty()) return months;
    auto began = now;
    for (const auto& life : lives) began = std::min(began, life.stands.front().from);
    const auto end = month_of(now);
    const auto first =
        quarter_of(std::max(month_of(began), end - std::chrono::months{so_many - 1}));
    for (auto month = first; month <= end; month += std::chrono::months{1}) {
        Month one{.first = Day(month / 1), .last = std::min(now, Day(month / std::chrono::last))};
        one.flow = flow_between(lives, one.first - std::chrono::days{1}, one.last);
        months.push_back(one);
    }
    return months;
}

Themes themes_of(std::span<const TimeRecommended> times, const terms::TermBook& book, Day now,
                 int most_years) {
    Themes themes{.last_year = year_of(now), .times = static_cast<int>(times.size())};
    themes.first_year = themes.last_year - most_years + 1;
    std::map<const terms::Term*, ThemeRow> rows;
    std::map<const terms::Term*, std::set<int>> years;
    for (const auto& time : times) {
        const auto terms = terms::terms_in(book, time.tags, terms::Kind::theme);
        themes.without_theme += terms.empty();
        for (const auto* term : terms) {
            auto& row = rows[term];
            row.in_year.resize(static_cast<std::size_t>(most_years));
            ++row.all;
            if (!time.dated) {
                ++row.undated;
                continue;
            }
            const auto year = year_of(*time.dated);
            years[term].insert(year);
            if (year < themes.first_year)
                ++row.before;
            else
                ++row.in_year.at(static_cast<std::size_t>(year - themes.first_year));
        }
    }
    for (auto& [term, row] : rows) {
        row.name = term->name;
        row.years = static_cast<int>(years[term].size());
        themes.has_before |= row.before > 0;
        themes.has_undated |= row.undated > 0;
        themes.rows.push_back(std::move(row));
    }
    if (!themes.has_before) leave_empty_years_out(themes);
    std::ranges::sort(themes.rows, {}, [](const ThemeRow& row) {
        return std::tuple(-row.years, -row.all, lower(row.name));
    });
    return themes;
}

} // namespace openmasa::position
