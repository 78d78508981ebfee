#include "intelligence/indicators/comparison.hpp"
#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/ranking.hpp"
#include "kernel/statistics/rate.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

std::optional<double> number_in(const std::optional<std::string>& text) {
    const auto figure = text ? read_figure(*text) : std::nullopt;
    return figure ? figure->number : std::nullopt;
}

Compared compared(const Area& area, const Definition& definition, const AreaFigure& figure) {
    const auto read = read_figure(figure.value);
    return {.area = &area,
            .value = figure.value,
            .number = read ? read->number : std::nullopt,
            .interval = interval_of(definition, figure),
            .beside = {}};
}

} // namespace

std::optional<statistics::Estimate> interval_of(const Definition& definition,
                                                const AreaFigure& figure) {
    const auto value = read_figure(figure.value);
    if (!value || !value->number) return std::nullopt;
    const auto lower = number_in(figure.lower), upper = number_in(figure.upper);
    if (lower && upper) return statistics::Estimate{*value->number, *lower, *upper};
    const auto count = number_in(figure.numerator), base = number_in(figure.denominator);
    if (!count || !base || definition.multiplier == 0) return std::nullopt;
    const auto per = double(definition.multiplier);
    if (definition.measure == Measure::percentage) return statistics::wilson(*count, *base, per);
    if (definition.measure == Measure::rate) return statistics::byar(*count, *base, per);
    return std::nullopt;
}

Comparison compare_areas(const AreaBook& book, const Area& chosen, const Definition& definition,
                         const std::vector<AreaFigure>& figures) {
    Comparison comparison;
    const auto figure_of = [&](AreaNumber area) {
        return std::ranges::find(figures, area, &AreaFigure::area);
    };
    const Area* area = &chosen;
    while (area) {
        if (const auto found = figure_of(area->number); found != figures.end())
            comparison.rows.push_back(compared(*area, definition, *found));
        area = area->within ? book.find(*area->within) : nullptr;
    }
    if (comparison.rows.empty() || comparison.rows.front().area != &chosen) return {};
    const auto own = comparison.rows.front();
    for (auto& row : comparison.rows)
        if (own.interval && row.area != &chosen && row.number)
            row.beside = statistics::compare(*own.interval, *row.number, definition.polarity);
    std::vector<double> values;
    for (const auto& figure : figures) {
        const auto* its = book.find(figure.area);
        const auto read = read_figure(figure.value);
        if (its && its->level == chosen.level && read && read->number)
            values.push_back(*read->number);
    }
    if (!own.number || values.size() < 2) return comparison;
    const auto places = statistics::ranks(values, definition.polarity);
    const auto mine = std::ranges::find(values, *own.number);
    comparison.rank = places[static_cast<std::size_t>(mine - values.begin())];
    comparison.authorities = static_cast<int>(values.size());
    return comparison;
}

} // namespace openmasa::intelligence
