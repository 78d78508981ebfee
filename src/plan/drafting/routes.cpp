#include "plan/drafting/module.hpp"
#include "plan/drafting/pages.hpp"

namespace openmasa::drafting {
namespace {

using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/plans/add", edit_plan, show_add_plan, Budget{5}},
    {Method::Post, "/plans/add", edit_plan, post_add_plan, Budget{26}},
    {Method::Get, "/plans/{id}/change", edit_plan, show_change_plan, Budget{5}},
    {Method::Post, "/plans/{id}/change", edit_plan, post_change_plan, Budget{26}},
    // Those that make room are saved, too.
    {Method::Get, "/plans/{id}/priorities/add", edit_plan, show_add_priority, Budget{6}},
    {Method::Post, "/plans/{id}/priorities/add", edit_plan, post_add_priority, Budget{400}},
    {Method::Get, "/priorities/{id}/change", edit_plan, show_change_priority, Budget{6}},
    {Method::Post, "/priorities/{id}/change", edit_plan, post_change_priority, Budget{400}},
    {Method::Get, "/priorities/{id}/objectives/add", edit_plan, show_add_objective, Budget{6}},
    {Method::Post, "/priorities/{id}/objectives/add", edit_plan, post_add_objective, Budget{400}},
    {Method::Get, "/objectives/{id}/change", edit_plan, show_change_objective, Budget{6}},
    {Method::Post, "/objectives/{id}/change", edit_plan, post_change_objective, Budget{400}},
    {Method::Get, "/objectives/{id}/actions/add", edit_plan, show_add_action, Budget{7}},
    {Method::Post, "/objectives/{id}/actions/add", edit_plan, post_add_action, Budget{60}},
};

} // namespace

Module module() {
    return {.name = "drafting", .routes = routes};
}

} // namespace openmasa::drafting
