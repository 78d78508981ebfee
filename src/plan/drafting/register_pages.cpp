// The list of all plans, with filters, columns, views and files.
#include "core/registers/list_page.hpp"
#include "core/registers/pages.hpp"
#include "core/routing/reply.hpp"
#include "plan/drafting/pages.hpp"
#include "plan/drafting/register.hpp"
#include "web/pages/layout.hpp"
#include "web/ui/button.hpp"
#include <fmt/format.h>

namespace openmasa::drafting {
namespace {

/// For whoever may change plans.
Html verbs(const Context& context) {
    if (!context.scope.may(Permission::edit_plan)) return {};
    return ui::button({.text = "Import a spreadsheet",
                       .href = "/plans/all/import",
                       .classes = "govuk-button--secondary"}) +
           ui::button({.text = context.words.say("Add [a plan]"), .href = "/plans/add"});
}

} // namespace

http::Response show_plan_register(Context& context) {
    const auto& words = context.words;
    const auto several = words.several(terms::Word::plan);
    const auto title = fmt::format("All {}", several);
    const auto list = registers::list_of(
        context, plan_register,
        {.none = fmt::format("No {} has been saved yet.", words.one(terms::Word::plan))});
    return reply(context, {.title = title,
                           .crumbs = {{words.headings(terms::Word::plan), "/plans?all=yes"}},
                           .notice = registers::notice_of_import(context),
                           .main = pages::head({.title = title, .verbs = verbs(context)}) + list});
}

} // namespace openmasa::drafting
