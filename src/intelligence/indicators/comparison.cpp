#include "intelligence/indicators/comparison.hpp"
#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/ranking.hpp"
#include "kernel/statistics/rate.hpp"
#include <algorithm>

namespace openmasa::intelligence {
namespace {

using statistics::Polarity;

std::optional<double> number_in(const std::optional<std::string>& text) {
    const auto figure = text ? read_figure(*text) : std::nullopt;
    return figure ? figure->number : std::nullopt;
}

Compared compared(const Area& area, const Definition& definition, const AreaFigure& figure) {
    return {.area = &area,
            .value = figure.value,
            .number = number_in(figure.value),
            .interval = interval_of(definition, figure),
            .rounded_to = figure.rounded_to};
}

/// Where the first of the values stands among all of them.
std::optional<Standing> standing_of_first(const std::vector<double>& values, Polarity polarity) {
    if (values.size() < 2) return std::nullopt;
    Standing standing{.place = statistics::ranks(values, polarity).front(),
                      .of = static_cast<int>(values.size())};
    if (const auto quartiles = statistics::quartiles(values)) {
        standing.quarter = statistics::quarter_of(values.front(), *quartiles, polarity);
        standing.band = statistics::band_of(standing.quarter, polarity);
    }
    return standing;
}

class Comparing {
public:
    Comparing(const AreaBook& book, const Area& chosen, const Definition& definition,
              const std::vector<AreaFigure>& figures)
        : book_(book), chosen_(chosen), definition_(definition), figures_(figures) {}

    Comparison take(const NeighbourSet* set) {
        const auto* own = figure_of(chosen_.number);
        if (!own) return {};
        comparison_.rows.push_back(compared(chosen_, definition_, *own));
        add_above();
        if (set) add_neighbours(*set);
        place();
        return std::move(comparison_);
    }

private:
    const AreaFigure* figure_of(AreaNumber area) const {
        const auto found = std::ranges::find(figures_, area, &AreaFigure::area);
        return found == figures_.end() ? nullptr : &*found;
    }
    const Compared& own() const { return comparison_.rows.front(); }

    /// England first, then what lies in it.
    void add_above() {
        std::vector<const Area*> above;
        const auto* area = chosen_.within ? book_.find(*chosen_.within) : nullptr;
        for (; area; area = area->within ? book_.find(*area->within) : nullptr)
            above.push_back(area);
        for (auto one = above.rbegin(); one != above.rend(); ++one) {
            const auto* figure = figure_of((*one)->number);
            if (!figure) continue;
            auto row = compared(**one, definition_, *figure);
            row.beside = stands_to(own(), row, As::benchmark);
            comparison_.rows.push_back(std::move(row));
        }
    }

    void add_neighbours(const NeighbourSet& set) {
        std::vector<std::optional<double>> values;
        for (const auto& one : set.neighbours) {
            const auto* area = book_.find(one.area);
            if (!area) continue;
            const auto* figure = figure_of(one.area);
            auto row = figure ? compared(*area, definition_, *figure) : Compared{.area = area};
            row.beside = stands_to(own(), row, As::equal);
            values.push_back(row.number);
            comparison_.neighbours.push_back(std::move(row));
        }
        comparison_.average = statistics::neighbour_average(values);
    }

    void place() {
        if (!own().number) return;
        std::vector<double> all{*own().number}, near{*own().number};
        for (const auto& figure : figures_) {
            const auto* area = book_.find(figure.area);
            const auto number = number_in(figure.value);
            const bool counts = area && number && area->level == chosen_.level;
            if (counts && area != &chosen_) all.push_back(*number);
        }
        for (const auto& one : comparison_.neighbours)
            if (one.number) near.push_back(*one.number);
        comparison_.among_all = standing_of_first(all, definition_.polarity);
        comparison_.among_neighbours = standing_of_first(near, definition_.polarity);
    }

    const AreaBook& book_;
    const Area& chosen_;
    const Definition& definition_;
    const std::vector<AreaFigure>& figures_;
    Comparison comparison_;
};

Beside from(double other, const statistics::Estimate& own) {
    return other > own.upper ? Beside::higher : other < own.lower ? Beside::lower : Beside::similar;
}

} // namespace

std::optional<statistics::Estimate> interval_of(const Definition& definition,
                                                const AreaFigure& figure) {
    const auto value = number_in(figure.value);
    if (!value) return std::nullopt;
    const auto lower = number_in(figure.lower), upper = number_in(figure.upper);
    if (lower && upper) return statistics::Estimate{*value, *lower, *upper};
    const auto count = number_in(figure.numerator), base = number_in(figure.denominator);
    if (!count || !base || definition.multiplier == 0) return std::nullopt;
    const auto per = double(definition.multiplier);
    if (definition.measure == Measure::percentage) return statistics::wilson(*count, *base, per);
    if (definition.measure == Measure::rate) return statistics::byar(*count, *base, per);
    return std::nullopt;
}

std::optional<Beside> stands_to(const Compared& own, const Compared& other, As as) {
    if (!own.number || !other.number) return std::nullopt;
    const bool by_both = as == As::equal && own.interval && other.interval;
    if (by_both) {
        if (other.interval->lower > own.interval->upper) return Beside::higher;
        return other.interval->upper < own.interval->lower ? Beside::lower : Beside::similar;
    }
    if (own.interval) return from(*other.number, *own.interval);
    return std::nullopt;
}

Comparison compare_areas(const AreaBook& book, const Area& chosen, const Definition& definition,
                         const std::vector<AreaFigure>& figures, const NeighbourSet* set) {
    return Comparing(book, chosen, definition, figures).take(set);
}

} // namespace openmasa::intelligence
