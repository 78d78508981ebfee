#include "plan/look_back.hpp"
#include "plan/owed/module.hpp"
#include "plan/owed/pages.hpp"
#include "plan/owed/rules.hpp"
#include "plan/owed/store.hpp"
#include "plan/owner_link.hpp"
#include "plan/store.hpp"

namespace openmasa::owed {
namespace {

constexpr Route routes[] = {
    {Method::Get, "/owners/{id}", Permission::read_plan, show_owner, Budget{11}},
    {Method::Get, "/owners/{id}/actions.csv", Permission::read_plan, download_owed_csv, Budget{9}},
    {Method::Get, "/owners/{id}/actions.json", Permission::read_plan, download_owed_json,
     Budget{9}},
    {Method::Get, "/owners/{id}/actions.xlsx", Permission::read_plan, download_owed_xlsx,
     Budget{9}},
    {Method::Get, "/plans/{id}/changes", Permission::read_plan, show_changes, Budget{15}},
    {Method::Get, "/priorities/{id}/changes", Permission::read_plan, show_changes_of_priority,
     Budget{13}},
    {Method::Get, "/plans/{id}/gaps", Permission::read_plan, show_gaps, Budget{10}},
    {Method::Get, "/plans/{id}/gaps/{gap}", Permission::read_plan, show_gap, Budget{10}},
    {Method::Get, "/gaps", Permission::read_plan, show_all_gaps, Budget{12}},
};

/// What other areas say of an owner: how much it owes.
std::vector<OwnerFact> facts(store::Db& db, const Scope& scope, const OwnerId& owner) {
    if (!scope.may(Permission::read_plan)) return {};
    const auto all = total(owed_by(db, scope, owner, plan::list_plans(db, scope)));
    std::vector<OwnerFact> known = {
        {.label = "Owes", .words = in_short(all), .href = plan::owner_address(owner)}};
    if (all.timeliness.all() > 0)
        known.push_back({.label = "On time",
                         .words = sentence(all.timeliness, scope.today),
                         .href = plan::owner_address(owner),
                         .is_missing = false,
                         .meaning = std::string(how_timeliness_is_counted)});
    return known;
}

} // namespace

Module module() {
    return {.name = "owed", .routes = routes, .looks_back = plan::look_back, .owner_facts = facts};
}

} // namespace openmasa::owed
