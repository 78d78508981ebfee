#include "plan/look_back.hpp"
#include "plan/plans/module.hpp"
#include "plan/plans/pages.hpp"
#include "plan/restrictable.hpp"

namespace openmasa::plans {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/plans", Permission::read_plan, show_plans, Budget{6}},
    {Method::Get, "/plans/{id}", Permission::read_plan, show_plan, Budget{4}},
    {Method::Get, "/plans/{id}/priorities", Permission::read_plan, show_priorities, Budget{8}},
    {Method::Get, "/plans/{id}/editions", Permission::read_plan, show_editions, Budget{8}},
    {Method::Get, "/plans/{id}/without-update", Permission::read_plan, show_without_update,
     Budget{7}},
    {Method::Get, "/priorities/{id}", Permission::read_plan, show_priority, Budget{8}},
    {Method::Get, "/objectives/{id}", Permission::read_plan, show_objective, Budget{8}},
};

} // namespace

Module module() {
    return {.name = "plans",
            .routes = routes,
            .looks_back = plan::look_back,
            .kinds = plan::restrictable()};
}

} // namespace openmasa::plans
