#include "plan/updates/module.hpp"
#include "plan/updates/pages.hpp"

namespace openmasa::updates {
namespace {

// Who may record progress may answer. Asking is for who may change the plan's actions, and for
// chairs about their own priorities: plan/asking.hpp decides.
constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/updates", Permission::update_action, show_requests, Budget{5}},
    // Some six for each action and each person, all in one transaction.
    {Method::Post, "/plans/{id}/updates", Permission::update_action, post_ask, Budget{6000}},
    {Method::Get, "/plans/{id}/updates/ask", Permission::update_action, show_choose, Budget{7}},
    // And one for each person who acts for an owner, once something is restricted.
    {Method::Get, "/plans/{id}/updates/check", Permission::update_action, show_check, Budget{12}},
    {Method::Get, "/plans/{id}/updates/{request}", Permission::update_action, show_request,
     Budget{8}},
    {Method::Post, "/plans/{id}/updates/{request}/remind", Permission::update_action, post_reminder,
     Budget{3000}},
    {Method::Post, "/plans/{id}/updates/{request}/close", Permission::update_action, post_close,
     Budget{3000}},
    {Method::Post, "/plans/{id}/updates/{request}/links/{office}/revoke", Permission::update_action,
     post_take_back, Budget{400}},
    {Method::Post, "/plans/{id}/updates/{request}/links/{office}/give", Permission::update_action,
     post_give_again, Budget{400}},
    {Method::Get, "/updates/{request}", Permission::update_action, show_answers, Budget{5}},
    // Some thirty for each action that is answered.
    {Method::Post, "/updates/{request}", Permission::update_action, post_answers, Budget{6000}},
    {Method::Get, "/answers/{secret}", Permission::anyone, show_answers_by_link, Budget{7}},
    {Method::Post, "/answers/{secret}", Permission::anyone, post_answers_by_link, Budget{6000}},
};

constexpr restriction::Hangs own_hangs[] = {{"update_asked", "action_id", "action"}};

} // namespace

Module module() {
    return {.name = "updates", .routes = routes, .kinds = {.hangs = own_hangs}};
}

} // namespace openmasa::updates
