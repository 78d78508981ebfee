#pragma once
// People with accounts, as those who give accounts see them; and who may change whose.
#include "core/access/scope.hpp"
#include "core/accounts/store.hpp"
#include "store/db.hpp"
#include <span>
#include <string>
#include <vector>

namespace openmasa::accounts {

/// Whoever may administer keeps every account. Others only those whose roles allow nothing that
/// they themselves may not: a link for another's account must never lend more than one has.
bool may_keep(const Scope& scope, std::span<const Holding> held);
bool may_give(const Scope& scope, Role role);

struct PersonRow {
    AccountId account;
    PersonId person;
    std::string known_as, email;
    bool has_password = false, ended = false, has_two_step = false;
};
enum class Which { open, ended, all };
/// By name; those whose name or e-mail holds `words`.
std::vector<PersonRow> list_people(store::Db& db, std::string_view words, Which which, int most);
std::optional<PersonRow> find_person(store::Db& db, const AccountId& account);

/// A role held today, in words: "Group member" for "Audit Group".
struct HeldRole {
    PersonId person;
    std::string id;
    Role role;
    std::optional<OwnerId> owner;
    std::string owner_name;
    /// Of a role on one record: which.
    std::optional<std::string> record_kind, record_id;
    Day from{};
    std::optional<Day> to;
};
std::vector<HeldRole> roles_held(store::Db& db, const PersonId& person, Day today);
/// With those that begin later.
std::vector<HeldRole> roles_from(store::Db& db, const PersonId& person, Day today);
/// "Business unit; Group member for Audit Group".
std::string in_words(std::span<const HeldRole> held, const terms::Words& words);

/// How many others with an open account act for that owner today.
int others_acting_for(store::Db& db, const OwnerId& owner, const PersonId& but, Day today);
/// Whether another open account holds that role today.
bool another_holds(store::Db& db, Role role, const PersonId& but, Day today);

} // namespace openmasa::accounts
