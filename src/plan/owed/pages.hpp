#pragma once
// The handlers of this feature (routes.cpp).
#include "core/routing/context.hpp"

namespace openmasa::owed {

http::Response show_owner(Context& context);
http::Response show_changes(Context& context);
http::Response show_changes_of_priority(Context& context);
http::Response show_gaps(Context& context);
http::Response show_gap(Context& context);
http::Response show_all_gaps(Context& context);
http::Response download_owed_csv(Context& context);
http::Response download_owed_json(Context& context);
http::Response download_owed_xlsx(Context& context);

} // namespace openmasa::owed
