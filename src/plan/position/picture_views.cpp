#include "plan/position/picture_views.hpp"
#include "kernel/text.hpp"
#include "plan/position/statement_parts.hpp"
#include "web/chart/time_axis.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/details.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace openmasa::position {
namespace {

using chart::per_cent;

Cell number(int value) {
    return {.words = fmt::format("{}{}", value < 0 ? "\u2212" : "", value < 0 ? -value : value),
            .number = value};
}

/// A figure that is no sum: the last column is one where there are more than three.
bool is_drawn(const Table& table, std::size_t line, std::size_t column) {
    const auto& row = table.lines[line];
    const bool is_sum =
        row.is == Line::Is::sum || (row.cells.size() > 3 && column + 1 == row.cells.size());
    return !is_sum && row.cells[column].number.has_value();
}

std::int64_t most_drawn(const Table& table) {
    std::int64_t most = 1;
    for (std::size_t line = 0; line < table.lines.size(); ++line)
        for (std::size_t column = 1; column < table.heads.size(); ++column)
            if (is_drawn(table, line, column))
                most = std::max(most, *table.lines[line].cells[column].number);
    return most;
}

/// Below the figure, as long as it is large: the figures say the same.
Html bar(std::int64_t count, std::int64_t most) {
    if (count == 0) return {};
    const auto width = 100.0 * double(count) / double(most);
    return html(
        R"(<svg class="om-cell-bar" width="100%" height="8" aria-hidden="true" focusable="false"><rect x="{}%" width="{}%" height="8"/></svg>)",
        per_cent(100 - width), per_cent(width));
}

/// Its area is as large as the figure; of nought its room, so that figures stand in line.
Html disc(std::int64_t count, std::int64_t most) {
    constexpr double largest = 13;
    return html(
        R"(<svg class="om-cell-disc" width="28" height="28" aria-hidden="true" focusable="false"><circle cx="14" cy="14" r="{}"/></svg>)",
        per_cent(largest * std::sqrt(double(count) / double(most))));
}

using Shape = Html (*)(std::int64_t count, std::int64_t most);

/// Draws what each cell counts, but for sums.
Drawn each_as(Shape shape, std::int64_t most) {
    return [=](const Table& table, std::size_t line, std::size_t column) {
        return is_drawn(table, line, column) ? shape(*table.lines[line].cells[column].number, most)
                                             : Html();
    };
}

Html picture_view(const Picture& picture) {
    Html table;
    if (picture.table) table = table_view(*picture.table, picture.drawn);
    if (picture.table && picture.is_folded)
        table = ui::details(
            {.summary = "The figures", .text = table, .classes = "om-plain-details om-figures"});
    return html(
        R"(<section class="om-section" aria-labelledby="{}"><div class="om-figure"><h2 class="om-figure__title" id="{}">{}</h2>
<p class="om-figure__sub">{}</p>
{}{}</div></section>
)",
        picture.anchor, picture.anchor, picture.finding, picture.counted, picture.drawing, table);
}

/// "Neglect: 7 of 27 outstanding"; of several that have as many, each.
std::string homes_finding(const StatementFacts& facts) {
    const auto& homes = facts.position.homes;
    const auto most = std::ranges::max_element(homes, {}, &HomeRow::all)->all;
    std::vector<std::string> names;
    for (const auto& home : homes)
        if (home.all == most) names.push_back(name_of(home, facts.words));
    if (names.size() > 2)
        return fmt::format("{} homes with {} each of {} outstanding", names.size(), most,
                           facts.position.all.all);
    return fmt::format("{}: {}{} of {} outstanding", join(names, " and "), most,
                       names.size() > 1 ? " each" : "", facts.position.all.all);
}

} // namespace

Picture homes_picture(const StatementFacts& facts) {
    const auto& position = facts.position;
    Picture picture{.anchor = "homes",
                    .finding = "Nothing is outstanding",
                    .counted = fmt::format("Outstanding recommendations by home and kind, {}.",
                                           spoken_long(position.now))};
    if (position.homes.empty()) return picture;
    picture.finding = homes_finding(facts);
    picture.table = homes_part(facts).table;
    picture.drawn = each_as(bar, most_drawn(*picture.table));
    return picture;
}

/// What came and went in all of them.
Flow added_up(std::span<const Month> months) {
    Flow all;
    for (const auto& month : months) {
        for (std::size_t way = 0; way < all.came.size(); ++way)
            all.came[way] += month.flow.came[way];
        for (std::size_t way = 0; way < all.went.size(); ++way)
            all.went[way] += month.flow.went[way];
    }
    return all;
}

Picture flow_picture(const StatementFacts& facts, std::span<const Month> months) {
    Picture picture{.anchor = "flow", .finding = "Nothing was recommended yet"};
    if (months.empty()) return picture;
    const auto all = added_up(months);
    const auto eve = months.front().first - std::chrono::days{1};
    const int difference = months.back().flow.now - months.front().flow.then;
    picture.finding =
        fmt::format("{} outstanding, {} {} on {}: {} opened, {} closed{}", months.back().flow.now,
                    compared(difference), difference == 0 ? "as" : "than", spoken_long(eve),
                    all.opened(), all.closed(), said_otherwise(all));
    picture.counted = fmt::format("Recommendations, month by month, to {}. Above, what was "
                                  "outstanding; below, what opened and closed in each month.",
                                  spoken_long(facts.position.now));
    picture.drawing = flow_drawing(months, picture.finding);
    picture.is_folded = true;
    Table table{.caption = "Recommendations month by month",
                .heads = {{"Month"},
                          {"Outstanding at its end", true},
                          {"Opened", true},
                          {"Closed", true},
                          {"Came or went otherwise", true}}};
    for (auto month = months.rbegin(); month != months.rend(); ++month) {
        const std::chrono::year_month_day date(month->first);
        table.lines.push_back(
            {.cells = {{.words = fmt::format("{} {}", month_name(unsigned(date.month())),
                                             int(date.year()))},
                       number(month->flow.now),
                       number(month->flow.opened()),
                       number(month->flow.closed()),
                       number(month->flow.otherwise())}});
    }
    picture.table = std::move(table);
    return picture;
}

Picture ages_picture(const StatementFacts& facts) {
    const auto& position = facts.position;
    Picture picture{.anchor = "ages",
                    .finding = "Nothing is outstanding",
                    .counted = fmt::format("Outstanding recommendations by age, {}.",
                                           spoken_long(position.now))};
    if (position.all.all == 0) return picture;
    picture.finding = fmt::format("{} of {} were accepted more than 2 years ago",
                                  position.since_accepted.in_band.back(), position.all.all);
    Table table{.caption = "Outstanding recommendations by age",
                .heads = {{"Age"}, {"Since accepted", true}, {"Since first recommended", true}}};
    for (std::size_t band = 0; band < age_bands.size(); ++band)
        table.lines.push_back({.cells = {{.words = std::string(age_bands[band].words)},
                                         number(position.since_accepted.in_band[band]),
                                         number(position.since_recommended.in_band[band])}});
    picture.drawn = each_as(bar, position.all.all);
    picture.table = std::move(table);
    return picture;
}

namespace {

std::string themes_finding(const Themes& themes) {
    if (themes.rows.empty()) return "No recommendation carries a theme yet";
    const auto& first = themes.rows.front();
    if (first.years < 2) return "No theme came back in another year";
    return fmt::format("{} was recommended in {} different years, {} times", first.name,
                       first.years, first.all);
}

Table themes_table(const Themes& themes) {
    Table table{.caption = "How often each theme was recommended, by year", .heads = {{"Theme"}}};
    if (themes.has_before)
        table.heads.push_back({fmt::format("Before {}", themes.first_year), true});
    for (int year = themes.first_year; year <= themes.last_year; ++year)
        table.heads.push_back({std::to_string(year), true});
    if (themes.has_undated) table.heads.push_back({"No date", true});
    table.heads.push_back({"All", true});
    for (const auto& row : themes.rows) {
        Line line{.cells = {{.words = row.name}}};
        if (themes.has_before) line.cells.push_back(number(row.before));
        for (const int times : row.in_year) line.cells.push_back(number(times));
        if (themes.has_undated) line.cells.push_back(number(row.undated));
        line.cells.push_back(number(row.all));
        table.lines.push_back(std::move(line));
    }
    return table;
}

} // namespace

Picture themes_picture(const Themes& themes) {
    Picture picture{.anchor = "themes",
                    .finding = themes_finding(themes),
                    .counted = "Each document that recommended something, by the year of its date, "
                               "once for each theme of what it recommends; whatever became of it."};
    if (themes.without_theme > 0)
        picture.counted +=
            fmt::format(" {} of {} carry no theme.", themes.without_theme, themes.times);
    if (themes.rows.empty()) return picture;
    picture.table = themes_table(themes);
    picture.drawn = each_as(disc, most_drawn(*picture.table));
    return picture;
}

Html pictures_view(const PicturesPage& page) {
    Html pictures;
    for (const auto& picture : page.pictures) pictures += picture_view(picture);
    return html(R"(<div class="om-position">{}{}{}</div>
)",
                pages::head({.title = "Recommendations in pictures",
                             .sentence = html("<b>{}</b>", page.headline),
                             .verbs = {},
                             .facts = {},
                             .caption = {}}),
                tabs(Tab::pictures), pictures);
}

} // namespace openmasa::position
