#include "core/administration/module.hpp"
#include "core/routing/places.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::administration {
namespace {

Html place_view(const places::Place& place) {
    return html(
        R"(<li class="om-needs__item"><h3 class="om-needs__what"><a class="govuk-link govuk-link--no-visited-state" href="{}">{}</a></h3><p class="om-needs__why">{}</p></li>
)",
        place.href, place.text, place.about);
}

/// Nothing when this person may open none of its places.
Html group_view(const places::Group& group, const Scope& scope) {
    Html items;
    for (const auto& place : group.places)
        if (scope.may(place.permission)) items += place_view(place);
    if (items.empty()) return {};
    return html(
        R"(<section class="om-section om-measure"><h2 class="govuk-heading-m">{}</h2><ul class="om-needs">
{}</ul></section>
)",
        group.heading, items);
}

http::Response show(Context& context) {
    if (!places::may_administer_anything(context.scope)) return reply_not_found(context);
    auto main = pages::head({.title = "Administration"});
    for (const auto& group : places::administration()) main += group_view(group, context.scope);
    return reply(context, {.title = "Administration", .crumbs = {}, .notice = {}, .main = main});
}

constexpr Route routes[] = {
    {Method::Get, "/administration", Permission::own_account, show, Budget{3}},
};

} // namespace

Module module() {
    return {.name = "administration", .routes = routes};
}

} // namespace openmasa::administration
