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

// report_pages.cpp
http::Response show_report(Context& context);
http::Response download_report_pdf(Context& context);
http::Response download_report_word(Context& context);
http::Response show_cover_form(Context& context);
http::Response post_cover(Context& context);

} // namespace openmasa::plan_documents
