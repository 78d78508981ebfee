#include "intelligence/indicators/page_reading.hpp"
#include "core/documents/png.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/permissions.hpp"
#include <algorithm>
#include <charconv>

namespace openmasa::intelligence {

const Area* chosen_area(const Context& context, const AreaBook& book) {
    const auto code = context.form.text("area");
    const auto* area = code.empty() ? nullptr : area_with(book, code);
    return area ? area : book.ours();
}

std::optional<Indicator> indicator_of(Context& context) {
    const auto id = context.id<IndicatorId>();
    return id ? find_indicator(context.db, context.scope, *id) : std::nullopt;
}

std::optional<IndicatorPage> page_of(Context& context, const AreaBook& book) {
    const auto indicator = indicator_of(context);
    if (!indicator) return std::nullopt;
    IndicatorPage page{.book = book,
                       .area = chosen_area(context, book),
                       .indicator = *indicator,
                       .may_define = may_load(context.scope),
                       .can_draw_png = documents::why_no_png().empty()};
    if (!page.area) return page;
    page.breakdowns = breakdowns_of(context.db, indicator->number, page.area->number);
    const auto asked = context.form.text("breakdown");
    std::int64_t number = 0;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    if (!page.breakdowns.empty()) page.breakdown = page.breakdowns.front().number;
    for (const auto& one : page.breakdowns)
        if (one.number == number) page.breakdown = number;
    page.figures = series(context.db, indicator->number, page.breakdown, page.area->number);
    const auto breaks = breaks_in(breaks_of(context.db, indicator->number), page.area->number);
    std::vector<PlainFigure> plain;
    for (const auto& one : page.figures) plain.push_back({one.period, one.text.value});
    page.chart = charted(plain, breaks, indicator->definition.polarity);
    page.chart.from_nought = indicator->definition.measure != Measure::average;
    return page;
}

namespace {

/// Plain numbers are as large as their area: no map shows anything else of them.
void add_map(Context& context, IndicatorPage& page, const std::vector<AreaFigure>& figures) {
    page.choices.map_of_england = context.form.text("map") == "england";
    if (page.indicator.definition.measure == Measure::number) return;
    auto planned =
        plan_map(page.book, *page.area, figures,
                 page.choices.map_of_england ? MapWants::all_of_england : MapWants::nearest);
    if (!planned) return;
    auto boundaries = boundaries_of(context.db, planned->level, planned->detail);
    page.map = with_outlines(std::move(*planned), page.book, std::move(boundaries));
    page.lacks_outlines = !page.map;
    if (page.map) page.map_source = boundary_source(context.db, page.map->level);
}

} // namespace

void compare(Context& context, IndicatorPage& page) {
    if (!page.area || page.chart.empty()) return;
    page.neighbours = neighbours_of(context.db, page.area->number);
    const auto asked = context.form.text("model");
    std::from_chars(asked.data(), asked.data() + asked.size(), page.choices.model);
    page.choices.in_set_order = context.form.text("order") == "set";
    const auto found = std::ranges::find_if(page.neighbours, [&](const NeighbourSet& set) {
        return set.model.number == page.choices.model;
    });
    const bool is_known = found != page.neighbours.end();
    if (!is_known) page.choices.model = 0;
    page.set = is_known ? &*found : in_force(page.neighbours, context.scope.today);
    const auto figures = figures_of_period(context.db, page.indicator.number, page.breakdown,
                                           page.chart.latest().period.number());
    page.comparison =
        compare_areas(page.book, *page.area, page.indicator.definition, figures, page.set);
    add_map(context, page, figures);
}

} // namespace openmasa::intelligence
