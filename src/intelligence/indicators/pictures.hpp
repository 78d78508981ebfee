#pragma once
// The charts of an indicator's page as pictures to take away: as SVG and as PNG.
#include "intelligence/indicators/picture_file.hpp"
#include "intelligence/indicators/views.hpp"
#include "kernel/day.hpp"
#include <optional>

namespace openmasa::intelligence {

/// The control chart; nothing when there is no number to draw.
std::optional<PictureFile> control_picture(const IndicatorPage& page, Day today);
/// The comparison with others; nothing when there is none.
std::optional<PictureFile> beside_picture(const IndicatorPage& page, Day today);
/// The map; nothing when there is none.
std::optional<PictureFile> map_picture(const IndicatorPage& page, Day today);

} // namespace openmasa::intelligence
