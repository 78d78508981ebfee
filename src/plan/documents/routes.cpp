#include "plan/documents/module.hpp"
#include "plan/documents/pages.hpp"
#include "plan/look_back.hpp"

namespace openmasa::plan_documents {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/plan.docx", Permission::read_plan, download_plan, Budget{16}},
    {Method::Get, "/plans/{id}/milestones.ics", Permission::read_plan, download_milestones,
     Budget{16}},
    {Method::Get, "/plans/{id}/calendar", Permission::read_plan, show_calendar, Budget{5}},
    {Method::Post, "/plans/{id}/calendar", Permission::edit_plan, give_feed, Budget{12}},
    {Method::Post, "/calendars/{id}/revoke", Permission::edit_plan, revoke_feed, Budget{10}},
    {Method::Get, "/calendar/{secret}/milestones.ics", Permission::anyone, show_feed, Budget{18}},
};

} // namespace

Module module() {
    return {.name = "documents", .routes = routes, .looks_back = plan::look_back};
}

} // namespace openmasa::plan_documents
