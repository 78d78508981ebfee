#pragma once
// Who holds an office on a day, as whoever asks for signatures needs it (core/signoff).
#include "core/signoff/signoff.hpp"
#include "store/db.hpp"
#include <map>

namespace openmasa::partnership {

/// Whoever holds it on that day, those who act in it too; nobody on a day on which it is not there.
std::vector<signoff::Holder> holders_for_signing(store::Db& db, const OwnerId& office, Day on);
/// What kind of body the agency of each office of a lead safeguarding partner is, in the words of
/// the database: "local_authority"; without those whose agency has none.
std::map<OwnerId, std::string> bodies_of_lead_partners(store::Db& db);
/// The offices that this person holds on that day, or acts in.
std::vector<OwnerId> offices_held_by(store::Db& db, const PersonId& person, Day on);

} // namespace openmasa::partnership
