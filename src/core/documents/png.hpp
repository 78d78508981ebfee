#pragma once
// A drawing of ours (SVG) as a picture in points (PNG), by librsvg's rsvg-convert on this machine.
// It runs confined (confined.hpp): it sees the drawing and nothing else, and has no network.
#include "kernel/result.hpp"
#include <string>
#include <string_view>

namespace openmasa::documents {

/// The converter; another one by $OPENMASA_RSVG.
std::string rsvg_path();
/// Why no PNG can be made here, as a sentence; empty when one can. The SVG can be had all the same.
std::string why_no_png();

/// Twice as large as the drawing says, for print and for bright screens. Refuses with why_no_png(),
/// or when the drawing could not be made within some seconds.
Result<std::string> draw_png(std::string_view svg);

} // namespace openmasa::documents
