#pragma once
// Asking somebody who is signed in to prove once more who they are, before something that matters.
// Either the page asks for it in its own form (proof_fields, step_up), or it leads through the page
// /account/prove and back (ask_for_proof). A proof holds for five minutes in that session.
#include "core/routing/context.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include "web/ui/field.hpp"
#include <optional>

namespace openmasa::accounts {

/// Whether they gave their password (and code) in this session within the last five minutes.
bool is_proved(const Context& context);

/// For a GET: the way through /account/prove and back to this page; nothing when it is proved.
std::optional<http::Response> ask_for_proof(const Context& context);

/// For a form of one's own: "Your password", and "Code" when this person has a second step.
Html proof_fields(Context& context, ui::Problems problems);
/// Checks what came in the fields "password" and "code" of this form; problems belong to them.
/// Failures are counted as failed sign-ins. In transactions of its own: ask before submit().
Result<Done> step_up(Context& context);

} // namespace openmasa::accounts
