#pragma once
// A QR code as an SVG drawing on the page itself: nothing is fetched, no script runs.
#include "web/html.hpp"
#include <string_view>

namespace openmasa::accounts {

/// Black on white with the quiet margin that ISO/IEC 18004 asks for. `label` is said aloud.
Html qr_code(std::string_view text, std::string_view label);

} // namespace openmasa::accounts
