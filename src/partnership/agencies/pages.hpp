#pragma once
// The handlers of this feature that stand outside routes.cpp.
#include "core/routing/context.hpp"

namespace openmasa::agencies {

/// What came before and after an agency, and the form that says what follows.
http::Response show_following(Context& context);
http::Response post_following(Context& context);
/// One succession: what is agreed of it, and the list that waits.
http::Response show_succession(Context& context);
http::Response post_agreement(Context& context);
http::Response post_drop(Context& context);

} // namespace openmasa::agencies
