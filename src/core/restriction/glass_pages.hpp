#pragma once
// The handlers behind the addresses of the glass; the table of routes is in
// routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::restriction {

http::Response show_break_glass(Context& context);
http::Response post_break_glass(Context& context);
http::Response show_uses(Context& context);
http::Response show_review(Context& context);
http::Response post_review(Context& context);

} // namespace openmasa::restriction
