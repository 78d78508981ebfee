#include "core/exchange/csv.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include <array>

namespace openmasa::intelligence {
namespace {

using Cells = std::array<std::string, 21>;

constexpr std::array<std::string_view, 21> heads = {
    "indicator",      "source",      "code",          "area",     "area_code",
    "about",          "period",      "first_day",     "last_day", "value",
    "as_number",      "numerator",   "denominator",   "standing", "mean",
    "lower_limit",    "upper_limit", "special_cause", "file",     "published_lower",
    "published_upper"};

void append(std::string& csv, const Cells& cells) {
    std::array<std::string_view, 21> views;
    for (std::size_t at = 0; at < cells.size(); ++at) views[at] = cells[at];
    csv::append_line(csv, views);
}

/// The phase of the chart that the point belongs to.
const statistics::Phase* phase_of(const Charted& chart, std::size_t at) {
    for (const auto& phase : chart.phases)
        if (at >= phase.begin && at < phase.end) return &phase;
    return nullptr;
}

void add_verdict(Cells& cells, const Charted& chart, std::int64_t period) {
    for (std::size_t at = 0; at < chart.points.size(); ++at) {
        if (chart.points[at].period.number() != period) continue;
        const auto* phase = phase_of(chart, at);
        if (phase) cells[14] = plain(phase->mean);
        if (phase && phase->limits) {
            cells[15] = plain(phase->limits->lower);
            cells[16] = plain(phase->limits->upper);
        }
        cells[17] = spoken(chart.points[at].verdict.rule);
    }
}

} // namespace

std::string figures_csv(const IndicatorPage& page) {
    std::string csv;
    csv::append_line(csv, heads);
    if (!page.area) return csv;
    const auto& is = page.indicator.definition;
    std::string about;
    for (const auto& one : page.breakdowns)
        if (one.number == page.breakdown) about = one.words;
    for (const auto& figure : page.figures) {
        const auto period = FigurePeriod::from_number(figure.period);
        const auto read = read_figure(figure.text.value);
        Cells cells{is.title,
                    std::string(to_text(is.source)),
                    is.code,
                    page.area->name,
                    code_of(*page.area),
                    about};
        if (period) {
            cells[6] = spoken(*period);
            cells[7] = iso(period->first());
            cells[8] = iso(period->last());
        }
        cells[9] = figure.text.value;
        if (read && read->number) cells[10] = plain(*read->number);
        cells[11] = figure.text.numerator.value_or("");
        cells[12] = figure.text.denominator.value_or("");
        cells[13] = to_text(static_cast<FigureStanding>(figure.text.standing));
        add_verdict(cells, page.chart, figure.period);
        cells[18] = figure.load_file;
        cells[19] = figure.text.lower.value_or("");
        cells[20] = figure.text.upper.value_or("");
        append(csv, cells);
    }
    return csv;
}

} // namespace openmasa::intelligence
