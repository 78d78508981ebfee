#include "core/audit/downloads.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/indicators/module.hpp"
#include "intelligence/indicators/page_reading.hpp"
#include "intelligence/indicators/pages.hpp"
#include "intelligence/indicators/picture_pages.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include "intelligence/permissions.hpp"
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

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

http::Response show_indicator(Context& context) {
    const auto book = AreaBook::read(context.db);
    auto page = page_of(context, book);
    if (!page) return reply_not_found(context);
    if (page->area) {
        const auto number = page->indicator.number;
        page->superseded = superseded(context.db, number, page->breakdown, page->area->number);
        compare(context, *page);
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
    {Method::Get, "/indicators/{id}/chart.svg", read_figures, download_chart_svg, Budget{15}},
    {Method::Get, "/indicators/{id}/chart.png", read_figures, download_chart_png, Budget{15}},
    {Method::Get, "/indicators/{id}/beside.svg", read_figures, download_beside_svg, Budget{15}},
    {Method::Get, "/indicators/{id}/beside.png", read_figures, download_beside_png, Budget{15}},
    {Method::Get, "/indicators/{id}/map.svg", read_figures, download_map_svg, Budget{15}},
    {Method::Get, "/indicators/{id}/map.png", read_figures, download_map_png, Budget{15}},
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
