#pragma once
// The handlers behind routes.cpp: each reads what its page needs and hands it to a view.
#include "core/routing/context.hpp"

namespace openmasa::plan {

http::Response list_actions(Context& context);
http::Response download_actions_csv(Context& context);
http::Response download_actions_json(Context& context);
http::Response show_action(Context& context);
http::Response download_file(Context& context);

http::Response show_progress_form(Context& context);
http::Response post_progress(Context& context);
http::Response show_evidence_form(Context& context);
http::Response post_evidence(Context& context);
http::Response show_change_form(Context& context);
http::Response post_change(Context& context);

} // namespace openmasa::plan
