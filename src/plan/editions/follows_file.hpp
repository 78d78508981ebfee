#pragma once
// What goes on from the edition before, as a file for a spreadsheet: written as it is proposed,
// read again as somebody put it right. A priority goes by its code, an action by its reference.
#include "core/exchange/csv.hpp"
#include "plan/editions/following.hpp"

namespace openmasa::editions {

/// A line for each priority and each action of the earlier edition; the first names the columns:
/// what, before, title, goes_on_as, done, why, found.
std::string to_csv(const SayFollows& said, const Edition& before, const Edition& now);

/// What the file says, over what is proposed; what it does not mention stays as proposed. Refuses a
/// line that names no priority and no action of the earlier edition, and a priority that is none of
/// the newer.
Result<SayFollows> with_file(SayFollows proposed, const csv::Table& file, const Edition& before,
                             const Edition& now);

} // namespace openmasa::editions
