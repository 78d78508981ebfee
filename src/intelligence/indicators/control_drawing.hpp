#pragma once
// A control chart drawn: per cent across and pixels down, so that its words keep their size on a
// telephone and on paper. Its finding is its label; the figures stand in the table beside it.
#include "intelligence/indicators/charted.hpp"
#include "web/html.hpp"
#include <string_view>

namespace openmasa::intelligence {

/// What a value is written as on the chart.
struct ChartWords {
    std::string label;
    std::optional<int> decimals{};
};

/// What is drawn in the chart, as high as this many pixels; of at least one point.
inline constexpr int control_height = 370;
Html control_lines(const Charted& chart, const ChartWords& words);
/// The whole chart; of at least one point.
Html control_drawing(const Charted& chart, const ChartWords& words);
/// Where the scale begins, said underneath when it is not nought; nothing when it is.
std::optional<double> scale_begins(const Charted& chart);
/// A small one for a row of a table, without words.
Html spark(const Charted& chart);

} // namespace openmasa::intelligence
