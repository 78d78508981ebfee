#pragma once
// Roles that people hold, and the owners they hold them for, in the database.
#include "core/access/owner.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::access {

/// What somebody holds on a day, and whether anything is restricted from
/// anybody then: one statement tells both.
struct Held {
    std::vector<Holding> holdings;
    bool something_restricted = true;
};
Held held_by(store::Db& db, const PersonId& person, Day today);
std::vector<Holding> holdings_of(store::Db& db, const PersonId& person, Day today);

struct NewHolding {
    std::string id;
    PersonId person;
    Role role;
    std::optional<OwnerId> owner;
    Day from;
    /// Its last day; unset: until it is ended.
    std::optional<Day> to{};
    /// On one record instead of within an owner.
    std::optional<Record> record{};
};
void add_holding(store::Db& db, const NewHolding& holding);

/// The last day of all that a person holds; what began later than that never was.
void end_holdings(store::Db& db, const PersonId& person, Day last);
/// The same, but for roles on single records, which stay.
void end_wide_holdings(store::Db& db, const PersonId& person, Day last);
/// The last day of one holding that is not over yet; false when there is none of that id.
bool end_holding(store::Db& db, const PersonId& person, std::string_view holding, Day last);
std::optional<Owner> find_owner(store::Db& db, std::string_view name);
/// However its letters are: people type "Data subgroup" for "Data Subgroup".
std::optional<Owner> owner_called(store::Db& db, std::string_view name);
std::vector<Owner> list_owners(store::Db& db);
/// Those of one type: among thousands of seats an index finds them.
std::vector<Owner> list_owners(store::Db& db, OwnerType type);
/// The owner of that name; made when there is none yet, of the type that is said or that its name
/// tells. Inside atomically().
OwnerId owner_named(store::Db& db, const Scope& scope, const std::string& name,
                    std::optional<OwnerType> type = {});
/// A new seat in a group; `agency` fills it, where one does. Refused with the fields "seat",
/// "group" and "agency" when the name is taken or empty, or when they are no group and no agency.
/// Inside atomically().
struct NewSeat {
    std::string name;
    OwnerId group;
    std::optional<OwnerId> agency{};
};
Result<OwnerId> add_seat(store::Db& db, const Scope& scope, const NewSeat& seat);
/// The seat of that id, made or called and filled otherwise from now on; the group's own record
/// says since when. Inside atomically().
void put_seat(store::Db& db, const Scope& scope, const Seat& seat);
/// The seats of a group, by name.
std::vector<Seat> seats_of(store::Db& db, const OwnerId& group);
/// Counted up whenever an owner's name or type changes (core/settings/revision.hpp).
inline constexpr std::string_view owners_revision = "owner";
/// Its name and type, as they are now. Inside atomically(); who calls it leaves the audit entry.
void change_owner(store::Db& db, const Owner& owner);
/// Names of the owners that a person acts for, joined for a line of text; empty when for none.
std::string owners_of(store::Db& db, const PersonId& person);

} // namespace openmasa::access
