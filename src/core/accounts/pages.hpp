#pragma once
// The handlers behind routes.cpp, by the page they stand on.
#include "core/accounts/role_views.hpp"
#include "core/accounts/store.hpp"
#include "core/routing/context.hpp"
#include <functional>

namespace openmasa::accounts {

// sign_in_pages.cpp
http::Response show_sign_in_form(Context& context);
http::Response sign_in(Context& context);
http::Response show_code_form(Context& context);
http::Response sign_in_with_code(Context& context);
http::Response sign_out(Context& context);
/// Starts the session and leads to `to`; the cookie goes with the answer. An account that was
/// changed since it was read opens nothing: the page to sign in is shown again. `also` is done in
/// the transaction that starts the session.
http::Response enter(Context& context, const Account& account, std::string to,
                     const std::function<void(std::string_view session_secret)>& also = {});
/// Who they are was proved; the code is asked for on a page of its own.
http::Response ask_for_code(Context& context, const Account& account, std::string_view to);

// outside_pages.cpp
http::Response show_outside(Context& context);
http::Response sign_in_from_outside(Context& context);
http::Response show_own_identities(Context& context);
http::Response end_own_identity(Context& context);
http::Response show_join_identity(Context& context);
http::Response post_join_identity(Context& context);
http::Response end_their_identity(Context& context);

// welcome_pages.cpp
http::Response show_welcome_form(Context& context);
http::Response welcome(Context& context);

// forgotten_pages.cpp
http::Response show_forgotten(Context& context);
http::Response send_forgotten(Context& context);
http::Response show_forgotten_sent(Context& context);

// account_page.cpp
http::Response show_account(Context& context);

// two_step_pages.cpp
http::Response show_two_step(Context& context);
http::Response begin_two_step_here(Context& context);
http::Response confirm_two_step_here(Context& context);
http::Response renew_recovery_codes_here(Context& context);
http::Response end_two_step_here(Context& context);

// kept_form_pages.cpp
http::Response show_kept_form(Context& context);
http::Response throw_kept_form_away(Context& context);

// session_pages.cpp
http::Response show_sessions(Context& context);
http::Response end_session_here(Context& context);
http::Response end_other_sessions(Context& context);

// people_pages.cpp, leave_pages.cpp
http::Response show_people(Context& context);
http::Response show_users(Context& context);
http::Response show_details(Context& context);
http::Response show_add_details(Context& context);
http::Response post_add_details(Context& context);
http::Response show_change_details(Context& context);
http::Response post_change_details(Context& context);
http::Response show_person(Context& context);
http::Response show_new_person(Context& context);
http::Response add_person_here(Context& context);
http::Response invite_here(Context& context);
http::Response end_sessions_here(Context& context);
http::Response end_their_two_step(Context& context);
http::Response show_leave(Context& context);
http::Response leave_here(Context& context);

// role_pages.cpp
http::Response show_give_role(Context& context);
http::Response post_give_role(Context& context);
http::Response show_end_role(Context& context);
http::Response post_end_role(Context& context);
/// With the name of what it is held on, as far as this reader may see it.
ShownRole shown(Context& context, HeldRole held);

// token_pages.cpp
http::Response show_tokens(Context& context);
http::Response make_token_here(Context& context);
http::Response revoke_token_here(Context& context);

// step_up.cpp
http::Response show_proof_form(Context& context);
http::Response prove(Context& context);

} // namespace openmasa::accounts
