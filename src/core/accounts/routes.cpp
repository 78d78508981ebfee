#include "core/registers/routes.hpp"
#include "core/accounts/module.hpp"
#include "core/accounts/pages.hpp"
#include "core/accounts/person_register.hpp"
#include "core/accounts/register.hpp"
#include "core/registers/list_page.hpp"

namespace openmasa::accounts {
namespace {

constexpr Route own[] = {
    {Method::Get, "/sign-in", Permission::anyone, show_sign_in_form, Budget{2}},
    {Method::Post, "/sign-in", Permission::anyone, sign_in, Budget{16}},
    {Method::Get, "/sign-in/code", Permission::anyone, show_code_form, Budget{3}},
    {Method::Post, "/sign-in/code", Permission::anyone, sign_in_with_code, Budget{24}},
    {Method::Get, "/sign-in/outside", Permission::anyone, show_outside, Budget{4}},
    {Method::Post, "/sign-in/outside", Permission::anyone, sign_in_from_outside, Budget{24}},
    {Method::Post, "/sign-out", Permission::own_account, sign_out, Budget{6}},
    {Method::Get, "/forgotten", Permission::anyone, show_forgotten, Budget{3}},
    {Method::Post, "/forgotten", Permission::anyone, send_forgotten, Budget{20}},
    {Method::Get, "/forgotten/sent", Permission::anyone, show_forgotten_sent, Budget{3}},
    {Method::Get, "/welcome/{secret}", Permission::anyone, show_welcome_form, Budget{4}},
    {Method::Post, "/welcome/{secret}", Permission::anyone, welcome, Budget{20}},

    {Method::Get, "/account", Permission::own_account, show_account, Budget{5}},
    {Method::Get, "/account/two-step", Permission::own_account, show_two_step, Budget{6}},
    {Method::Post, "/account/two-step", Permission::own_account, begin_two_step_here, Budget{8}},
    {Method::Post, "/account/two-step/confirm", Permission::own_account, confirm_two_step_here,
     Budget{44}},
    {Method::Post, "/account/two-step/codes", Permission::own_account, renew_recovery_codes_here,
     Budget{44}},
    {Method::Post, "/account/two-step/off", Permission::own_account, end_two_step_here, Budget{16}},
    {Method::Get, "/account/sessions", Permission::own_account, show_sessions, Budget{4}},
    {Method::Post, "/account/sessions/{id}/end", Permission::own_account, end_session_here,
     Budget{10}},
    {Method::Post, "/account/sessions/end-others", Permission::own_account, end_other_sessions,
     Budget{10}},
    {Method::Get, "/account/identities", Permission::own_account, show_own_identities, Budget{4}},
    {Method::Post, "/account/identities/{identity}/end", Permission::own_account, end_own_identity,
     Budget{20}},
    {Method::Get, "/kept/{id}", Permission::own_account, show_kept_form, Budget{3}},
    {Method::Post, "/kept/{id}/forget", Permission::own_account, throw_kept_form_away, Budget{7}},
    {Method::Get, "/account/tokens", Permission::own_account, show_tokens, Budget{4}},
    {Method::Post, "/account/tokens", Permission::own_account, make_token_here, Budget{12}},
    {Method::Post, "/account/tokens/{id}/revoke", Permission::own_account, revoke_token_here,
     Budget{9}},
    {Method::Get, "/account/prove", Permission::own_account, show_proof_form, Budget{5}},
    {Method::Post, "/account/prove", Permission::own_account, prove, Budget{30}},

    {Method::Get, "/people", Permission::give_accounts, show_people, Budget{8}, Past::from_history},
    {Method::Get, "/people/add", Permission::give_accounts, show_add_details, Budget{4}},
    {Method::Post, "/people/add", Permission::give_accounts, post_add_details, Budget{24}},
    {Method::Get, "/people/details/{id}", Permission::give_accounts, show_details, Budget{5}},
    {Method::Get, "/people/details/{id}/change", Permission::give_accounts, show_change_details,
     Budget{7}},
    {Method::Post, "/people/details/{id}/change", Permission::give_accounts, post_change_details,
     Budget{40}},
    {Method::Get, "/users", Permission::administer, show_users, Budget{8}, Past::from_history},
    {Method::Get, "/people/new", Permission::give_accounts, show_new_person, Budget{4}},
    {Method::Post, "/people/new", Permission::give_accounts, add_person_here, Budget{30}},
    // Each role on one record asks for its record's name.
    {Method::Get, "/people/{id}", Permission::give_accounts, show_person, Budget{30}},
    {Method::Get, "/people/{id}/roles/add", Permission::give_accounts, show_give_role, Budget{6}},
    {Method::Post, "/people/{id}/roles/add", Permission::give_accounts, post_give_role, Budget{34}},
    {Method::Get, "/people/{id}/roles/{holding}/end", Permission::give_accounts, show_end_role,
     Budget{7}},
    {Method::Post, "/people/{id}/roles/{holding}/end", Permission::give_accounts, post_end_role,
     Budget{30}},
    {Method::Get, "/people/{id}/identities/add", Permission::give_accounts, show_join_identity,
     Budget{6}},
    {Method::Post, "/people/{id}/identities/add", Permission::give_accounts, post_join_identity,
     Budget{24}},
    {Method::Post, "/people/{id}/identities/{identity}/end", Permission::give_accounts,
     end_their_identity, Budget{24}},
    {Method::Post, "/people/{id}/invitation", Permission::give_accounts, invite_here, Budget{14}},
    {Method::Post, "/people/{id}/sessions/end", Permission::give_accounts, end_sessions_here,
     Budget{12}},
    {Method::Post, "/people/{id}/two-step/off", Permission::give_accounts, end_their_two_step,
     Budget{18}},
    {Method::Get, "/people/{id}/leave", Permission::give_accounts, show_leave, Budget{40}},
    {Method::Post, "/people/{id}/leave", Permission::give_accounts, leave_here, Budget{120}},
};

/// Some fifteen statements a person.
constexpr registers::ImportBudgets import_budgets{.look = {8000}, .save = {40000}};
constexpr auto routes = registers::joined(
    registers::routes_of<"/people", person_register>(Permission::give_accounts,
                                                     Permission::give_accounts, import_budgets),
    registers::joined(registers::routes_of<"/users", user_register>(
                          Permission::administer, Permission::administer, import_budgets),
                      own));

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<person_register>(),
                                        registers::views_of<user_register>()};
    return {.name = "accounts", .routes = routes, .lists = lists};
}

} // namespace openmasa::accounts
