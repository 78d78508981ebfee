#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::year {

http::Response show_timeline(Context& context);
http::Response show_year(Context& context);
http::Response show_board(Context& context);

} // namespace openmasa::year
