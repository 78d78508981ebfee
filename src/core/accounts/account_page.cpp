#include "core/access/store.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/store.hpp"
#include "core/accounts/two_step_store.hpp"
#include "core/accounts/views.hpp"
#include "core/routing/reply.hpp"

namespace openmasa::accounts {
namespace {

std::vector<std::string> what_they_may(const Scope& scope) {
    std::vector<std::string> may;
    if (scope.reads_single_records())
        may.emplace_back("read the records that your roles are held on, and what hangs on them");
    else if (scope.may(Permission::read_plan))
        may.emplace_back(scope.words.say("read the [plan], its actions and their evidence"));
    if (scope.may(Permission::edit_plan))
        may.emplace_back("record progress and add evidence to any action");
    else if (scope.may(Permission::update_action))
        may.emplace_back("record progress and add evidence to the actions you act for");
    if (scope.may(Permission::edit_plan))
        may.emplace_back("change an action's words, owner and target date");
    if (scope.may(Permission::import_plan))
        may.emplace_back(scope.words.say("import [a plan] from Word"));
    return may;
}

} // namespace

http::Response show_account(Context& context) {
    const auto own = find_account(context.db, *context.scope.account);
    const AccountPage page{.known_as = context.scope.known_as,
                           .email = own->email,
                           .may = what_they_may(context.scope),
                           .acts_for = access::owners_of(context.db, *context.scope.person),
                           .words = context.words,
                           .has_two_step = has_two_step(context.db, *context.scope.account)};
    return reply(context,
                 {.title = "Your account", .crumbs = {}, .notice = {}, .main = account_view(page)});
}

} // namespace openmasa::accounts
