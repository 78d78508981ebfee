#include "intelligence/permissions.hpp"
#include "intelligence/returns/module.hpp"
#include "intelligence/returns/pages.hpp"

namespace openmasa::intelligence {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/returns", read_figures, show_calendar, Budget{9}},
};

} // namespace

namespace returns {

Module module() {
    return {.name = "returns", .routes = routes};
}

} // namespace returns

} // namespace openmasa::intelligence
