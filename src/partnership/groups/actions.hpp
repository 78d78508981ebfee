#pragma once
// Use cases: groups are added and changed, report to others, are chaired, get a quorum, welcome
// guests, and end. Inside submit() or atomically(). Terms of reference: terms_actions.hpp; seats:
// partnership/seats.
#include "core/access/owner.hpp"
#include "core/routing/duties.hpp"
#include "kernel/result.hpp"
#include "partnership/group.hpp"
#include "store/db.hpp"

namespace openmasa::groups {

using partnership::Group;
using partnership::MemberId;

/// A group as a file or a form has it; without an id it is new.
struct KeepGroup {
    std::optional<OwnerId> id{};
    /// The version that was read; 0 for a new one, and for one that only stood in a plan.
    std::int64_t version = 0;
    std::string name;
    partnership::GroupKind kind{};
    std::string purpose, contact;
    partnership::Days days{};
    /// Groups, offices and the group's own seats by their names, from a day on; unset: as they are.
    struct Ties {
        std::vector<std::string> names;
        std::optional<Day> since{};
    };
    std::optional<Ties> reports_to{}, chairs{};
};
/// "name", "kind", "from", "to", "reports_to", "chair". Reads only.
std::vector<Problem> problems_with(store::Db& db, const Scope& scope, const KeepGroup& group);
/// A group that it reports to and that nobody knows yet is made, as the name of an owner.
Result<OwnerId> keep(store::Db& db, const Scope& scope, const KeepGroup& group);

/// What makes a quorum from a day on, as people type it; it takes the place of a rule of that day.
struct SetQuorum {
    OwnerId group;
    std::int64_t version = 0;
    /// "2 of 3" or nothing; the ids of the agencies.
    std::string from, least, share;
    std::vector<OwnerId> agencies;
};
Result<Done> set_quorum(store::Db& db, const Scope& scope, const SetQuorum& command);

/// Somebody comes without a seat: a guest or an observer.
struct Invite {
    OwnerId group;
    std::int64_t version = 0;
    partnership::Part part = partnership::Part::guest;
    std::string who, from, to, note;
};
Result<Done> invite(store::Db& db, const Scope& scope, const Invite& command);

struct PutGuestRight {
    OwnerId group;
    MemberId guest;
    std::int64_t version = 0;
    std::string from, to, note;
    bool never_was = false;
};
Result<Done> put_right(store::Db& db, const Scope& scope, const PutGuestRight& command);

/// What keeps a group from ending: duties that it or its seats answer for, groups that report to
/// it, terms of reference that wait to be signed.
struct Hindrance {
    std::string what, href;
};
std::vector<Hindrance> hindrances(const Group& group, const OpenDuties& duties,
                                  const std::optional<Day>& last);
/// Its last day; its seats, chairs and guests end with it. Refused ("to") while something hinders.
struct EndGroup {
    OwnerId group;
    std::int64_t version = 0;
    std::string to;
};
Result<Done> end(store::Db& db, const Scope& scope, const EndGroup& command,
                 const OpenDuties& duties);

/// A group that this person may change, in the version that they read.
Result<Group> find_for(store::Db& db, const Scope& scope, const OwnerId& id, std::int64_t version);

} // namespace openmasa::groups
