#pragma once
// The handlers behind routes.cpp that stand in files of their own.
#include "core/routing/context.hpp"

namespace openmasa::editions {

// follows_pages.cpp
http::Response show_follows(Context& context);
http::Response post_follows(Context& context);

} // namespace openmasa::editions
