#pragma once
// A form that came after its session had ended is kept, so that nothing typed is lost: signing in
// leads to it, and it opens filled in. For the same account only, and for a day.
#include "core/routing/context.hpp"
#include "kernel/id.hpp"
#include <optional>
#include <string>

namespace openmasa::accounts {

struct KeptFormKind;
using KeptFormId = Id<KeptFormKind>;

struct KeptForm {
    std::string path;
    http::Form fields;
    Moment kept_at{};
};

/// Set in the form that opens a kept one: submit() then shows it filled in instead of saving.
inline constexpr std::string_view reopening = "kept_form";

/// Keeps the posted form of this request for the account whose session the cookie names, when that
/// session is known, the form's token was made in it and the account is open. Passwords, codes and
/// files are not kept. Gives the path that leads to it.
std::optional<std::string> keep_form(Context& context);
std::optional<KeptForm> find_kept_form(Context& context, const KeptFormId& id);
/// Inside atomically(); false when there is none of this account.
bool forget_kept_form(Context& context, const KeptFormId& id);

} // namespace openmasa::accounts
