#pragma once
// What is in a lane, drawn half way down its <svg>: the table of the timeline and the overview
// above it show the same marks.
#include "plan/year/timeline.hpp"

namespace openmasa::year {

/// The shapes that marks refer to, drawn nowhere themselves. Once on a page that has any.
const Html& mark_shapes();
void append_mark(Html& to, const Mark& mark, ui::Standing standing);
/// What it is, for who points at it: "VA 3: Report on missing children. Quarterly. In progress".
void append_told(Html& to, const TimelineRow& row);

} // namespace openmasa::year
