#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::plans {

http::Response show_plans(Context& context);
http::Response show_plan(Context& context);
http::Response show_priorities(Context& context);
http::Response show_editions(Context& context);
http::Response show_comments(Context& context);
http::Response show_without_update(Context& context);
http::Response show_priority(Context& context);
http::Response show_objective(Context& context);

// tag_pages.cpp
http::Response show_plan_themes(Context& context);
http::Response post_plan_themes(Context& context);
http::Response show_priority_themes(Context& context);
http::Response post_priority_themes(Context& context);

} // namespace openmasa::plans
