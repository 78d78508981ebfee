#pragma once
// Handlers that routes.cpp lists: what an indicator means, and one of the partnership's own that is
// added.
#include "core/routing/context.hpp"

namespace openmasa::intelligence {

http::Response show_add(Context& context);
http::Response post_add(Context& context);
http::Response show_define(Context& context);
http::Response post_define(Context& context);

} // namespace openmasa::intelligence
