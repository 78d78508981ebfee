#pragma once
// What a term must have. Values in and out.
#include "core/terms/term.hpp"
#include "kernel/result.hpp"
#include <span>

namespace openmasa::terms {

inline constexpr std::size_t longest_name = 120;
inline constexpr std::size_t longest_line = 1000;
inline constexpr std::size_t longest_about = 4000;

/// Everything that is wrong with it, by itself and beside the `others` (itself among them or not);
/// the field is the register's column.
std::vector<Problem> problems_with(const Term& term, std::span<const Term> others);

/// "withdrawn", "ended", "later" or, while it may be given to something, "used".
std::string_view standing(const Term& term, Day day);

} // namespace openmasa::terms
