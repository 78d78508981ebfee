#include "core/audit/downloads.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/indicators/module.hpp"
#include "intelligence/indicators/pages.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include "intelligence/permissions.hpp"
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

/// The area that the address asks for, else the partnership's own.
const Area* chosen_area(const Context& context, const AreaBook& book) {
    const auto code = context.form.text("area");
    const auto* area = code.empty() ? nullptr : area_with(book, code);
    return area ? area : book.ours();
}

http::Response show_register(Context& context) {
    const auto book = AreaBook::read(context.db);
    RegisterPage page{.book = book,
                      .area = chosen_area(context, book),
                      .rows = {},
                      .may_load = may_load(context.scope)};
    const auto indicators = list_indicators(context.db, context.scope);
    std::map<IndicatorNumber, std::vector<IndicatorFigure>> figures;
    if (page.area)
        for (auto& one : all_figures(context.db, page.area->number))
            figures[one.indicator].push_back(std::move(one));
    for (const auto& indicator : indicators) {
        const auto found = figures.find(indicator.number);
        if (found == figures.end()) {
            ++page.without;
            continue;
        }
        std::vector<PlainFigure> plain;
        for (const auto& one : found->second) plain.push_back({one.period, one.value});
        page.rows.push_back({.indicator = indicator,
                             .latest = found->second.back().value,
                             .period = FigurePeriod::from_number(found->second.back().period),
                             .chart = charted(plain, {}, indicator.definition.polarity)});
    }
    return reply(context,
                 {.title = "Figures", .crumbs = {}, .notice = {}, .main = register_view(page)});
}

/// Everything of the indicator in the route's {id}, for the area and breakdown that the address
/// asks for; nothing when there is no such indicator.
std::optional<IndicatorPage> page_of(Context& context, const AreaBook& book) {
    const auto id = context.id<IndicatorId>();
    const auto indicator = id ? find_indicator(context.db, context.scope, *id) : std::nullopt;
    if (!indicator) return std::nullopt;
    IndicatorPage page{.book = book,
                       .area = chosen_area(context, book),
                       .indicator = *indicator,
                       .may_define = may_load(context.scope)};
    if (!page.area) return page;
    page.breakdowns = breakdowns_of(context.db, indicator->number, page.area->number);
    const auto asked = context.form.text("breakdown");
    std::int64_t number = 0;
    std::from_chars(asked.data(), asked.data() + asked.size(), number);
    if (!page.breakdowns.empty()) page.breakdown = page.breakdowns.front().number;
    for (const auto& one : page.breakdowns)
        if (one.number == number) page.breakdown = number;
    page.figures = series(context.db, indicator->number, page.breakdown, page.area->number);
    page.breaks = breaks_of(context.db, indicator->number);
    std::vector<PlainFigure> plain;
    for (const auto& one : page.figures) plain.push_back({one.period, one.text.value});
    page.chart = charted(plain, page.breaks, indicator->definition.polarity);
    return page;
}

http::Response show_indicator(Context& context) {
    const auto book = AreaBook::read(context.db);
    auto page = page_of(context, book);
    if (!page) return reply_not_found(context);
    if (page->area) {
        const auto number = page->indicator.number;
        page->superseded = superseded(context.db, number, page->breakdown, page->area->number);
        if (!page->chart.empty())
            page->comparison =
                compare_areas(book, *page->area, page->indicator.definition,
                              figures_of_period(context.db, number, page->breakdown,
                                                page->chart.latest().period.number()));
    }
    return reply(context, {.title = page->indicator.definition.title,
                           .crumbs = {{"Figures", "/indicators"}},
                           .notice = context.form.text("saved") == "define"
                                         ? "What the indicator means is kept."
                                         : "",
                           .main = indicator_view(*page)});
}

http::Response download_figures(Context& context) {
    const auto book = AreaBook::read(context.db);
    const auto page = page_of(context, book);
    if (!page) return reply_not_found(context);
    audit::record_download(context.db, context.scope,
                           {.verb = "figures.downloaded",
                            .filter = fmt::format("indicator={}&area={}", page->indicator.id.view(),
                                                  page->area ? code_of(*page->area) : ""),
                            .rows = std::ssize(page->figures)});
    return reply_download(figures_csv(*page), "text/csv; charset=utf-8",
                          fmt::format("figures-{}.csv", iso(context.scope.today)));
}

constexpr Route routes[] = {
    {Method::Get, "/indicators", read_figures, show_register, Budget{7}},
    {Method::Get, "/indicators/add", load_figures, show_add, Budget{4}},
    {Method::Post, "/indicators/add", load_figures, post_add, Budget{20}},
    {Method::Get, "/indicators/{id}", read_figures, show_indicator, Budget{15}},
    {Method::Get, "/indicators/{id}/figures.csv", read_figures, download_figures, Budget{15}},
    {Method::Get, "/indicators/{id}/define", load_figures, show_define, Budget{8}},
    {Method::Post, "/indicators/{id}/define", load_figures, post_define, Budget{20}},
};

} // namespace

namespace indicators {

Module module() {
    return {.name = "indicators", .routes = routes};
}

} // namespace indicators

} // namespace openmasa::intelligence
