#include "plan/look_back.hpp"
#include "plan/plans/module.hpp"
#include "plan/plans/pages.hpp"
#include "plan/plans/records.hpp"
#include "plan/restrictable.hpp"

namespace openmasa::plans {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/plans", Permission::read_plan, show_plans, Budget{7}},
    {Method::Get, "/plans/{id}", Permission::read_plan, show_plan, Budget{4}},
    {Method::Get, "/plans/{id}/priorities", Permission::read_plan, show_priorities, Budget{12}},
    {Method::Get, "/plans/{id}/editions", Permission::read_plan, show_editions, Budget{13}},
    {Method::Get, "/plans/{id}/comments", Permission::read_plan, show_comments, Budget{12}},
    {Method::Get, "/plans/{id}/without-update", Permission::read_plan, show_without_update,
     Budget{9}},
    {Method::Get, "/priorities/{id}", Permission::read_plan, show_priority, Budget{15}},
    {Method::Get, "/plans/{id}/themes", Permission::edit_plan, show_plan_themes, Budget{5}},
    {Method::Post, "/plans/{id}/themes", Permission::edit_plan, post_plan_themes, Budget{20}},
    {Method::Get, "/priorities/{id}/themes", Permission::edit_plan, show_priority_themes,
     Budget{5}},
    {Method::Post, "/priorities/{id}/themes", Permission::edit_plan, post_priority_themes,
     Budget{20}},
    {Method::Get, "/objectives/{id}", Permission::read_plan, show_objective, Budget{9}},
};

} // namespace

Module module() {
    return {.name = "plans",
            .routes = routes,
            .records = records(),
            .looks_back = plan::look_back,
            .kinds = plan::restrictable()};
}

} // namespace openmasa::plans
