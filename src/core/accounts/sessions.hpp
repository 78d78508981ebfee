#pragma once
// Who is asking: the session cookie of somebody signed in, or the visit cookie of somebody who is
// not yet (forms are bound to it). A session lasts one working day.
#include "core/routing/context.hpp"

namespace openmasa::sessions {

inline constexpr auto lifetime = std::chrono::hours{12};

/// Whether the request carries what looks like a session; whose, and whether it is open, is another
/// question. Asks nobody.
bool has_cookie(const http::Request& request);
/// Fills the context's scope and secret from the request's cookies.
void recognise(Context& context);
/// Gives somebody without a cookie one, so that the forms on this page can be sent back.
void remember_visit(const Context& context, http::Response& response);
/// To the sign-in page, which leads back here afterwards.
http::Response ask_to_sign_in(const Context& context);

/// Starts a session and sets its cookie. Inside atomically() for start(); the cookie after.
std::string start(Context& context, const AccountId& account);
void set_cookie(const Context& context, http::Response& response, const std::string& secret);
/// Ends the session of this request. Inside atomically().
void end(Context& context);
void clear_cookie(const Context& context, http::Response& response);

} // namespace openmasa::sessions
