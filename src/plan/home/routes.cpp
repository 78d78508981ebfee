#include "core/clocks/pages.hpp"
#include "core/restriction/home_card.hpp"
#include "core/routing/facts.hpp"
#include "core/routing/reply.hpp"
#include "plan/home/module.hpp"
#include "plan/home/store.hpp"
#include "plan/home/views.hpp"
#include "plan/look_back.hpp"
#include <algorithm>

namespace openmasa::home {
namespace {

/// Takes what is asked of the reader out of what they should know.
std::vector<FirstPageFact> take_asked(std::vector<FirstPageFact>& known) {
    const auto asked = std::ranges::stable_partition(
        known, [](const FirstPageFact& fact) { return fact.asked == 0; });
    std::vector<FirstPageFact> taken(asked.begin(), asked.end());
    known.erase(asked.begin(), asked.end());
    return taken;
}

http::Response show(Context& context) {
    if (!context.scope.may(Permission::read_plan))
        return reply(context,
                     {.title = "No role yet",
                      .main = without_role_view(context.scope.known_as,
                                                context.settings.partnership, context.words)});
    auto home = load_home(context.db, context.scope);
    auto known = facts_for_first_page(context);
    home.asked = take_asked(known);
    const bool left = context.form.text("left") == "import";
    return reply(context, {.title = "Home",
                           .notice = left ? "You left the document; nothing of it was saved." : "",
                           .main = restriction::home_card(context.db, context.scope) +
                                   home_view(home, context.words) + known_view(known) +
                                   clocks::home_card(context) +
                                   restriction::way_to_break_glass(context.scope)});
}

constexpr Route routes[] = {
    // At most 15 (tests/many_plans_test.cpp), and some for what is remembered, once after it
    // changed.
    {Method::Get, "/", Permission::own_account, show, Budget{33}},
};

} // namespace

Module module() {
    return {.name = "home", .routes = routes, .looks_back = plan::look_back};
}

} // namespace openmasa::home
