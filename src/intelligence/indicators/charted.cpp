#include "intelligence/indicators/charted.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

using statistics::Rule;
using statistics::Signal;

/// The kind and length of period that most of them are of; of two, the longer one.
std::pair<PeriodKind, int> usual_kind(const std::vector<ChartPoint>& points) {
    std::pair<PeriodKind, int> usual{};
    std::ptrdiff_t most = 0;
    for (const auto& point : points) {
        const std::pair kind(point.period.kind(), point.period.years());
        const auto times = std::ranges::count_if(points, [&](const ChartPoint& other) {
            return std::pair(other.period.kind(), other.period.years()) == kind;
        });
        if (times > most) usual = kind, most = times;
    }
    return usual;
}

std::string_view one_of(PeriodKind kind) {
    switch (kind) {
    case PeriodKind::quarter: return "quarter";
    case PeriodKind::month: return "month";
    case PeriodKind::week: return "week";
    case PeriodKind::single_day: return "point";
    case PeriodKind::calendar_year:
    case PeriodKind::financial_year:
    case PeriodKind::academic_year:
    case PeriodKind::reporting_year: break;
    }
    return "year";
}

std::string why(Rule rule) {
    switch (rule) {
    case Rule::common_cause: return "Ups and downs like these are what this number does by itself.";
    case Rule::above_limit: return "The latest figure is above the upper limit.";
    case Rule::below_limit: return "The latest figure is below the lower limit.";
    case Rule::trend_up: return "Six rises in a row, up to the latest figure.";
    case Rule::trend_down: return "Six falls in a row, up to the latest figure.";
    case Rule::two_in_three_above: return "Two of the last three figures are near the upper limit.";
    case Rule::two_in_three_below: return "Two of the last three figures are near the lower limit.";
    case Rule::run_above: return "Seven figures in a row are above the mean.";
    case Rule::run_below: return "Seven figures in a row are below the mean.";
    }
    return {};
}

std::string list_of(const std::vector<std::string>& names) {
    if (names.size() < 2) return names.empty() ? std::string() : names.front();
    const std::vector<std::string> but_last(names.begin(), names.end() - 1);
    return join(but_last, ", ") + " and " + names.back();
}

/// "since 2014", or since what the definition changed in: limits and mean are of that time.
std::string since(const Charted& chart) {
    const auto begins = spoken(chart.points[chart.phases.back().begin].period);
    return (chart.phases.size() > 1 ? "since the break at " : "since ") + begins;
}

/// A few are named, many are counted.
std::string special_finding(const Charted& chart) {
    constexpr std::size_t most_named = 3;
    const auto points = chart.current();
    std::vector<std::string> names;
    for (const auto& point : points)
        if (point.verdict.rule != Rule::common_cause) names.push_back(spoken(point.period));
    if (names.size() <= most_named)
        return fmt::format("Special cause in {}; otherwise usual {}", list_of(names), since(chart));
    return fmt::format("Special cause in {} of {} {}", names.size(),
                       counted(std::ssize(points), one_of(chart.latest().period.kind())),
                       since(chart));
}

/// Where no period is missing, one begins when the one before it has ended; days are counted at
/// any time.
std::vector<std::size_t> gaps_in(const std::vector<ChartPoint>& points) {
    std::vector<std::size_t> gaps;
    for (std::size_t at = 1; at < points.size(); ++at)
        if (points[at].period.kind() != PeriodKind::single_day &&
            points[at].period > points[at - 1].period.next())
            gaps.push_back(at);
    return gaps;
}

std::string as_sentence(std::string words) {
    if (!words.empty() && std::string_view(".!?").find(words.back()) == std::string_view::npos)
        words += '.';
    return words;
}

} // namespace

std::span<const ChartPoint> Charted::current() const {
    return std::span(points).subspan(phases.empty() ? 0 : phases.back().begin);
}

std::size_t Charted::special() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        current(), [](const ChartPoint& one) { return one.verdict.rule != Rule::common_cause; }));
}

Charted charted(std::span<const PlainFigure> figures, std::span<const ChartBreak> breaks,
                statistics::Polarity polarity) {
    Charted chart;
    chart.polarity = polarity;
    for (const auto& figure : figures) {
        const auto period = FigurePeriod::from_number(figure.period);
        const auto read = read_figure(figure.value);
        if (period && read && read->number)
            chart.points.push_back({.period = *period, .value = *read->number});
    }
    const auto kind = usual_kind(chart.points);
    std::erase_if(chart.points, [&](const ChartPoint& one) {
        return std::pair(one.period.kind(), one.period.years()) != kind;
    });
    if (chart.empty()) return chart;
    chart.gaps = gaps_in(chart.points);
    std::vector<std::size_t> rebased;
    for (const auto& one : breaks) {
        const auto at = std::ranges::find_if(chart.points, [&](const ChartPoint& point) {
            return point.period.number() >= one.period;
        });
        const auto place = static_cast<std::size_t>(at - chart.points.begin());
        if (at == chart.points.begin() || at == chart.points.end()) continue;
        if (!rebased.empty() && rebased.back() == place) {
            chart.breaks.back().reason += " " + as_sentence(one.reason);
            continue;
        }
        rebased.push_back(place);
        chart.breaks.push_back({one.period, as_sentence(one.reason), one.area});
    }
    std::vector<double> values;
    for (const auto& point : chart.points) values.push_back(point.value);
    auto judged = statistics::control_chart(values, rebased, {.polarity = polarity});
    for (std::size_t at = 0; at < chart.points.size(); ++at)
        chart.points[at].verdict = judged.verdicts[at];
    chart.phases = std::move(judged.phases);
    chart.trial_limits = chart.phases.back().trial_limits;
    return chart;
}

Charted latest_of(const Charted& chart, std::size_t most) {
    if (chart.points.size() <= most) return chart;
    const auto gone = chart.points.size() - most;
    auto latest = chart;
    latest.points.erase(latest.points.begin(), latest.points.begin() + std::ptrdiff_t(gone));
    std::erase_if(latest.phases, [&](const statistics::Phase& one) { return one.end <= gone; });
    latest.breaks.erase(latest.breaks.begin(), latest.breaks.begin() + std::ssize(chart.phases) -
                                                   std::ssize(latest.phases));
    std::erase_if(latest.gaps, [&](std::size_t at) { return at <= gone; });
    for (auto& at : latest.gaps) at -= gone;
    for (auto& phase : latest.phases) {
        phase.begin = std::max(phase.begin, gone) - gone;
        phase.end -= gone;
    }
    return latest;
}

std::string finding(const Charted& chart) {
    if (chart.empty()) return "There is no number to draw";
    const auto one = one_of(chart.latest().period.kind());
    const auto points = counted(std::ssize(chart.current()), one);
    if (!chart.has_limits())
        return chart.phases.size() > 1
                   ? fmt::format("{} {} is too little to say what is usual", points, since(chart))
                   : fmt::format("{} is too little to say what is usual", points);
    if (chart.special() == 0) {
        auto words = since(chart);
        words.front() = 'S';
        return fmt::format("{} it has stayed within its limits: no special cause in any of {}",
                           words, points);
    }
    return special_finding(chart);
}

std::string_view mark_of(Signal signal) {
    switch (signal) {
    case Signal::common_cause: return "common";
    case Signal::improvement: return "better";
    case Signal::concern: return "worse";
    case Signal::neutral_low:
    case Signal::neutral_high: return "neither";
    }
    return {};
}

Said latest_says(const Charted& chart) {
    if (chart.empty()) return {"No figure", "There is no number for this area yet.", "common"};
    if (!chart.has_limits())
        return {"Too few figures", "What is usual cannot be said from so few.", "common"};
    const auto& verdict = chart.latest().verdict;
    Said said{
        .head = "Nothing unusual", .words = why(verdict.rule), .mark = mark_of(verdict.signal)};
    switch (verdict.signal) {
    case Signal::common_cause: break;
    case Signal::improvement: said.head = "Unusual, and better"; break;
    case Signal::concern: said.head = "Unusual, and of concern"; break;
    case Signal::neutral_low: said.head = "Unusually low"; break;
    case Signal::neutral_high: said.head = "Unusually high"; break;
    }
    if (chart.trial_limits) said.words += " Under 12 figures the limits are trial limits.";
    return said;
}

std::string_view spoken(Rule rule) {
    switch (rule) {
    case Rule::common_cause: return "None";
    case Rule::above_limit: return "Above the upper limit";
    case Rule::below_limit: return "Below the lower limit";
    case Rule::trend_up: return "One of 7 that rise";
    case Rule::trend_down: return "One of 7 that fall";
    case Rule::two_in_three_above: return "2 of 3 near the upper limit";
    case Rule::two_in_three_below: return "2 of 3 near the lower limit";
    case Rule::run_above: return "One of 7 above the mean";
    case Rule::run_below: return "One of 7 below the mean";
    }
    return {};
}

} // namespace openmasa::intelligence
