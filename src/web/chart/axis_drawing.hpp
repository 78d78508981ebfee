#pragma once
// A time axis drawn: its words above a chart, and the lines that every lane of it repeats.
#include "web/chart/time_axis.hpp"
#include "web/html.hpp"
#include <optional>
#include <string_view>

namespace openmasa::chart {

/// Years and today above, months (quarters, years) below, as an <svg> of its own that says `label`
/// aloud. On a phone the months are letters.
Html axis_words(const TimeAxis& axis, Day today, std::string_view label);

/// The lines of the months and of today as the shape #om-grid, drawn nowhere itself. Once on a
/// page; a lane shows them by <use href="#om-grid"/>, as high as it is.
Html grid_shape(const TimeAxis& axis, Day today);

} // namespace openmasa::chart
