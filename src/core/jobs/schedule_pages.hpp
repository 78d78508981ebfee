#pragma once
// When work is done by itself: looked at and changed by whoever may administer.
#include "core/routing/context.hpp"

namespace openmasa::jobs {

http::Response show_schedule(Context& context);
http::Response post_schedule(Context& context);

} // namespace openmasa::jobs
