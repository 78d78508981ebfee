#pragma once
// A series of figures as a control chart, and what it says in plain words. Nothing but values in
// and out; the method is kernel/statistics/control_chart.hpp.
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator_store.hpp"
#include "kernel/period.hpp"
#include "kernel/statistics/control_chart.hpp"
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace openmasa::intelligence {

struct ChartPoint {
    FigurePeriod period = FigurePeriod::of_day({});
    double value = 0;
    statistics::Verdict verdict{};
};

struct Charted {
    /// The oldest first; only figures that are numbers, of the kind of period that most are of.
    std::vector<ChartPoint> points;
    std::vector<statistics::Phase> phases;
    /// Why each phase but the first begins anew, in their order; the same place has one.
    std::vector<ChartBreak> breaks;
    statistics::Polarity polarity = statistics::Polarity::no_judgement;
    /// What the latest points are judged by has fewer points than the method asks for.
    bool trial_limits = false;

    /// Places of points before which periods are missing.
    std::vector<std::size_t> gaps{};
    /// What is counted is never below nought: neither is a limit.
    bool from_nought = false;

    bool empty() const { return points.empty(); }
    bool has_limits() const { return !phases.empty() && phases.back().limits.has_value(); }
    const ChartPoint& latest() const { return points.back(); }
    /// The points since the last break, which mean and limits are of.
    std::span<const ChartPoint> current() const;
    /// The lower limit, where there can be anything below it.
    std::optional<double> lower_limit(const statistics::Phase& phase) const {
        if (!phase.limits || (from_nought && phase.limits->lower < 0)) return std::nullopt;
        return phase.limits->lower;
    }
    /// How many of those are more than ordinary variation.
    std::size_t special() const;
};

/// A figure as a chart needs it: FigurePeriod::number() and the published text.
struct PlainFigure {
    std::int64_t period;
    std::string_view value;
};

Charted charted(std::span<const PlainFigure> figures, std::span<const ChartBreak> breaks,
                statistics::Polarity polarity);

/// The finding as a sentence: "Since 2014 it has stayed within its limits: no special cause in any
/// of 12 years".
std::string finding(const Charted& chart);
/// Its latest points at most so many, as they were judged among all of them.
Charted latest_of(const Charted& chart, std::size_t most);
/// What the latest point says: "Nothing unusual"; "Unusual, and better"; and why: "Ups and downs
/// like these are what this number does by itself."
struct Said {
    std::string head, words;
    /// The mark of the drawing: "common", "better", "worse" or "neither".
    std::string_view mark;
};
Said latest_says(const Charted& chart);
/// What the rule says of one point: "None", "Above the upper limit".
std::string_view spoken(statistics::Rule rule);
/// "common", "better", "worse", "neither".
std::string_view mark_of(statistics::Signal signal);

} // namespace openmasa::intelligence
