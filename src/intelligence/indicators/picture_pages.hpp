#pragma once
// The charts of an indicator as files to take away.
#include "core/routing/context.hpp"

namespace openmasa::intelligence {

http::Response download_chart_svg(Context& context);
http::Response download_chart_png(Context& context);
http::Response download_beside_svg(Context& context);
http::Response download_beside_png(Context& context);
http::Response download_map_svg(Context& context);
http::Response download_map_png(Context& context);

} // namespace openmasa::intelligence
