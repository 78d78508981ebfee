#pragma once
// The handlers behind routes.cpp.
#include "core/routing/context.hpp"
#include "plan/recommendations/form_views.hpp"
#include "web/pages/layout.hpp"
#include <functional>

namespace openmasa::recommendations {

http::Response show_list(Context& context);
http::Response show_recommendation(Context& context);
http::Response show_moves(Context& context);

// add_pages.cpp
http::Response show_add(Context& context);
http::Response post_add(Context& context);

// source_pages.cpp
http::Response show_add_source(Context& context);
http::Response post_add_source(Context& context);
http::Response show_source(Context& context);
http::Response post_source(Context& context);
http::Response show_remove_source(Context& context);
http::Response post_remove_source(Context& context);

// step_pages.cpp
http::Response show_move(Context& context);
http::Response post_move(Context& context);
http::Response show_evidence(Context& context);
http::Response post_evidence(Context& context);
http::Response show_actions(Context& context);
http::Response post_actions(Context& context);

// join_pages.cpp
http::Response show_join(Context& context);
http::Response post_join(Context& context);
http::Response show_part(Context& context);
http::Response post_part(Context& context);
http::Response show_withdraw(Context& context);
http::Response post_withdraw(Context& context);

/// What a form asks of a source, as typed.
SourceWords read_source(const http::Form& form);

// form_pages.cpp: what the forms share.
/// The recommendation of the address, where this person may change it so.
std::optional<Whole> find_to_change(Context& context, Permission permission);
/// With what is wrong and, where somebody was first, what they saved.
FormPage form_page(Context& context, Recommendation it, const Refusal* refusal = nullptr);
http::Response reply_form(const Context& context, const FormPage& form, std::string_view title,
                          Html main);
/// Saves, and leads to the recommendation's page, which says what was saved; or shows the form
/// again.
http::Response finish(Context& context, const RecommendationId& id,
                      const std::function<Result<Done>()>& save, std::string_view saved,
                      Permission permission,
                      const std::function<http::Response(Whole, const Refusal&)>& again);
/// Those that say much the same, as they are offered; never `besides` itself.
std::vector<Offered> offered_for(Context& context, std::string_view words,
                                 const std::optional<RecommendationId>& besides = {});
std::vector<pages::Crumb> crumbs();
std::vector<pages::Crumb> crumbs(const Recommendation& it);

} // namespace openmasa::recommendations
