#include "intelligence/indicators/control_drawing.hpp"
#include "intelligence/indicators/scale.hpp"
#include "web/chart/time_axis.hpp"
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using chart::per_cent;

constexpr double top = 54, bottom = 336, tick_line = 358;
/// More would be a grey band in so little room.
constexpr std::size_t most_in_spark = 24;
constexpr double left = 3.5, right = 96.5;

struct Height {
    double from = 0, to = 1, step = 1;
    double low = bottom, high = top;

    double y(double value) const { return low - (value - from) / (to - from) * (low - high); }
};

Height scale_of(const Charted& chart) {
    double least = chart.points.front().value, most = least;
    const auto take = [&](double value) {
        least = std::min(least, value);
        most = std::max(most, value);
    };
    for (const auto& point : chart.points) take(point.value);
    for (const auto& phase : chart.phases) {
        take(phase.mean);
        if (const auto lower = chart.lower_limit(phase)) take(*lower);
        if (phase.limits) take(phase.limits->upper);
    }
    if (chart.from_nought) least = std::max(0.0, least);
    if (most - least < 1e-9) most = least + std::max(1.0, std::abs(least));
    Height scale{.step = step_for(most - least)};
    // Near nought the scale begins there.
    scale.from = least >= 0 && least < 0.3 * most ? 0 : std::floor(least / scale.step) * scale.step;
    scale.to = most;
    return scale;
}

double x_of(std::size_t at, std::size_t points) {
    return points == 1 ? 50 : left + (right - left) * double(at) / double(points - 1);
}

std::string px(double value) {
    return fmt::format("{:.2f}", value);
}

/// Where a phase begins and ends: halfway between its points and those beside it.
std::pair<double, double> across(const Charted& chart, const statistics::Phase& phase) {
    const auto points = chart.points.size();
    const auto edge = [&](std::size_t at) {
        return at == 0 ? 0.0 : at == points ? 100.0 : (x_of(at - 1, points) + x_of(at, points)) / 2;
    };
    return {edge(phase.begin), edge(phase.end)};
}

Html band(const Charted& chart, const Height& scale) {
    Html drawn;
    for (const auto& phase : chart.phases) {
        if (!phase.limits) continue;
        const auto [begin, end] = across(chart, phase);
        const double upper = scale.y(phase.limits->upper),
                     lower = scale.y(chart.lower_limit(phase).value_or(0));
        append(drawn, R"(<rect class="om-xmr__band" x="{}%" y="{}" width="{}%" height="{}"/>
)",
               per_cent(begin), px(upper), per_cent(end - begin), px(lower - upper));
    }
    return drawn;
}

/// The values at which a line goes across.
std::vector<double> steps(const Height& scale) {
    constexpr int most = 12;
    std::vector<double> values;
    for (int line = 0; line < most; ++line)
        if (const double value = scale.from + line * scale.step; value <= scale.to * 1.0000001)
            values.push_back(value);
    return values;
}

Html grid(const Height& scale) {
    Html drawn;
    for (const double value : steps(scale))
        append(drawn, R"(<line class="om-xmr__grid" x1="0" x2="100%" y1="{}" y2="{}"/>
)",
               px(scale.y(value)), px(scale.y(value)));
    return drawn;
}

/// Over the levels, which would strike them out.
Html grid_words(const Height& scale) {
    Html drawn;
    for (const double value : steps(scale))
        append(drawn, R"(<text class="om-xmr__axis" x="0" y="{}">{}</text>
)",
               px(scale.y(value) - 5), shown(value));
    return drawn;
}

Html level(std::string_view kind, std::pair<double, double> x, double y) {
    return html(R"(<line class="om-xmr__{}" x1="{}%" x2="{}%" y1="{}" y2="{}"/>
)",
                kind, per_cent(x.first), per_cent(x.second), px(y), px(y));
}

Html levels(const Charted& chart, const Height& scale) {
    Html drawn;
    for (const auto& phase : chart.phases) {
        const auto x = across(chart, phase);
        if (phase.limits) drawn += level("limit", x, scale.y(phase.limits->upper));
        drawn += level("mean", x, scale.y(phase.mean));
        if (const auto lower = chart.lower_limit(phase))
            drawn += level("limit", x, scale.y(*lower));
    }
    return drawn;
}

/// From point to point, but not across a break or where periods are missing.
Html lines(const Charted& chart, const Height& scale) {
    Html drawn;
    const auto points = chart.points.size();
    for (const auto& phase : chart.phases)
        for (auto at = phase.begin + 1; at < phase.end; ++at) {
            if (std::ranges::count(chart.gaps, at) > 0) continue;
            append(drawn, R"(<line class="om-xmr__line" x1="{}%" y1="{}" x2="{}%" y2="{}"/>
)",
                   per_cent(x_of(at - 1, points)), px(scale.y(chart.points[at - 1].value)),
                   per_cent(x_of(at, points)), px(scale.y(chart.points[at].value)));
        }
    return drawn;
}

/// Usual and better are discs, of concern a diamond, without a judgement a square.
Html mark(const ChartPoint& point, double x, double y, double size) {
    const auto kind = mark_of(point.verdict.signal);
    if (kind == "common" || kind == "better")
        return html(R"(<circle class="om-pt om-pt--{}" cx="{}%" cy="{}" r="{}"/>)", kind,
                    per_cent(x), px(y), per_cent(size));
    const auto shape = kind == "worse" ? fmt::format("M0 -{0} L{0} 0 L0 {0} L-{0} 0z", size * 1.3)
                                       : fmt::format("M-{0} -{0} H{0} V{0} H-{0}z", size * 0.9);
    return html(
        R"(<svg class="om-pt__at" x="{}%" y="{}" width="1" height="1"><path class="om-pt om-pt--{}" d="{}"/></svg>)",
        per_cent(x), px(y), kind, shape);
}

/// Words at an end of the drawing go inwards from their point, so that nothing of them is cut off.
std::string_view anchor_at(double x, std::size_t points) {
    constexpr double end = 12;
    if (points == 1) return "middle";
    return x < end ? "start" : x > 100 - end ? "end" : "middle";
}

/// Every so-and-so-many-th period has its word, counted from the latest; on a telephone every other
/// one of those.
Html ticks(const Charted& chart) {
    Html drawn;
    const auto points = chart.points.size();
    std::size_t longest = 1;
    for (const auto& point : chart.points) longest = std::max(longest, spoken(point.period).size());
    const std::size_t room = longest <= 4 ? 13 : longest <= 8 ? 7 : 5;
    const auto every = std::max<std::size_t>(1, (points + room - 1) / room);
    for (std::size_t at = 0; at < points; ++at) {
        const auto from_last = points - 1 - at;
        if (from_last % every != 0) continue;
        append(drawn,
               R"(<text class="om-xmr__tick{}" x="{}%" y="{}" text-anchor="{}">{}</text>
)",
               from_last / every % 2 ? " om-xmr__tick--odd" : "", per_cent(x_of(at, points)),
               px(tick_line), anchor_at(x_of(at, points), points), spoken(chart.points[at].period));
    }
    return drawn;
}

/// The highest, the lowest and the latest figure are written.
Html written(const Charted& chart, const Height& scale, const ChartWords& words) {
    const auto by_value = [](const ChartPoint& point) { return point.value; };
    const auto points = chart.points.size();
    const auto place = [&](auto found) {
        return static_cast<std::size_t>(found - chart.points.begin());
    };
    const auto highest = place(std::ranges::max_element(chart.points, {}, by_value));
    const auto lowest = place(std::ranges::min_element(chart.points, {}, by_value));
    Html drawn;
    const auto write = [&](std::size_t at, bool above, bool is_last) {
        const double y = scale.y(chart.points[at].value);
        above = above || y > bottom - 24; // below it stand the periods
        append(drawn,
               R"(<text class="om-xmr__value{}" x="{}%" y="{}" text-anchor="{}">{}</text>
)",
               is_last ? " om-xmr__value--last" : "", per_cent(x_of(at, points)),
               px(above ? y - 13 : y + (is_last ? 22 : 20)), anchor_at(x_of(at, points), points),
               shown(chart.points[at].value, words.decimals));
    };
    const auto last = points - 1;
    const bool last_is_above =
        points > 1 && chart.points[last].value > chart.points[last - 1].value;
    if (highest != last) write(highest, true, false);
    if (lowest != last && lowest != highest) write(lowest, false, false);
    write(last, last_is_above, true);
    return drawn;
}

/// Above the drawing, where no figure stands: what its levels are.
Html names(const Charted& chart, const ChartWords& words) {
    constexpr double first_line = 11, second_line = 25;
    const auto& phase = chart.phases.back();
    const auto decimals = std::optional(words.decimals.value_or(0) + 1);
    Html drawn;
    const auto write = [&](bool at_end, double y, const std::string& name) {
        append(drawn, R"(<text class="om-xmr__name" x="{}" y="{}" text-anchor="{}">{}</text>
)",
               at_end ? "100%" : "0", px(y), at_end ? "end" : "start", name);
    };
    write(true, first_line, "Mean " + shown(phase.mean, decimals));
    if (chart.phases.size() > 1)
        write(true, second_line, "since " + spoken(chart.points[phase.begin].period));
    if (phase.limits)
        write(false, first_line, "Upper limit " + shown(phase.limits->upper, decimals));
    if (const auto lower = chart.lower_limit(phase))
        write(false, second_line, "Lower limit " + shown(*lower, decimals));
    return drawn;
}

} // namespace

std::optional<double> scale_begins(const Charted& chart) {
    const auto scale = scale_of(chart);
    return scale.from == 0 ? std::nullopt : std::optional(scale.from);
}

Html control_lines(const Charted& chart, const ChartWords& words) {
    const auto scale = scale_of(chart);
    Html marks;
    for (std::size_t at = 0; at < chart.points.size(); ++at)
        append(marks, "{}\n",
               mark(chart.points[at], x_of(at, chart.points.size()),
                    scale.y(chart.points[at].value), 5));
    return band(chart, scale) + grid(scale) + levels(chart, scale) + lines(chart, scale) +
           grid_words(scale) + marks + ticks(chart) + written(chart, scale, words) +
           names(chart, words);
}

Html control_drawing(const Charted& chart, const ChartWords& words) {
    return html(R"(<svg class="om-xmr" height="{}" role="img" aria-label="{}">
{}</svg>)",
                control_height, words.label, control_lines(chart, words));
}

Html spark(const Charted& all) {
    if (all.points.size() < 2) return {};
    const auto chart = latest_of(all, most_in_spark);
    auto scale = scale_of(chart);
    scale.low = 36;
    scale.high = 5;
    Html marks; // of what is unusual, and of the latest
    for (std::size_t at = 0; at < chart.points.size(); ++at) {
        const bool is_last = at + 1 == chart.points.size();
        if (is_last || chart.points[at].verdict.rule != statistics::Rule::common_cause)
            marks += mark(chart.points[at], x_of(at, chart.points.size()),
                          scale.y(chart.points[at].value), is_last ? 4 : 2.5);
    }
    return html(
        R"(<svg class="om-spark" height="41" aria-hidden="true" focusable="false">{}{}{}{}</svg>)",
        band(chart, scale), levels(chart, scale), lines(chart, scale), marks);
}

} // namespace openmasa::intelligence
