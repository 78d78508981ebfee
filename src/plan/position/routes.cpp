#include "plan/look_back.hpp"
#include "plan/position/module.hpp"
#include "plan/position/pages.hpp"

namespace openmasa::position {
namespace {

using enum Permission;

constexpr Route routes[] = {
    {Method::Get, "/recommendations/position", read_plan, show_position, Budget{12}},
    {Method::Get, "/recommendations/position.docx", read_plan, download_word, Budget{15}},
    {Method::Get, "/recommendations/position.xlsx", read_plan, download_workbook, Budget{15}},
    {Method::Get, "/recommendations/position.pdf", read_plan, download_pdf, Budget{15}},
    {Method::Get, "/recommendations/pictures", read_plan, show_pictures, Budget{12}},
};

} // namespace

Module module() {
    return {.name = "position", .routes = routes, .looks_back = plan::look_back};
}

} // namespace openmasa::position
