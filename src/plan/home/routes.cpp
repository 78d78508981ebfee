#include "core/routing/reply.hpp"
#include "plan/home/module.hpp"
#include "plan/home/store.hpp"
#include "plan/home/views.hpp"

namespace openmasa::home {
namespace {

http::Response show(Context& context) {
    if (!context.scope.may(Permission::read_plan))
        return reply(context, {.title = "No role yet",
                               .main = without_role_view(context.scope.known_as,
                                                         context.settings.partnership)});
    const bool left = context.form.text("left") == "import";
    return reply(context, {.title = "Home",
                           .notice = left ? "You left the document; nothing of it was saved." : "",
                           .main = home_view(load_home(context.db, context.scope))});
}

constexpr Route routes[] = {
    {Method::Get, "/", Permission::own_account, show, Budget{10}},
};

} // namespace

Module module() {
    return {.name = "home", .routes = routes};
}

} // namespace openmasa::home
