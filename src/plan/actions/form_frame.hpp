#pragma once
// What the forms of an action have in common: whose action it is, what was saved meanwhile, the
// page around the questions, and where a saved one leads.
#include "core/routing/form_token.hpp"
#include "plan/actions/form_views.hpp"
#include <functional>

namespace openmasa::plan {

/// The action of the address, as this person may update it; not one that is withdrawn.
std::optional<Action> find_for_form(Context& context);
/// With what is wrong, and, when somebody was first, what they saved.
FormPage form_page(Context& context, Action action, const Refusal* refusal = nullptr);
http::Response reply_form(const Context& context, const FormPage& page, const std::string& title,
                          Html form);
/// To the action's page when it was saved; otherwise the form again with what is wrong.
http::Response finish_form(Context& context, const Result<std::string>& saved,
                           const std::function<http::Response(FormPage)>& show);
/// "/actions/01k...?saved=progress"
std::string page_of(const ActionId& id, std::string_view saved);

} // namespace openmasa::plan
