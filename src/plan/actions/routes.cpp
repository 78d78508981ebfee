#include "plan/actions/finding.hpp"
#include "plan/actions/module.hpp"
#include "plan/actions/pages.hpp"

namespace openmasa::actions {
namespace {

using namespace plan;

constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/actions", Permission::read_plan, list_actions, Budget{10}},
    {Method::Get, "/plans/{id}/actions.csv", Permission::read_plan, download_actions_csv,
     Budget{4}},
    {Method::Get, "/plans/{id}/actions.json", Permission::read_plan, download_actions_json,
     Budget{4}},
    {Method::Get, "/actions/{id}", Permission::read_plan, show_action, Budget{13}},
    {Method::Get, "/actions/{id}/progress", Permission::update_action, show_progress_form,
     Budget{5}},
    {Method::Post, "/actions/{id}/progress", Permission::update_action, post_progress, Budget{30}},
    {Method::Get, "/actions/{id}/evidence", Permission::update_action, show_evidence_form,
     Budget{4}},
    {Method::Post, "/actions/{id}/evidence", Permission::update_action, post_evidence, Budget{16}},
    {Method::Get, "/actions/{id}/change", Permission::edit_plan, show_change_form, Budget{6}},
    {Method::Post, "/actions/{id}/change", Permission::edit_plan, post_change, Budget{40}},
};

} // namespace

Module module() {
    return {.name = "actions", .routes = routes, .find = find_actions, .page_of = page_of_action};
}

} // namespace openmasa::actions
