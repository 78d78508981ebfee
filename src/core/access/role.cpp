#include "core/access/role.hpp"
#include <algorithm>
#include <string>

namespace openmasa {
namespace {

using enum Permission;

struct RoleRow {
    Role role;
    std::string_view text, spoken;
    bool held_within = false;
};
constexpr RoleRow role_rows[] = {
    {Role::administrator, "administrator", "Administrator"},
    {Role::business_unit, "business_unit", "[Business unit]"},
    {Role::delegated_partner, "delegated_partner", "Delegated safeguarding partner"},
    {Role::lead_partner, "lead_partner", "Lead safeguarding partner"},
    {Role::scrutineer, "scrutineer", "Independent scrutineer"},
    {Role::group_chair, "group_chair", "Group chair", true},
    {Role::group_member, "group_member", "Group member", true},
    {Role::agency_lead, "agency_lead", "[Agency] lead", true},
    {Role::analyst, "analyst", "Analyst"},
    {Role::practitioner, "practitioner", "Practitioner", true},
    {Role::auditor, "auditor", "Auditor"},
};

struct PermissionRow {
    /// A mark a role, in the order of all_roles: x everywhere, w within what the role is held for,
    /// . nowhere.
    std::string_view marks;
    Permission permission;
    std::string_view text, spoken;
};

// Who may do what.
//
//    administrator
//    | business unit
//    | | delegated partner
//    | | | lead partner
//    | | | | scrutineer
//    | | | | | group chair
//    | | | | | | group member
//    | | | | | | | agency lead
//    | | | | | | | | analyst
//    | | | | | | | | | practitioner
//    | | | | | | | | | | auditor
constexpr PermissionRow table[] = {
    {"x x x x x x x x x x x", anyone, "anyone", "see the page to sign in, and help"},
    {"x x x x x x x x x x x", own_account, "own_account", "see their own account"},
    {"x x x x x x x x x x x", read_plan, "read_plan", "read [plans], actions and evidence"},
    {". x . . . w w w . . .", update_action, "update_action", "record progress and add evidence"},
    {". x . . . . . . . . .", edit_plan, "edit_plan", "change actions: words, owner, date"},
    {". x . . . w . . . . .", review_priority, "review_priority",
     "keep the yearly review of [a priority]"},
    {". x . . . . . . . . .", import_plan, "import_plan", "import [a plan] from Word"},
    {"x x . . . . . . . . .", give_accounts, "give_accounts", "give accounts and roles"},
    {"x . . . . . . . . . .", administer, "administer",
     "look after what the program could not finish"},
    {"x x . . . . . . . . .", edit_settings, "edit_settings",
     "change settings, bank holidays and clocks"},
    {"x x . . . . . . . . x", read_audit, "read_audit", "read the log of who did what"},
    {"x x x x x x x x x x x", read_agencies, "read_agencies", "see the [agencies]"},
    {". x . . . . . . . . .", edit_agencies, "edit_agencies", "add, change and import [agencies]"},
    {". x x x . . . . . . .", restrict_records, "restrict_records", "say who may read a record"},
    {". x x x . . . . . . .", break_glass, "break_glass", "break the glass of a restricted record"},
    {"x x . . . . . . . . x", read_rights, "read_rights", "see who may do what"},
    {". x . . . . . . . . .", keep_clocks, "keep_clocks", "start, pause and stop clocks"},
    {". x . . . . . . . . .", share_views, "share_views", "share views of lists with everybody"},
    {". x . . . . . . . . .", keep_recommendations, "keep_recommendations",
     "add, change, join and close recommendations"},
    {". x x x . . . . . . .", decide_recommendation, "decide_recommendation",
     "keep what a board decided about a recommendation"},
    {". x . . . w w w . . .", answer_recommendation, "answer_recommendation",
     "say how the work on a recommendation stands"},
    {". x x . x . . . . . .", judge_recommendation, "judge_recommendation",
     "say whether the impact of a recommendation was shown"},
    {"x x x x x x x x x x x", read_figures, "read_figures", "see indicators and their figures"},
    {". x . . . . . . x . .", load_figures, "load_figures",
     "load figures, and say what indicators mean"},
};

consteval bool is_whole() {
    if (std::size(table) != all_permissions.size() || std::size(role_rows) != all_roles.size())
        return false;
    for (std::size_t at = 0; at < all_permissions.size(); ++at)
        if (table[at].permission != all_permissions[at] ||
            table[at].marks.size() != 2 * all_roles.size() - 1)
            return false;
    for (std::size_t at = 0; at < all_roles.size(); ++at)
        if (role_rows[at].role != all_roles[at]) return false;
    return true;
}
static_assert(is_whole(), "a role or a permission has no row here, or a row of another length");

const RoleRow& row_of(Role role) {
    return role_rows[static_cast<std::size_t>(role)];
}
const PermissionRow& row_of(Permission permission) {
    return table[static_cast<std::size_t>(permission)];
}

} // namespace

Reach reach(Role role, Permission permission) {
    switch (row_of(permission).marks[2 * static_cast<std::size_t>(role)]) {
    case 'x': return Reach::everywhere;
    case 'w': return Reach::within;
    default: return Reach::none;
    }
}

bool reaches_one_record(Permission permission) {
    return permission == read_plan || permission == update_action ||
           permission == answer_recommendation;
}

bool is_held_within(Role role) {
    return row_of(role).held_within;
}

std::string_view to_text(Role role) {
    return row_of(role).text;
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
    return row_of(permission).text;
}

bool only_reads(Permission permission) {
    return permission == anyone || permission == own_account ||
           to_text(permission).starts_with("read_");
}

std::string spoken(Role role, const terms::Words& words) {
    return words.say(row_of(role).spoken);
}
std::string spoken(Permission permission, const terms::Words& words) {
    return words.say(row_of(permission).spoken);
}

} // namespace openmasa
