#pragma once
// An area's figure beside others on the page of an indicator: what it says, then a table that is a
// chart.
#include "intelligence/indicators/views.hpp"

namespace openmasa::intelligence {

/// Whether there is anything to compare: not for plain numbers, which are as large as their area.
bool is_compared(const IndicatorPage& page);
/// Nothing for plain numbers, which are as large as their area, and without anything beside it.
Html benchmark_section(const IndicatorPage& page);
/// What the comparison finds, in sentences: "Norfolk is lower than England, similar to the East of
/// England. Of its ten statistical neighbours 4 are similar, 6 higher." Empty without a comparison.
std::string benchmark_finding(const IndicatorPage& page);
/// "% of plans started, year to 31 March 2025"; "Ten statistical neighbours, 2025 model, the lowest
/// first"; what bar and mark mean, in sentences.
std::string compared_unit(const IndicatorPage& page);
std::string neighbours_title(const IndicatorPage& page);
std::string how_it_is_compared(const IndicatorPage& page);
/// The lowest first or in the order of their set, as is chosen; those without a figure last.
std::vector<Compared> neighbours_in_order(const IndicatorPage& page);

} // namespace openmasa::intelligence
