#pragma once
// Groups in the database. A group with its seats, chairs, reporting lines, quorum and terms is one
// record: it has one version, and its history says who came and went.
#include "core/audit/newest.hpp"
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "store/db.hpp"

namespace openmasa::partnership {

/// Every group by name, those too that only stand in a plan, as they stand on a day, also those
/// that are not there on that day; three statements and the stamp of what is remembered. Nothing
/// for whoever may not read them.
std::vector<GroupStanding> group_standings(store::Db& db, const Scope& scope, Day on);

/// The whole record, with who holds offices on `on`; five statements.
std::optional<Group> find_group(store::Db& db, const Scope& scope, const OwnerId& id, Day on);
/// The same for the group that a seat is in; six.
std::optional<Group> find_group_of_seat(store::Db& db, const Scope& scope, const OwnerId& seat,
                                        Day on);
/// For whoever has asked already.
std::optional<Group> read_group(store::Db& db, const OwnerId& id, Day on);
bool is_group(store::Db& db, const OwnerId& id);
/// The name of a group that only stands in a plan; nothing for any other owner.
std::optional<std::string> bare_group_name(store::Db& db, const OwnerId& id);
/// What a seat is called as an owner: "Norfolk Constabulary, Partnership Group".
std::string name_of_seat(const Group& group, const Seat& seat);

/// What seats are called within their groups, each once.
std::vector<std::string> names_of_seats(store::Db& db);

/// Which group reports to which, from when to when, of all of them: who asks whether a new line
/// goes round in a circle.
struct Line {
    OwnerId from_group, to_group;
    Days days{};
};
std::vector<Line> all_reporting_lines(store::Db& db);

/// A seat, a chair or a visit of somebody on a day or later: what a person answers for in groups.
struct PlaceOf {
    OwnerId group;
    std::string group_name, seat_name;
    Part part = Part::member;
    Day from{};
    std::optional<Day> to{};
};
std::vector<PlaceOf> places_of_person(store::Db& db, const PersonId& person, Day on);

/// What the history calls them; its versions hold these fields.
inline constexpr std::string_view group_kind = "group";
history::Fields group_fields();

/// The owner of that id becomes this group. Inside atomically(), with the audit entry.
void add_group(store::Db& db, const Scope& scope, const Group& group);
/// Over the version that was read, with all its parts. Inside atomically(), with the audit entry.
Result<Done> save_group(store::Db& db, const Scope& scope, const Group& group,
                        std::string_view verb);

/// Holds every group against the newest version in the history.
void verify_groups(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::partnership
