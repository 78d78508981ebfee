#pragma once
// Pages for what went wrong before or beneath a handler: short, calm, and true.
#include "core/routing/context.hpp"

namespace openmasa {

/// A page without anybody's name, for 400, 404, 408, 413, 431, 500, 503 and 507.
http::Response failure_page(int status);
/// The same for what ended in a fault: what was typed is on the page, to be copied.
http::Response failure_page(int status, http::Request& request);
/// The form was made for another sign-in, or too long ago: nothing was saved.
http::Response reply_stale_form(const Context& context);
/// For a form from somebody whose session has ended: what they typed is on the page, to be copied.
http::Response reply_signed_out(const Context& context);

} // namespace openmasa
