#pragma once
// The handlers behind routes.cpp, and what other features' pages show of the clocks.
#include "core/clocks/clock_views.hpp"
#include "core/routing/context.hpp"

namespace openmasa::clocks {

/// The clocks that run about what this person may see, the latest first; no more than `most` are
/// looked at, and each costs up to three statements.
RunningPage read_running(Context& context, int most);
/// On Home: the first few that are late or soon due, with the way to all of them.
Html home_card(Context& context);
/// Those about one record that this person may see.
Section read_section(Context& context, std::string_view kind, std::string_view record);

http::Response show_running(Context& context);
http::Response show_clock(Context& context);
http::Response show_start(Context& context);
http::Response post_start(Context& context);
http::Response show_pause(Context& context);
http::Response post_pause(Context& context);
http::Response show_restart(Context& context);
http::Response post_restart(Context& context);
http::Response show_stop(Context& context);
http::Response post_stop(Context& context);

// rule_pages.cpp
http::Response show_rules(Context& context);
http::Response show_add_rule(Context& context);
http::Response post_add_rule(Context& context);
http::Response show_withdraw_rule(Context& context);
http::Response post_withdraw_rule(Context& context);

} // namespace openmasa::clocks
