#include "intelligence/indicators/pictures.hpp"
#include "intelligence/indicators/benchmark_views.hpp"
#include "intelligence/indicators/control_drawing.hpp"
#include "intelligence/indicators/map_views.hpp"
#include "intelligence/indicators/strip_drawing.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

/// Where the figures are from and when this was drawn.
std::string source_line(const IndicatorPage& page, Day today) {
    const auto& is = page.indicator.definition;
    const auto* latest = page.figures.empty() ? nullptr : &page.figures.back();
    return fmt::format("Source: {}{}, {}{}. Drawn on {}.",
                       is.publisher.empty() ? "" : is.publisher + ", ", spoken(is.source), is.code,
                       latest && latest->loaded_at
                           ? ", loaded " + openmasa::spoken(london_day(*latest->loaded_at))
                           : std::string(),
                       openmasa::spoken(today));
}

constexpr double row_height = 28, words_width = 250,
                 drawn_width = picture_inside - words_width - 30;

Html strip_row(const IndicatorPage& page, const Strip& strip, const Compared& row, double y) {
    const bool is_own = row.area == page.area;
    const auto look = trusted_html(is_own ? R"( font-weight="600" fill="#14212b")" : "");
    auto drawn = html("<g transform=\"translate(0 {})\">", fmt::format("{:.0f}", y));
    if (is_own)
        append(drawn, R"(<rect x="-6" y="-14" width="{}" height="{}" fill="#fbf3df"/>)",
               fmt::format("{:.0f}", picture_inside + 12), fmt::format("{:.0f}", row_height));
    append(drawn,
           R"(<text x="0" y="5"{}>{}</text><text x="{}" y="5" text-anchor="end"{}>{}</text>)", look,
           row.area->name, fmt::format("{:.0f}", words_width), look,
           row.number          ? shown(row.value, decimals_of(page))
           : row.value.empty() ? std::string("no figure")
                               : row.value);
    append(drawn, "<g transform=\"translate({} -12)\">{}</g></g>\n",
           fmt::format("{:.0f}", words_width + 24),
           drawn_for(strip.row(row, int(row_height) / 2), drawn_width));
    return drawn;
}

} // namespace

std::optional<PictureFile> control_picture(const IndicatorPage& page, Day today) {
    if (!page.area || page.chart.empty()) return std::nullopt;
    const auto& is = page.indicator.definition;
    const auto lines = control_lines(page.chart, {.label = {}, .decimals = is.decimals});
    PictureFile picture{.title = finding(page.chart),
                        .sub = what_is_drawn(page),
                        .drawing = drawn_for(lines, picture_inside),
                        .height = control_height};
    if (auto words = how_it_is_drawn(page); !words.empty()) picture.foot.push_back(words);
    picture.foot.push_back(source_line(page, today));
    return picture;
}

std::optional<PictureFile> beside_picture(const IndicatorPage& page, Day today) {
    if (!is_compared(page)) return std::nullopt;
    const Strip strip(page);
    const auto found = benchmark_finding(page);
    PictureFile picture{
        .title = found.empty() ? fmt::format("{} beside others", page.area->name) : found,
        .sub = fmt::format("{}, {}", page.indicator.definition.title, compared_unit(page))};
    append(picture.drawing, "<g transform=\"translate({} 0)\">{}</g>\n",
           fmt::format("{:.0f}", words_width + 24), drawn_for(strip.axis(), drawn_width));
    double y = 36;
    for (const auto& row : page.comparison.rows) {
        picture.drawing += strip_row(page, strip, row, y);
        y += row_height;
    }
    if (page.set) {
        append(picture.drawing, R"(<text x="0" y="{}" font-weight="600">{}</text>
)",
               fmt::format("{:.0f}", y + 8), neighbours_title(page));
        y += row_height + 8;
    }
    for (const auto& row : neighbours_in_order(page)) {
        picture.drawing += strip_row(page, strip, row, y);
        y += row_height;
    }
    picture.height = y - 10;
    picture.foot = {how_it_is_compared(page), source_line(page, today)};
    return picture;
}

std::optional<PictureFile> map_picture(const IndicatorPage& page, Day today) {
    if (!page.map) return std::nullopt;
    constexpr int most_across = 640, most_down = 620, key_at = most_across + 30;
    const auto drawn = drawn_map(page, most_across, most_down);
    PictureFile picture{
        .title = map_finding(page),
        .sub = fmt::format("{}, {}", page.indicator.definition.title, compared_unit(page)),
        .drawing = drawn_for(drawn.markup, picture_inside),
        .height = double(drawn.height)};
    int y = 30;
    for (const auto& key : map_key(page)) {
        const auto shade = key.quarter == 0 ? std::string("om-map__none")
                                            : fmt::format("om-shade--{}", key.quarter);
        const auto swatch = html(R"(<rect class="{}" x="{}" y="{}" width="22" height="12"/>)",
                                 shade, key_at, y - 11);
        append(picture.drawing, "{}<text x=\"{}\" y=\"{}\">{}</text>\n", drawn_for(swatch, 1),
               key_at + 30, y, key.words);
        y += 24;
    }
    picture.foot = {page.map_source + ".", source_line(page, today)};
    return picture;
}

} // namespace openmasa::intelligence
