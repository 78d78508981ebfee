#include "AREA/THINGS/actions.hpp"
#include "AREA/THINGS/module.hpp"
#include "AREA/THINGS/store.hpp"
#include "AREA/THINGS/views.hpp"
#include "core/routing/form_token.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::THINGS {
namespace {

constexpr int most_shown = 200;

http::Response show(Context& context, PascalThingsPage page) {
    page.THINGS = list_THINGS(context.db, context.scope, most_shown);
    page.may_add = context.scope.may(Permission::edit_plan);
    page.form_token = form_token::hidden(context);
    const bool has_problems = !page.problems.empty();
    return reply(context, {.title = "CAPITAL_THINGS",
                           .crumbs = {},
                           .notice = {},
                           .main = THINGS_view(page),
                           .has_problems = has_problems});
}

http::Response list(Context& context) {
    return show(context, {});
}

http::Response add(Context& context) {
    const AddPascalThing command{.title = std::string(context.form.text("title"))};
    const auto added = submit(context, [&]() -> Result<std::string> {
        TRY(add_THING(context.db, context.scope, command));
        return std::string("/PATH_OF_THINGS");
    });
    if (added) return see_other(*added);
    if (added.refusal().kind == Refusal::Kind::not_found) return reply_not_found(context);
    return show(context, {.title = command.title, .problems = added.refusal().problems});
}

constexpr Route routes[] = {
    {Method::Get, "/PATH_OF_THINGS", Permission::read_plan, list, Budget{4}},
    {Method::Post, "/PATH_OF_THINGS", Permission::edit_plan, add, Budget{14}},
};

} // namespace

Module module() {
    return {.name = "THINGS", .routes = routes};
}

} // namespace openmasa::THINGS
