#pragma once
// The saved views above a list, as links; and the way to save what is shown now.
#include "core/routing/context.hpp"
#include "core/views/view.hpp"
#include "web/html.hpp"
#include <vector>

namespace openmasa::views {

/// What stands above one list for one reader.
struct Strip {
    std::string list, within;
    /// Of the list, without a query.
    std::string address;
    /// What is shown now, in the list's own form; empty: everything.
    std::string query;
    std::vector<View> views;
    /// Somebody signed in may keep what is shown.
    bool may_save = false;
    std::vector<ViewId> changeable{};
};

/// Reads the views: one statement.
Strip strip(Context& context, std::string list, std::string within, std::string address,
            std::string query);
/// Whether what is shown is one of the views.
bool shows_one(const Strip& strip);
/// The links, each a <li>, for a nav of class om-views.
Html strip_items(const Strip& strip);

} // namespace openmasa::views
