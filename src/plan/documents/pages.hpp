#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::plan_documents {

// downloads.cpp
http::Response download_plan(Context& context);

// calendar_pages.cpp
http::Response download_milestones(Context& context);
http::Response show_calendar(Context& context);
http::Response give_feed(Context& context);
http::Response revoke_feed(Context& context);
http::Response show_feed(Context& context);

} // namespace openmasa::plan_documents
