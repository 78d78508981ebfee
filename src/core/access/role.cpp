#include "core/access/role.hpp"
#include <algorithm>
#include <string>

namespace openmasa {
namespace {

using enum Permission;

constexpr Permission for_business_unit[] = {anyone,        own_account, read_plan,
                                            update_action, edit_plan,   import_plan};
constexpr Permission for_action_owner[] = {anyone, own_account, read_plan, update_action};
constexpr Permission for_reader[] = {anyone, own_account, read_plan};

} // namespace

std::span<const Permission> permissions_of(Role role) {
    switch (role) {
    case Role::business_unit: return for_business_unit;
    case Role::action_owner: return for_action_owner;
    case Role::reader: return for_reader;
    }
    return {};
}

bool grants(Role role, Permission permission) {
    return std::ranges::count(permissions_of(role), permission) > 0;
}

std::string_view to_text(Role role) {
    switch (role) {
    case Role::business_unit: return "business_unit";
    case Role::action_owner: return "action_owner";
    case Role::reader: return "reader";
    }
    return {};
}

bool from_text(std::string_view text, Role& role) {
    std::string name(text);
    std::ranges::replace(name, '-', '_');
    const auto found = std::ranges::find(all_roles, name, [](Role one) { return to_text(one); });
    if (found == all_roles.end()) return false;
    role = *found;
    return true;
}

std::string_view to_text(Permission permission) {
    switch (permission) {
    case anyone: return "anyone";
    case own_account: return "own_account";
    case read_plan: return "read_plan";
    case update_action: return "update_action";
    case edit_plan: return "edit_plan";
    case import_plan: return "import_plan";
    }
    return {};
}

std::string_view spoken(Role role) {
    switch (role) {
    case Role::business_unit: return "Business unit";
    case Role::action_owner: return "Action owner";
    case Role::reader: return "Reader";
    }
    return {};
}

} // namespace openmasa
