#include "plan/year/overview.hpp"
#include "kernel/target_date.hpp"
#include <algorithm>

namespace openmasa::year {
namespace {

using Side = OverviewItem::Side;
using What = Mark::What;

// Per cent of a picture some 900 pixels wide.
constexpr double half_a_sign = 1, a_letter = .9, gap = .5;

struct Stretch {
    double from = 0, to = 0;
};

bool goes_on(const TimelineRow& row) {
    return row.action.date_kind == name(TargetDate::Kind::recurring) ||
           std::ranges::count(row.lane.marks, What::fading_bar, &Mark::what) > 0;
}

/// What is drawn of a lane, without the line that says since when it is late.
Stretch stretch_of(const Lane& lane) {
    Stretch stretch{lane.sign - half_a_sign, lane.sign + half_a_sign};
    for (const auto& mark : lane.marks) {
        if (!is_in_overview(mark)) continue;
        stretch.from = std::min(stretch.from, mark.from);
        stretch.to = std::max({stretch.to, mark.from, mark.to});
    }
    return stretch;
}

struct Placing {
    OverviewItem item;
    Stretch taken;
};

/// Its reference stands behind it, before it where there is no room behind, and upon it where there
/// is none at all.
Placing placing_of(const TimelineRow& row) {
    const auto drawn = stretch_of(row.lane);
    const double width = a_letter * double(row.action.reference.size()) + gap;
    if (drawn.to + width <= 100)
        return {{&row, 0, drawn.to + gap, Side::right}, {drawn.from, drawn.to + width}};
    if (drawn.from - width >= 0)
        return {{&row, 0, drawn.from - gap, Side::left}, {drawn.from - width, drawn.to}};
    return {{&row, 0, drawn.to - 2 * half_a_sign - gap, Side::upon}, {drawn.from, drawn.to}};
}

/// Each into the first line that has room.
void pack(OverviewPart& part, std::vector<Placing> placings) {
    std::ranges::stable_sort(placings, {}, [](const Placing& one) { return one.taken.from; });
    std::vector<double> ends;
    for (auto& placing : placings) {
        const auto line =
            std::ranges::find_if(ends, [&](double end) { return end + gap <= placing.taken.from; });
        placing.item.line = int(line - ends.begin());
        if (line == ends.end())
            ends.push_back(placing.taken.to);
        else
            *line = placing.taken.to;
        part.items.push_back(placing.item);
    }
    part.lines = int(ends.size());
}

} // namespace

bool is_in_overview(const Mark& mark) {
    return mark.what != What::overdue && mark.what != What::gate && mark.what != What::gate_late &&
           mark.what != What::earlier && mark.what != What::later;
}

std::vector<OverviewPart> overview_of(const std::vector<TimelineRow>& rows) {
    std::vector<OverviewPart> parts;
    for (auto row = rows.begin(); row != rows.end();) {
        OverviewPart part{.section = row->action.section};
        std::vector<Placing> placings;
        for (; row != rows.end() && row->action.section == part.section; ++row)
            if (goes_on(*row))
                ++part.going_on;
            else
                placings.push_back(placing_of(*row));
        pack(part, std::move(placings));
        parts.push_back(std::move(part));
    }
    return parts;
}

} // namespace openmasa::year
