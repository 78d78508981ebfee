#include "kernel/text.hpp"
#include "plan/year/lane_views.hpp"
#include "plan/year/overview.hpp"
#include "web/chart/axis_drawing.hpp"
#include "web/chart/standing_signs.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::year {
namespace {

/// Fewer rows are seen at one look in the table itself.
constexpr std::size_t fewest = 10;
constexpr int line_height = 20;

void append_item(Html& to, const OverviewItem& item) {
    const auto& row = *item.row;
    append(to, R"(<svg y="{}" width="100%" height="{}"><a href="/actions/{}" tabindex="-1">)",
           item.line * line_height, line_height, row.action.id);
    append_told(to, row);
    for (const auto& mark : row.lane.marks)
        if (is_in_overview(mark)) append_mark(to, mark, row.lane.standing);
    chart::append_sign(to, row.lane.standing, row.lane.sign);
    append(
        to,
        R"(<text class="om-overview__ref{}{}" x="{}%" y="50%" dy="4.5" text-anchor="{}">{}</text></a></svg>)",
        row.lane.standing == ui::Standing::late ? " om-overview__ref--late" : "",
        item.side == OverviewItem::Side::upon ? " om-overview__ref--upon" : "",
        chart::per_cent(item.label), item.side == OverviewItem::Side::right ? "start" : "end",
        row.action.reference);
}

std::string_view name_of(const TimelinePage& page, const plan::SectionId& id) {
    const auto& sections = page.picture.sections;
    const auto found = std::ranges::find(sections, id, &plan::Section::id);
    return found == sections.end() ? std::string_view() : std::string_view(found->name);
}

/// "10 actions; 2 go on or recur, and stand only below".
std::string remark_of(const OverviewPart& part) {
    const auto all = int(part.items.size()) + part.going_on;
    if (part.going_on == 0) return counted(all, "action");
    return fmt::format("{}; {} on or {}, and {} only below", counted(all, "action"),
                       part.going_on == 1 ? "1 goes" : fmt::format("{} go", part.going_on),
                       part.going_on == 1 ? "recurs" : "recur",
                       part.going_on == 1 ? "stands" : "stand");
}

void append_part(Html& to, const TimelinePage& page, const OverviewPart& part) {
    append(
        to,
        R"(<div class="om-overview__part"><p class="om-overview__name">{}<span>{}</span></p><svg class="om-overview__lines" height="{}" aria-hidden="true" focusable="false"><use href="#om-grid"/>)",
        name_of(page, part.section), remark_of(part), std::max(part.lines, 1) * line_height);
    for (const auto& item : part.items) append_item(to, item);
    append(to, "</svg></div>\n");
}

} // namespace

Html overview_view(const TimelinePage& page) {
    if (page.drawn.size() < fewest) return {};
    const chart::TimeAxis axis(page.window.first, page.window.last());
    Html parts;
    for (const auto& part : overview_of(page.drawn)) append_part(parts, page, part);
    return html(
        R"(<figure class="om-overview"><div class="om-overview__part om-overview__part--head"><span></span>{}</div>
{}</figure>
)",
        chart::axis_words(axis, page.picture.today,
                          spoken(page.window) +
                              " at one look. The table below says the same in words."),
        parts);
}

} // namespace openmasa::year
