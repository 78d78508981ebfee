#include "core/audit/downloads.hpp"
#include "core/routing/reply.hpp"
#include "intelligence/indicators/module.hpp"
#include "intelligence/indicators/page_reading.hpp"
#include "intelligence/indicators/pages.hpp"
#include "intelligence/indicators/picture_pages.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/views.hpp"
#include "intelligence/permissions.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <map>

namespace openmasa::intelligence {
namespace {

/// Every word that was searched for, in what an indicator says of itself.
bool says_all(const Definition& is, const std::vector<std::string>& words) {
    const auto said = lower(fmt::format("{} {} {} {} {} {}", is.title, is.counts, is.theme, is.code,
                                        is.publisher, spoken(is.source)));
    return std::ranges::all_of(
        words, [&](const std::string& word) { return said.find(word) != said.npos; });
}

std::vector<std::string> words_of(std::string_view searched) {
    std::vector<std::string> words;
    const auto text = lower(one_line(searched));
    for (const auto one : split(text, ' '))
        if (!one.empty()) words.emplace_back(one);
    return words;
}

RegisterRow row_of(const Indicator& indicator, const std::vector<IndicatorFigure>& figures,
                   const std::vector<ChartBreak>& breaks) {
    std::vector<PlainFigure> plain;
    for (const auto& one : figures) plain.push_back({one.period, one.value});
    RegisterRow row{.indicator = indicator,
                    .latest = figures.back().value,
                    .period = FigurePeriod::from_number(figures.back().period),
                    .chart = charted(plain, breaks, indicator.definition.polarity)};
    row.chart.from_nought = indicator.definition.measure != Measure::average;
    return row;
}

http::Response show_register(Context& context) {
    const auto book = AreaBook::read(context.db);
    RegisterPage page{.book = book,
                      .area = chosen_area(context, book),
                      .rows = {},
                      .words = shortened(one_line(context.form.text("words")), 100),
                      .may_load = may_load(context.scope)};
    const auto which = context.form.text("which");
    page.shows = which == "all"       ? RegisterShows::all
                 : which == "unusual" ? RegisterShows::unusual
                                      : RegisterShows::with_figures;
    const auto indicators = list_indicators(context.db, context.scope);
    page.is_bare = indicators.empty();
    std::map<IndicatorNumber, std::vector<IndicatorFigure>> figures;
    std::map<IndicatorNumber, std::vector<ChartBreak>> breaks;
    if (page.area) {
        breaks = all_breaks(context.db, page.area->number);
        for (auto& one : all_figures(context.db, page.area->number))
            figures[one.indicator].push_back(std::move(one));
    }
    const auto words = words_of(page.words);
    for (const auto& indicator : indicators) {
        if (!says_all(indicator.definition, words)) continue;
        const auto found = figures.find(indicator.number);
        if (found == figures.end())
            page.rest.push_back(indicator);
        else
            page.rows.push_back(row_of(indicator, found->second, breaks[indicator.number]));
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
    return reply_download(
        figures_csv(*page), "text/csv; charset=utf-8",
        file_name(page->indicator.definition, page->area, "figures", context.scope.today, "csv"));
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
    {Method::Get, "/indicators/{id}/breaks", load_figures, show_breaks, Budget{8}},
    {Method::Post, "/indicators/{id}/breaks", load_figures, post_break, Budget{20}},
    {Method::Post, "/indicators/{id}/breaks/take-away", load_figures, post_take_away, Budget{20}},
};

} // namespace

namespace indicators {

Module module() {
    return {.name = "indicators", .routes = routes};
}

} // namespace indicators

} // namespace openmasa::intelligence
