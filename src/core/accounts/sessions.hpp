#pragma once
// Who is asking: the session cookie of somebody signed in, or the visit cookie of somebody who is
// not yet (forms are bound to it). How long a session lasts: rules.hpp.
#include "core/routing/context.hpp"

namespace openmasa::sessions {

/// Whether the request carries what looks like a session; whose, and whether it is open, is another
/// question. Asks nobody.
bool has_cookie(const http::Request& request);
/// The secret in the session cookie, whether or not that session is open; empty when there is none.
std::string_view cookie_of(const http::Request& request);
/// Fills the context's scope and secret from the request's cookies.
void recognise(Context& context);
/// Gives somebody without a cookie one, so that the forms on this page, or on the one that it leads
/// to, can be sent back.
void remember_visit(const Context& context, http::Response& response);
/// Notes that the session was used, when that was last noted some minutes ago: it ends an hour
/// after its last use. Not while it cannot be written: reading goes on also when the disk is full.
void note_use(Context& context);
/// To the sign-in page, which leads back here afterwards.
http::Response ask_to_sign_in(const Context& context);

/// Starts a session and sets its cookie. Inside atomically() for start(); the cookie after.
std::string start(Context& context, const AccountId& account);
void set_cookie(const Context& context, http::Response& response, const std::string& secret);
/// Ends the session of this request. Inside atomically().
void end(Context& context);
void clear_cookie(const Context& context, http::Response& response);

} // namespace openmasa::sessions
