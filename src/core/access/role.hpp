#pragma once
// Roles, and what each may do. One table in role.cpp is the whole of it; the golden file
// tests/golden/permissions.txt shows it against every route, and real requests prove it.
#include "core/terms/words.hpp"
#include <array>
#include <string_view>

namespace openmasa {

/// What a route asks for. There is no default: a route that names none does not compile.
/// A new one needs its row in role.cpp and its place in all_permissions.
enum class Permission {
    anyone,                // also somebody who is not signed in
    own_account,           // anybody signed in, about themselves
    read_plan,             // plans, priorities, objectives, actions and their downloads
    update_action,         // progress, status and evidence of actions
    edit_plan,             // words, owners and target dates of actions
    review_priority,       // the yearly review of a priority
    import_plan,           // plans from Word
    give_accounts,         // people, their accounts, roles and sessions
    administer,            // what the program could not finish
    edit_settings,         // the partnership's name, words, bank holidays and clocks
    read_audit,            // the log of who did what, its checkpoints and downloads
    read_agencies,         // the agencies of the partnership
    edit_agencies,         // their names, sectors and contacts; import of them
    restrict_records,      // say who may read a record, of those they may read themselves
    break_glass,           // read for an hour, with a reason, what is restricted from them
    read_rights,           // who may do what, and why
    keep_clocks,           // start, pause and stop clocks about a record
    share_views,           // views of lists that everybody finds above the list
    keep_recommendations,  // add and change recommendations, join and part them, close them
    decide_recommendation, // keep what a board decided about one
    answer_recommendation, // say how the work on one stands, and show what came of it
    judge_recommendation,  // say whether its impact was shown
    read_figures,          // indicators, their figures, areas and loads
    load_figures,          // bring figures in from files, and say what indicators mean
};

enum class Role {
    administrator,
    business_unit,
    delegated_partner,
    lead_partner,
    scrutineer,
    group_chair,
    group_member,
    agency_lead,
    analyst,
    practitioner,
    auditor,
};

inline constexpr std::array all_roles = {
    Role::administrator, Role::business_unit, Role::delegated_partner,
    Role::lead_partner,  Role::scrutineer,    Role::group_chair,
    Role::group_member,  Role::agency_lead,   Role::analyst,
    Role::practitioner,  Role::auditor};
inline constexpr std::array all_permissions = {Permission::anyone,
                                               Permission::own_account,
                                               Permission::read_plan,
                                               Permission::update_action,
                                               Permission::edit_plan,
                                               Permission::review_priority,
                                               Permission::import_plan,
                                               Permission::give_accounts,
                                               Permission::administer,
                                               Permission::edit_settings,
                                               Permission::read_audit,
                                               Permission::read_agencies,
                                               Permission::edit_agencies,
                                               Permission::restrict_records,
                                               Permission::break_glass,
                                               Permission::read_rights,
                                               Permission::keep_clocks,
                                               Permission::share_views,
                                               Permission::keep_recommendations,
                                               Permission::decide_recommendation,
                                               Permission::answer_recommendation,
                                               Permission::judge_recommendation,
                                               Permission::read_figures,
                                               Permission::load_figures};

/// How far a role's permission goes: nowhere, to what the role is held for, or everywhere.
enum class Reach { none, within, everywhere };
Reach reach(Role role, Permission permission);

/// Whether it can be lent on a single record: reading it, and saying how it goes with it. What
/// changes the plan's words, restricts or keeps clocks is held more widely than that.
bool reaches_one_record(Permission permission);

/// Whether the role is held for an agency, a group, an office or a seat; the others are held for
/// the whole partnership. Any role can be held on one record instead.
bool is_held_within(Role role);

/// "business_unit" and so on, for the database and the command line ("business-unit" is read too).
std::string_view to_text(Role role);
bool from_text(std::string_view text, Role& role);
std::string_view to_text(Permission permission);
/// Whether it changes nothing: the permissions whose names start with "read_", and the first two.
bool only_reads(Permission permission);
/// "Business unit", for people, as this partnership says it.
std::string spoken(Role role, const terms::Words& words = {});
/// What it allows, for people: "update actions".
std::string spoken(Permission permission, const terms::Words& words = {});

} // namespace openmasa
