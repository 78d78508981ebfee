#include "intelligence/indicators/map_views.hpp"
#include "intelligence/indicators/pieces.hpp"
#include "intelligence/indicators/strip_drawing.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>

namespace openmasa::intelligence {
namespace {

constexpr int edge = 6;

std::string_view one_of(AreaLevel level) {
    return level == AreaLevel::district ? "district" : "authority";
}
std::string_view many_of(AreaLevel level) {
    return level == AreaLevel::district ? "districts" : "authorities";
}

std::string figure_of(const IndicatorPage& page, const MapArea& one) {
    return one.number          ? shown(one.value, decimals_of(page))
           : one.value.empty() ? std::string("no figure")
                               : one.value;
}

// --- drawn ---------------------------------------------------------------------------------------

struct Frame {
    GridBox box{};
    double scale = 1;
    int width = 0, height = 0;

    double x(int grid) const { return (grid - box.left) * scale + edge; }
    double y(int grid) const { return (grid - box.top) * scale + edge; }
};

Frame frame_of(const AreaMap& map, int across, int down) {
    Frame frame{.box = map.areas.front().boundary.box};
    for (const auto& one : map.areas) {
        const auto& its = one.boundary.box;
        frame.box.left = std::min(frame.box.left, its.left);
        frame.box.right = std::max(frame.box.right, its.right);
        frame.box.top = std::min(frame.box.top, its.top);
        frame.box.bottom = std::max(frame.box.bottom, its.bottom);
    }
    const double wide = std::max(1, frame.box.right - frame.box.left);
    const double high = std::max(1, frame.box.bottom - frame.box.top);
    frame.scale = std::min((across - 2 * edge) / wide, (down - 2 * edge) / high);
    frame.width = int(wide * frame.scale) + 2 * edge;
    frame.height = int(high * frame.scale) + 2 * edge;
    return frame;
}

/// A name on one line or on two, where it has room; the chosen area's in any case.
std::vector<std::string> label_of(const MapArea& one, const Frame& frame, bool is_own) {
    constexpr double letter = 7;
    const double room = (one.boundary.box.right - one.boundary.box.left) * frame.scale * 1.1;
    const auto& name = one.area->name;
    const auto fits = [&](std::string_view words) { return double(words.size()) * letter <= room; };
    if (fits(name)) return {name};
    std::size_t middle = name.npos;
    for (auto at = name.find(' '); at != name.npos; at = name.find(' ', at + 1)) {
        const auto off = [&](std::size_t place) {
            return std::abs(double(name.size()) / 2 - double(place));
        };
        if (middle == name.npos || off(at) < off(middle)) middle = at;
    }
    if (middle != name.npos) {
        const auto first = name.substr(0, middle), second = name.substr(middle + 1);
        if (is_own || (fits(first) && fits(second))) return {first, second};
    }
    return is_own ? std::vector{name} : std::vector<std::string>();
}

Html labels(const IndicatorPage& page, const Frame& frame) {
    constexpr std::size_t most_named = 14;
    if (page.map->areas.size() > most_named) return {};
    Html words;
    for (const auto& one : page.map->areas) {
        const auto lines = label_of(one, frame, one.area == page.area);
        auto y = frame.y(one.boundary.middle.y) + 4 - 7.5 * double(lines.size() - 1);
        for (const auto& line : lines) {
            append(words,
                   "<text class=\"om-map__name{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\">"
                   "{}</text>\n",
                   one.area == page.area ? " om-map__name--own" : "",
                   fmt::format("{:.0f}", frame.x(one.boundary.middle.x)), fmt::format("{:.0f}", y),
                   line);
            y += 15;
        }
    }
    return words;
}

/// A path with the frame's corner as its origin: some programs fill no pattern far from theirs.
/// Only its subpaths' beginnings are not relative (outline.hpp).
std::string moved(std::string_view path, const Frame& frame) {
    std::string all;
    for (auto at = path.find('M'); at != path.npos; at = path.find('M')) {
        all += path.substr(0, at);
        const auto *end = path.data() + path.size(), *from = path.data() + at + 1;
        int x = 0, y = 0;
        from = std::from_chars(from, end, x).ptr;
        from = std::from_chars(from == end ? from : from + 1, end, y).ptr;
        all += fmt::format("M{} {}", x - frame.box.left, y - frame.box.top);
        path = path.substr(std::size_t(from - path.data()));
    }
    return all.append(path);
}

Html outline(std::string_view classes, const std::string& path, const Html& inside) {
    return html(R"(<path class="{}" fill-rule="evenodd" d="{}">{}</path>
)",
                classes, path, inside);
}

// --- in words ------------------------------------------------------------------------------------

std::string quarter_name(int quarter) {
    constexpr std::string_view names[] = {"no figure", "lowest quarter", "second quarter",
                                          "third quarter", "highest quarter"};
    return std::string(names[quarter]);
}

Html key_items(const IndicatorPage& page) {
    Html items;
    for (const auto& key : map_key(page)) {
        const auto shade = key.quarter == 0 ? std::string("om-map__none")
                                            : fmt::format("om-shade--{}", key.quarter);
        append(
            items,
            R"(<li><svg aria-hidden="true" focusable="false" width="22" height="12"><rect class="{}" width="22" height="12"/></svg>{}</li>
)",
            shade, key.words);
    }
    return items;
}

Html table(const IndicatorPage& page) {
    auto areas = page.map->areas;
    std::ranges::stable_sort(areas, [](const MapArea& one, const MapArea& other) {
        if (one.number && other.number) return *one.number < *other.number;
        return one.number.has_value() && !other.number;
    });
    Html rows;
    for (const auto& one : areas)
        append(
            rows,
            R"(<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{}</th><td class="govuk-table__cell govuk-table__cell--numeric">{}</td><td class="govuk-table__cell">{}</td></tr>
)",
            one.area->name, figure_of(page, one), quarter_name(one.quarter));
    return html(
        R"(<details class="govuk-details om-plain-details"><summary class="govuk-details__summary"><span class="govuk-details__summary-text">The figures on the map</span></summary><div class="govuk-details__text">
<table class="govuk-table"><caption class="govuk-visually-hidden">{}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Area</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">Figure</th><th scope="col" class="govuk-table__header">Lies in</th></tr></thead>
<tbody class="govuk-table__body">
{}</tbody></table></div></details>
)",
        map_title(page), rows);
}

Html other_map(const IndicatorPage& page) {
    const bool is_england = page.map->place->level == AreaLevel::england;
    if (page.area->level == AreaLevel::england) return {};
    return html(
        R"(<ul class="om-links"><li><a class="govuk-link govuk-link--no-visited-state" href="{}#map">{}</a></li></ul>
)",
        address_of(page, {.map_of_england = !is_england}),
        is_england ? "Show a nearer map" : "Show all of England");
}

Html missing(const IndicatorPage& page) {
    if (!page.lacks_outlines || !page.may_define) return {};
    return html(
        R"(<p class="om-quiet">A map can be drawn once the outlines of these areas are loaded. <a class="govuk-link" href="/indicators/import">Load them as GeoJSON</a>.</p>
)");
}

} // namespace

std::string map_title(const IndicatorPage& page) {
    return fmt::format("By {}, {}", one_of(page.map->level), page.map->place->name);
}

std::string map_finding(const IndicatorPage& page) {
    const auto& map = *page.map;
    const auto has_less = [](const MapArea& one, const MapArea& other) {
        return one.number && (!other.number || *one.number < *other.number);
    };
    const auto& lowest = *std::ranges::min_element(map.areas, has_less);
    const auto& highest =
        *std::ranges::max_element(map.areas, [](const auto& one, const auto& other) {
            return other.number && (!one.number || *one.number < *other.number);
        });
    auto words = fmt::format("Of {} {} in {} that have a figure {} has the highest ({}), {} the "
                             "lowest ({}).",
                             map.with_figure(), many_of(map.level), with_article(*map.place),
                             highest.area->name, figure_of(page, highest), lowest.area->name,
                             figure_of(page, lowest));
    const auto own = std::ranges::find(map.areas, page.area, &MapArea::area);
    if (own != map.areas.end() && own->quarter > 0)
        words += fmt::format(" {} lies in the {} of England's {}.", page.area->name,
                             quarter_name(own->quarter), many_of(map.level));
    return words;
}

std::vector<MapKey> map_key(const IndicatorPage& page) {
    const auto& map = *page.map;
    const auto decimals = std::optional(decimals_of(page).value_or(1));
    const auto up_to = [&](double bound) { return ", up to " + shown(bound, decimals); };
    std::vector<MapKey> all;
    for (int quarter = 1; quarter <= 4; ++quarter) {
        if (std::ranges::find(map.areas, quarter, &MapArea::quarter) == map.areas.end()) continue;
        const auto& bounds = *map.quartiles;
        all.push_back({quarter, quarter_name(quarter) +
                                    (quarter == 1   ? up_to(bounds.first)
                                     : quarter == 2 ? up_to(bounds.median)
                                     : quarter == 3 ? up_to(bounds.third)
                                                    : ", above " + shown(bounds.third, decimals))});
    }
    if (std::ranges::find(map.areas, 0, &MapArea::quarter) != map.areas.end())
        all.push_back({0, "no figure"});
    return all;
}

DrawnMap drawn_map(const IndicatorPage& page, int most_across, int most_down) {
    const auto& map = *page.map;
    const auto frame = frame_of(map, most_across, most_down);
    Html shapes, own;
    for (const auto& one : map.areas) {
        const auto path = moved(one.boundary.path, frame);
        const auto classes = one.quarter == 0
                                 ? std::string("om-map__area om-map__none")
                                 : fmt::format("om-map__area om-shade--{}", one.quarter);
        shapes += outline(classes, path,
                          html("<title>{}: {}</title>", one.area->name, figure_of(page, one)));
        if (one.area == page.area)
            own = html("<g stroke=\"#14212b\" stroke-width=\"{}\">{}</g>",
                       fmt::format("{:.4f}", 2.25 / frame.scale), outline("om-map__own", path, {}));
    }
    const auto px = [](double value) { return fmt::format("{:.4f}", value); };
    // The hatching is drawn in the map's units, which are smaller than pixels.
    auto markup = html(
        R"svg(<defs><pattern id="om-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="scale({})"><rect width="6" height="6" fill="#f4f2ec"/><path d="M-1 1 L1 -1 M0 6 L6 0 M5 7 L7 5" fill="none" stroke="#a8a291" stroke-width="1.75"/></pattern></defs>
<g transform="translate({} {}) scale({})" stroke="#7b868e" stroke-width="{}" stroke-linejoin="round">
{}{}</g>
{})svg",
        px(1 / frame.scale), edge, edge, px(frame.scale), px(0.75 / frame.scale), shapes, own,
        labels(page, frame));
    return {.markup = std::move(markup), .width = frame.width, .height = frame.height};
}

Html map_section(const IndicatorPage& page) {
    if (!page.map) return missing(page);
    const auto drawn = drawn_map(page, 480, 560);
    return html(
        R"(<section aria-labelledby="map"><h2 class="govuk-heading-m" id="map">{}</h2>
<p class="govuk-body">{}</p>
<svg class="om-map" viewBox="0 0 {} {}" role="img" aria-label="Map. {} The figures are in the table below.">
{}</svg>
<ul class="om-map__shades" aria-label="Key to the map">
{}</ul>
<p class="om-figure__foot">Quarters are of all {} in England that have a figure, {}. {}.</p>
{}{}{}</section>
)",
        map_title(page), map_finding(page), drawn.width, drawn.height, map_finding(page),
        drawn.markup, key_items(page), many_of(page.map->level), spoken(page.chart.latest().period),
        page.map_source, other_map(page), take_with_you(page, "map", false), table(page));
}

} // namespace openmasa::intelligence
