#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::drafting {

// register_pages.cpp
http::Response show_plan_register(Context& context);

http::Response show_add_plan(Context& context);
http::Response post_add_plan(Context& context);
http::Response show_change_plan(Context& context);
http::Response post_change_plan(Context& context);
http::Response show_add_priority(Context& context);
http::Response post_add_priority(Context& context);
http::Response show_change_priority(Context& context);
http::Response post_change_priority(Context& context);
http::Response show_add_objective(Context& context);
http::Response post_add_objective(Context& context);
http::Response show_change_objective(Context& context);
http::Response post_change_objective(Context& context);
http::Response show_add_action(Context& context);
http::Response post_add_action(Context& context);

} // namespace openmasa::drafting
