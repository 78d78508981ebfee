#include "core/registers/routes.hpp"
#include "plan/actions/finding.hpp"
#include "plan/actions/module.hpp"
#include "plan/actions/pages.hpp"
#include "plan/actions/register.hpp"
#include "plan/actions/viewed.hpp"
#include "plan/look_back.hpp"

namespace openmasa::actions {
namespace {

using namespace plan;
using Rows = registers::Pages<action_register>;

constexpr Route own[] = {
    // 15, and three more where somebody looks back right after a change (plan/all_versions.hpp).
    {Method::Get, "/plans/{id}/actions", Permission::read_plan, list_actions, Budget{18}},
    {Method::Get, "/plans/{id}/actions.csv", Permission::read_plan, download_actions_csv,
     Budget{15}},
    {Method::Get, "/plans/{id}/actions.json", Permission::read_plan, download_actions_json,
     Budget{15}},
    {Method::Get, "/plans/{id}/actions.xlsx", Permission::read_plan, download_actions_xlsx,
     Budget{15}},
    {Method::Get, "/plans/{id}/actions/bulk", Permission::edit_plan, show_bulk, Budget{8}},
    // What is chosen is looked at, row by row.
    {Method::Post, "/plans/{id}/actions/bulk", Permission::edit_plan, post_bulk, Budget{2000}},
    {Method::Get, "/actions", Permission::read_plan, show_register, Budget{3}},
    {Method::Get, "/actions.csv", Permission::read_plan, Rows::csv, Budget{12}},
    {Method::Get, "/actions.json", Permission::read_plan, Rows::json, Budget{12}},
    {Method::Get, "/actions.xlsx", Permission::read_plan, Rows::xlsx, Budget{12}},
    {Method::Get, "/actions/{id}", Permission::read_plan, show_action, Budget{15}},
    {Method::Get, "/actions/{id}/files/{file}", Permission::read_plan, download_file, Budget{12}},
    {Method::Get, "/actions/{id}/files/{file}/about", Permission::read_plan, show_file, Budget{14}},
    {Method::Get, "/actions/{id}/files/{file}/picture", Permission::read_plan, show_picture,
     Budget{12}},
    {Method::Get, "/actions/{id}/progress", Permission::update_action, show_progress_form,
     Budget{5}},
    {Method::Post, "/actions/{id}/progress", Permission::update_action, post_progress, Budget{42}},
    {Method::Get, "/actions/{id}/evidence", Permission::update_action, show_evidence_form,
     Budget{4}},
    {Method::Post, "/actions/{id}/evidence", Permission::update_action, post_evidence, Budget{26}},
    {Method::Get, "/actions/{id}/change", Permission::edit_plan, show_change_form, Budget{6}},
    {Method::Post, "/actions/{id}/change", Permission::edit_plan, post_change, Budget{52}},
    {Method::Get, "/actions/{id}/who", Permission::edit_plan, show_who_form, Budget{8}},
    {Method::Post, "/actions/{id}/who", Permission::edit_plan, post_who, Budget{70}},
    {Method::Get, "/actions/{id}/links", Permission::edit_plan, show_links_of_action, Budget{5}},
    {Method::Post, "/actions/{id}/links", Permission::edit_plan, give_link_to_action, Budget{12}},
    {Method::Get, "/links", Permission::edit_plan, show_links_given, Budget{4}},
    {Method::Post, "/links/{id}/revoke", Permission::edit_plan, revoke_link_here, Budget{9}},
    {Method::Get, "/answer/{secret}", Permission::anyone, show_answer_form, Budget{5}},
    {Method::Post, "/answer/{secret}", Permission::anyone, post_answer, Budget{52}},
};
// Some twenty statements an action that is saved, all in one transaction.
constexpr auto routes = registers::joined(
    registers::imports_of<"/actions", action_register>(Permission::edit_plan, {{4000}, {40000}}),
    own);

} // namespace

Module module() {
    static const views::List lists[] = {viewed_actions()};
    return {.name = "actions",
            .routes = routes,
            .find = find_actions,
            .records = action_records(),
            .looks_back = plan::look_back,
            .lists = lists};
}

} // namespace openmasa::actions
