#pragma once
// Use cases: seats are made and changed, filled and handed on; deputies stand in and take over;
// what was said of somebody is put right; a seat ends. Inside submit() or atomically().
#include "core/routing/duties.hpp"
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "store/db.hpp"
#include <functional>

namespace openmasa::seats {

using partnership::Group;
using partnership::MemberId;
using partnership::Seat;

/// A seat as a file or a form has it; without an id it is new.
struct KeepSeat {
    std::optional<OwnerId> id{};
    /// The version that was read; 0 for a new one.
    std::int64_t version = 0;
    /// The names of its group, itself, and the agency or office that holds it.
    std::string group, name, holder;
    partnership::Days days{};
    std::optional<Day> turn_ends{};
};
/// Puts people into the seat as it would be, in the same version; unset: they stay.
using Fill = std::function<Result<Seat>(Seat)>;
/// What is wrong with it: "group", "name", "holder", "from", "to", "turn_ends", and whatever `fill`
/// refuses. Reads only.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const KeepSeat& seat,
                                   const Fill& fill = {});
Result<OwnerId> keep(store::Db& db, const Scope& scope, const KeepSeat& seat,
                     const Fill& fill = {});

/// Somebody begins there, as people type it.
struct Begin {
    OwnerId seat;
    std::int64_t version = 0;
    partnership::Part part = partnership::Part::member;
    std::string who, from, to, note;
};
/// The seat with them in it, or all that is wrong. Reads only. A member takes over from whoever
/// fills it: they end the day before.
Result<Seat> begun(store::Db& db, const Scope& scope, Seat seat, const Begin& command);
Result<Done> begin(store::Db& db, const Scope& scope, const Begin& command);

/// A deputy of the seat fills it from a day on.
struct Promote {
    OwnerId seat;
    MemberId deputy;
    std::int64_t version = 0;
    std::string from, note;
};
Result<Done> promote(store::Db& db, const Scope& scope, const Promote& command);

/// Other days than were said of somebody, another note; or they never were there.
struct PutRight {
    OwnerId seat;
    MemberId member;
    std::int64_t version = 0;
    std::string from, to, note;
    bool never_was = false;
};
Result<Done> put_right(store::Db& db, const Scope& scope, const PutRight& command);

/// The seat's last day; whoever sits there ends with it. Refused ("to") while it answers for
/// something.
struct EndSeat {
    OwnerId seat;
    std::int64_t version = 0;
    std::string to;
};
Result<Done> end(store::Db& db, const Scope& scope, const EndSeat& command,
                 const OpenDuties& duties);

/// Exactly these deputies, by name: those who are new begin on that day, those who are left out end
/// the day before.
Result<Seat> with_deputies(store::Db& db, const Scope& scope, Seat seat,
                           const std::vector<std::string>& names, Day from);
/// A group that is kept, by its name in any letters.
std::optional<Group> group_called(store::Db& db, const Scope& scope, std::string_view name);

} // namespace openmasa::seats
