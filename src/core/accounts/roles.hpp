#pragma once
// Use cases: give somebody a role, within the partnership, an agency, a group, an office or a seat,
// or on one record, from a day and perhaps to one; and end it. Inside submit().
#include "core/accounts/people.hpp"
#include "core/restriction/kinds.hpp"
#include "kernel/result.hpp"

namespace openmasa::accounts {

/// As typed. `where` is "partnership", "owner" or "record".
struct TypedRole {
    std::string role, where;
    /// The id of an owner; or the name of a new one, a seat when the group that it is in is said.
    std::string owner, new_owner, seat_in;
    /// What the record is called ("VA 3"), or the address of its page.
    std::string record;
    std::string from, to;
};

struct GiveRole {
    AccountId account;
    TypedRole typed;
};
/// Beside the roles that are held. Refused, as not there, for an account that `scope` may not
/// keep; with every problem, by its field, for a role that it may not give, a place where that role
/// is not held, a record that it may not read, and days that are over.
Result<Done> give_role(store::Db& db, const Scope& scope, const restriction::AllKinds& kinds,
                       const GiveRole& command);

struct EndRole {
    AccountId account;
    std::string holding;
    /// The last day that it counts, as typed; empty ends it at once.
    std::string last;
};
/// Refused for the only administrator there is.
Result<Done> end_role(store::Db& db, const Scope& scope, const EndRole& command);

/// The person of an open account that `scope` may keep.
std::optional<PersonRow> find_kept(store::Db& db, const Scope& scope, const AccountId& account);
/// One of their roles that is not over.
std::optional<HeldRole> find_held(store::Db& db, const PersonId& person, std::string_view holding,
                                  Day today);

} // namespace openmasa::accounts
