#include "web/chart/axis_drawing.hpp"

namespace openmasa::chart {
namespace {

/// Wide enough for their words where the picture is at its narrowest.
constexpr double year_width = 13, today_width = 15;

std::vector<Tick> ticks_of(const TimeAxis& axis) {
    return ticks(axis, fitting_ticks(axis));
}

std::vector<Label> year_labels(const TimeAxis& axis, const std::vector<Tick>& ticks) {
    std::vector<Label> labels;
    for (const auto& tick : ticks)
        if (tick.begins_year || tick.day == axis.first())
            labels.push_back({.x = tick.x,
                              .width = year_width,
                              .words = iso(tick.day).substr(0, 4),
                              .matters = tick.begins_year});
    return kept_apart(std::move(labels));
}

Html upper_line(const TimeAxis& axis, const std::vector<Tick>& ticks, Day today) {
    Html words;
    const auto years = year_labels(axis, ticks);
    for (const auto& label : years)
        append(words, R"(<text class="om-axis__year" x="{}%" dx="3" y="14">{}</text>)",
               per_cent(label.x), label.words);
    if (axis.holds(today))
        append(words,
               R"(<text class="om-axis__today" x="{}%" y="14" text-anchor="middle">Today</text>)",
               per_cent(beside(axis.middle_of(today), today_width, years) + today_width / 2));
    return words;
}

Html lower_line(const std::vector<Tick>& ticks) {
    Html words;
    for (const auto& tick : ticks)
        append(
            words,
            R"(<text class="om-axis__long" x="{}%" dx="3" y="32">{}</text><text class="om-axis__short" x="{}%" y="32" text-anchor="middle">{}</text>)",
            per_cent(tick.x), tick.words, per_cent(tick.middle), tick.short_words);
    return words;
}

void append_line(Html& to, std::string_view name, double x) {
    append(to, R"(<line class="{}" x1="{}%" x2="{}%" y1="0" y2="100%"/>)", name, per_cent(x),
           per_cent(x));
}

} // namespace

Html axis_words(const TimeAxis& axis, Day today, std::string_view label) {
    const auto ticks = ticks_of(axis);
    return html(R"(<svg class="om-axis" height="38" role="img" aria-label="{}">{}{}</svg>)", label,
                upper_line(axis, ticks, today), lower_line(ticks));
}

Html grid_shape(const TimeAxis& axis, Day today) {
    Html lines;
    for (const auto& tick : ticks_of(axis))
        append_line(lines, tick.begins_year ? "om-grid om-grid--year" : "om-grid", tick.x);
    append_line(lines, "om-grid", 100);
    if (axis.holds(today)) append_line(lines, "om-grid om-grid--today", axis.middle_of(today));
    return html(
        R"(<svg class="om-shapes" width="0" height="0" aria-hidden="true" focusable="false"><defs><g id="om-grid">{}</g></defs></svg>
)",
        lines);
}

} // namespace openmasa::chart
