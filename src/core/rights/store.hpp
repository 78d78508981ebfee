#pragma once
// Who holds which role within what, for the page of rights.
#include "core/access/scope.hpp"
#include "core/rights/why.hpp"
#include "store/db.hpp"

namespace openmasa::rights {

struct HeldFromTo {
    PersonId person;
    std::string known_as;
    /// Its word; one of the past may be no role any more.
    std::string role;
    /// Within an agency, a group, an office or a seat, by its name; or on one record.
    std::string owner_name;
    std::string record_kind, record_id;
    Day from{};
    std::optional<Day> to;
};
/// What is held on that day or will be, by people whose account is open; by name.
std::vector<HeldFromTo> held_from(store::Db& db, Day today);
/// What was held on a day that is looked back at, by people whose account was open then; by name.
std::vector<HeldFromTo> held_then(store::Db& db, Day day);
/// What one person holds that day, with the names of what it is held within.
std::vector<HeldRole> held_roles(store::Db& db, const PersonId& person, Day today);

} // namespace openmasa::rights
