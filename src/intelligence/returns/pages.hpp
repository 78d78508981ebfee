#pragma once
// Handlers that routes.cpp lists.
#include "core/routing/context.hpp"

namespace openmasa::intelligence {

http::Response show_calendar(Context& context);

} // namespace openmasa::intelligence
