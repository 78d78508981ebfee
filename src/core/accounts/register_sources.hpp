#pragma once
// Where the rows of the registers of people and of users stand in the database.
#include "core/registers/source.hpp"

namespace openmasa::accounts {

extern const registers::Source person_source;
extern const registers::Source user_source;
/// Between several roles or owners in one cell.
inline constexpr std::string_view between_parts = "; ";

} // namespace openmasa::accounts
