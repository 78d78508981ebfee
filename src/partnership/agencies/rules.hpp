#pragma once
// What an agency must have; nothing but values in and out.
#include "kernel/result.hpp"
#include "partnership/agencies/agency.hpp"
#include "partnership/agencies/categories.hpp"
#include <vector>

namespace openmasa::agencies {

inline constexpr std::size_t longest_name = 200;
inline constexpr std::size_t longest_line = 300;
inline constexpr std::size_t longest_contact = 1000;
inline constexpr std::size_t longest_categories = 2000;

/// Everything that is wrong; the fields are named as in the form.
std::vector<Problem> problems_with(const Agency& agency);
/// What it is on a day, for categories.hpp.
Kinds kinds_on(const Agency& agency, Day day);
/// Whether it is said to be asked under that section.
bool is_asked(const Agency& agency, AskedUnder duty);
/// It is asked under what follows from what it is on that day.
void ask_what_follows(Agency& agency, Day day);
/// What it is asked under, or not, although something else follows, and nobody says why: problems
/// with the field "duty_reason".
std::vector<Problem> problems_with_duties(const Agency& agency, Day day);
/// Whether it takes part on that day.
bool takes_part(const Agency& agency, Day day);

} // namespace openmasa::agencies
