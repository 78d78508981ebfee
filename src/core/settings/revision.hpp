#pragma once
// How often something that pages remember was changed. It is counted up in the transaction of the
// change, so that every worker and every process sees the change with its next request.
//     db.remembered<Settings>("settings", revision::stamp(db, "settings"), [&] { ... });
#include "store/db.hpp"
#include <cstdint>
#include <string>
#include <string_view>

namespace openmasa::revision {

/// Nought before the first change.
std::int64_t number(store::Db& db, std::string_view name);
/// The same as text, for Db::remembered().
std::string stamp(store::Db& db, std::string_view name);
/// Of what is made of two: another one when either was changed.
std::string stamp_of_both(store::Db& db, std::string_view one, std::string_view other);
/// Inside atomically(); gives the new number.
std::int64_t count_up(store::Db& db, std::string_view name);

} // namespace openmasa::revision
