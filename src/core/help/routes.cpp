#include "core/help/module.hpp"
#include "core/help/views.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::help {
namespace {

http::Response show_help(Context& context) {
    return reply(context, {.title = "Help", .main = help_view(context.settings, context.words)});
}

http::Response show_accessibility(Context& context) {
    return reply(context,
                 {.title = "Accessibility",
                  .main = accessibility_view(context.settings.partnership, context.words)});
}

// Two statements tell who is asking; the pages themselves read nothing.
constexpr Route routes[] = {
    {Method::Get, "/help", Permission::anyone, show_help, Budget{3}},
    {Method::Get, "/accessibility", Permission::anyone, show_accessibility, Budget{3}},
};

} // namespace

Module module() {
    return {.name = "help", .routes = routes};
}

} // namespace openmasa::help
