#include "plan/look_back.hpp"
#include "plan/year/module.hpp"
#include "plan/year/pages.hpp"

namespace openmasa::year {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/timeline", Permission::read_plan, show_timeline, Budget{15}},
    {Method::Get, "/plans/{id}/year", Permission::read_plan, show_year, Budget{15}},
    {Method::Get, "/plans/{id}/board", Permission::read_plan, show_board, Budget{15}},
};

} // namespace

Module module() {
    return {.name = "year", .routes = routes, .looks_back = plan::look_back};
}

} // namespace openmasa::year
