#pragma once
// What an agency must have; nothing but values in and out.
#include "kernel/result.hpp"
#include "partnership/agencies/agency.hpp"
#include <vector>

namespace openmasa::agencies {

inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_line = 300;
inline constexpr std::size_t longest_contact = 1000;

/// Everything that is wrong; the fields are named as in the form.
std::vector<Problem> problems_with(const Agency& agency);
/// Whether it takes part on that day.
bool takes_part(const Agency& agency, Day day);

} // namespace openmasa::agencies
