#include "core/registers/routes.hpp"
#include "core/registers/list_page.hpp"
#include "plan/drafting/module.hpp"
#include "plan/drafting/pages.hpp"
#include "plan/drafting/register.hpp"
#include "plan/look_back.hpp"

namespace openmasa::drafting {
namespace {

using enum Permission;

using AllPlans = registers::Pages<plan_register>;

constexpr Route own[] = {
    {Method::Get, "/plans/all", read_plan, show_plan_register, Budget{14}},
    {Method::Get, "/plans/all.csv", read_plan, AllPlans::csv, Budget{12}},
    {Method::Get, "/plans/all.json", read_plan, AllPlans::json, Budget{12}},
    {Method::Get, "/plans/all.xlsx", read_plan, AllPlans::xlsx, Budget{12}},
    {Method::Get, "/plans/all/template.xlsx", edit_plan, AllPlans::empty, Budget{2}},
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
constexpr auto routes =
    registers::joined(registers::imports_of<"/plans/all", plan_register>(edit_plan, {}), own);

} // namespace

Module module() {
    static const views::List lists[] = {registers::views_of<plan_register>()};
    return {.name = "drafting", .routes = routes, .looks_back = plan::look_back, .lists = lists};
}

} // namespace openmasa::drafting
