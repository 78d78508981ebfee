#include "plan/documents/module.hpp"
#include "plan/documents/pages.hpp"
#include "plan/look_back.hpp"

namespace openmasa::plan_documents {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/plans/{id}/plan.docx", Permission::read_plan, download_plan, Budget{15}},
    {Method::Get, "/plans/{id}/milestones.ics", Permission::read_plan, download_milestones,
     Budget{15}},
    {Method::Get, "/plans/{id}/calendar", Permission::read_plan, show_calendar, Budget{5}},
    {Method::Post, "/plans/{id}/calendar", Permission::edit_plan, give_feed, Budget{12}},
    {Method::Post, "/calendars/{id}/revoke", Permission::edit_plan, revoke_feed, Budget{10}},
    {Method::Get, "/calendar/{secret}/milestones.ics", Permission::anyone, show_feed, Budget{14}},
    {Method::Get, "/priorities/{id}/report", Permission::read_plan, show_report, Budget{15}},
    {Method::Get, "/priorities/{id}/report.pdf", Permission::read_plan, download_report_pdf,
     Budget{15}},
    {Method::Get, "/priorities/{id}/report.docx", Permission::read_plan, download_report_word,
     Budget{15}},
    {Method::Get, "/priorities/{id}/report/words", Permission::update_action, show_cover_form,
     Budget{8}},
    {Method::Post, "/priorities/{id}/report/words", Permission::update_action, post_cover,
     Budget{20}},
};

constexpr restriction::Kind own_kinds[] = {{.kind = "report", .called = "Highlight report"}};
constexpr restriction::Hangs own_hangs[] = {{"report", "section_id", "section"}};

} // namespace

Module module() {
    return {.name = "documents",
            .routes = routes,
            .looks_back = plan::look_back,
            .kinds = {.kinds = own_kinds, .hangs = own_hangs}};
}

} // namespace openmasa::plan_documents
