#pragma once
// Roles, and what each may do. This table is the whole of it; the golden file
// tests/golden/permissions.txt shows it against every route, and real requests prove it.
#include <array>
#include <span>
#include <string_view>

namespace openmasa {

/// What a route asks for. There is no default: a route that names none does not compile.
enum class Permission {
    anyone,        // also somebody who is not signed in
    own_account,   // anybody signed in, about themselves
    read_plan,     // plans, priorities, objectives, actions and their downloads
    update_action, // progress, status and evidence; for an action owner only of their own actions
    edit_plan,     // words, owners and target dates of actions
    import_plan,   // plans from Word
};

enum class Role { business_unit, action_owner, reader };

inline constexpr std::array all_roles = {Role::business_unit, Role::action_owner, Role::reader};
inline constexpr std::array all_permissions = {Permission::anyone,    Permission::own_account,
                                               Permission::read_plan, Permission::update_action,
                                               Permission::edit_plan, Permission::import_plan};

/// What a role may do somewhere.
std::span<const Permission> permissions_of(Role role);
bool grants(Role role, Permission permission);

/// "business_unit" and so on, for the database and the command line ("business-unit" is read too).
std::string_view to_text(Role role);
bool from_text(std::string_view text, Role& role);
std::string_view to_text(Permission permission);
/// "Business unit", for people.
std::string_view spoken(Role role);

} // namespace openmasa
