#pragma once
// Handlers that routes.cpp lists.
#include "core/routing/context.hpp"

namespace openmasa::intelligence {

http::Response show_calendar(Context& context);

// An agency's own page; not found for whoever enters nothing for it.
http::Response show_return(Context& context);
http::Response post_return(Context& context);
http::Response post_return_file(Context& context);
http::Response download_template_csv(Context& context);
http::Response download_template_xlsx(Context& context);

// One figure of any of the partnership's own indicators.
http::Response show_enter(Context& context);
http::Response post_enter(Context& context);

} // namespace openmasa::intelligence
