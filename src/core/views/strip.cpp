#include "core/views/strip.hpp"
#include "core/views/rules.hpp"
#include "core/views/store.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::views {
namespace {

Html item(const Strip& strip, const View& view) {
    return html(R"(<li><a href="{}?{}"{}>{} <b>{}</b></a></li>
)",
                strip.address, view.query,
                when(view.query == strip.query, html(R"( aria-current="page")")), view.name,
                view.shared ? "shared" : "yours");
}

Html link(const std::string& address, std::string_view words) {
    return html(R"(<li><a class="om-views__save" href="{}">{}</a></li>
)",
                address, words);
}

/// What is shown can be saved, or is the view that stands there already.
Html verb(const Strip& strip) {
    if (!strip.may_save || strip.query.empty()) return {};
    const auto shown = std::ranges::find(strip.views, strip.query, &View::query);
    if (shown == strip.views.end())
        return link(fmt::format("/views/new?list={}&within={}&query={}", strip.list, strip.within,
                                http::percent_encoded(strip.query)),
                    "Save this view");
    return when(std::ranges::count(strip.changeable, shown->id) > 0,
                link("/views/" + shown->id.str(), "Change this view"));
}

} // namespace

Strip strip(Context& context, std::string list, std::string within, std::string address,
            std::string query) {
    Strip made{.list = std::move(list),
               .within = std::move(within),
               .address = std::move(address),
               .query = std::move(query),
               .views = {},
               .may_save = context.scope.person.has_value() && !context.token &&
                           !context.scope.looking_back};
    made.views = on_list(context.db, context.scope, made.list, made.within);
    for (const auto& view : made.views)
        if (may_change(context.scope, view)) made.changeable.push_back(view.id);
    return made;
}

bool shows_one(const Strip& strip) {
    return std::ranges::count(strip.views, strip.query, &View::query) > 0;
}

Html strip_items(const Strip& strip) {
    Html items;
    for (const auto& view : strip.views) items += item(strip, view);
    items += verb(strip);
    if (!strip.views.empty()) items += link("/views", "All saved views");
    return items;
}

} // namespace openmasa::views
