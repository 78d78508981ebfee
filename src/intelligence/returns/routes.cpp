#include "intelligence/permissions.hpp"
#include "intelligence/returns/first_page.hpp"
#include "intelligence/returns/module.hpp"
#include "intelligence/returns/pages.hpp"

namespace openmasa::intelligence {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/returns", read_figures, show_calendar, Budget{10}},
    // Whoever keeps figures enters those of any agency, its own people those of theirs: store.hpp.
    {Method::Get, "/returns/{agency}", read_figures, show_return, Budget{10}},
    // Some four for each figure.
    {Method::Post, "/returns/{agency}", read_figures, post_return, Budget{1500}},
    {Method::Post, "/returns/{agency}/file", read_figures, post_return_file, Budget{17}},
    {Method::Get, "/returns/{agency}/template.csv", read_figures, download_template_csv,
     Budget{15}},
    {Method::Get, "/returns/{agency}/template.xlsx", read_figures, download_template_xlsx,
     Budget{15}},
    {Method::Get, "/indicators/{id}/enter", load_figures, show_enter, Budget{10}},
    {Method::Post, "/indicators/{id}/enter", load_figures, post_enter, Budget{40}},
};

} // namespace

namespace returns {

Module module() {
    return {.name = "returns", .routes = routes, .first_page = tell_of_returns};
}

} // namespace returns

} // namespace openmasa::intelligence
