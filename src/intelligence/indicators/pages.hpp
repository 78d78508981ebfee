#pragma once
// Handlers that routes.cpp lists: what an indicator means, one of the partnership's own that is
// added, and where charts begin anew.
#include "core/routing/context.hpp"

namespace openmasa::intelligence {

http::Response show_add(Context& context);
http::Response post_add(Context& context);
http::Response show_define(Context& context);
http::Response post_define(Context& context);
http::Response show_breaks(Context& context);
http::Response post_break(Context& context);
http::Response post_take_away(Context& context);

} // namespace openmasa::intelligence
