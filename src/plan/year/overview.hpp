#pragma once
// The whole year at one look, above the table: what has a day or a range, packed into few lines for
// each priority. Where each stands is decided here, from the lanes of the table.
#include "plan/year/timeline.hpp"

namespace openmasa::year {

struct OverviewItem {
    const TimelineRow* row = nullptr;
    /// From 0, downwards.
    int line = 0;
    /// Where its reference is written, and whether that begins or ends there; upon: it ends there,
    /// and stands on its own bar.
    double label = 0;
    enum class Side { right, left, upon } side = Side::right;
};

struct OverviewPart {
    plan::SectionId section;
    std::vector<OverviewItem> items;
    int lines = 0;
    /// What goes on without an end, or comes again and again: it is only in the table.
    int going_on = 0;
};

/// A part for each priority that has rows, in their order; no two items of a line touch, nor do
/// their references.
std::vector<OverviewPart> overview_of(const std::vector<TimelineRow>& rows);

/// Whether the overview shows it: not what leads out of the picture, since when it is late, nor
/// what it waits for.
bool is_in_overview(const Mark& mark);

/// The figure; nothing when there is so little that the table is as short.
Html overview_view(const TimelinePage& page);

} // namespace openmasa::year
