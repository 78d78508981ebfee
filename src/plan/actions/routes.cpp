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
    {Method::Get, "/actions/{id}", Permission::read_plan, show_action, Budget{12}},
    {Method::Get, "/actions/{id}/files/{file}", Permission::read_plan, download_file, Budget{4}},
    {Method::Get, "/actions/{id}/progress", Permission::update_action, show_progress_form,
     Budget{5}},
    {Method::Post, "/actions/{id}/progress", Permission::update_action, post_progress, Budget{30}},
    {Method::Get, "/actions/{id}/evidence", Permission::update_action, show_evidence_form,
     Budget{4}},
    {Method::Post, "/actions/{id}/evidence", Permission::update_action, post_evidence, Budget{20}},
    {Method::Get, "/actions/{id}/change", Permission::edit_plan, show_change_form, Budget{6}},
    {Method::Post, "/actions/{id}/change", Permission::edit_plan, post_change, Budget{40}},
};

} // namespace

Module module() {
    return {.name = "actions", .routes = routes};
}

} // namespace openmasa::actions
