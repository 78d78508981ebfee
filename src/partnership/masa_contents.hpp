#pragma once
// What the arrangements must contain, as effective-dated data: each with its clause, the guidance
// that asks for it, and how sure that is.
#include "core/clocks/rule.hpp"
#include <span>

namespace openmasa::partnership {

struct RequiredContent {
    /// Stays the same from edition to edition of the guidance.
    std::string_view key;
    /// "Independent scrutiny", as the heading of a section.
    std::string_view heading;
    /// What has to be said.
    std::string_view asks;
    std::string_view clause, guidance;
    Day from{};
    std::optional<Day> to{};
    clocks::Certainty certainty = clocks::Certainty::check;
};

/// Arrangements are published.
inline constexpr std::string_view publication_clause = "Children Act 2004 s16G";
inline constexpr clocks::Certainty publication_certainty = clocks::Certainty::check;

/// Those in force on that day, in the order in which a plan says them.
std::vector<const RequiredContent*> required_contents(Day on);
/// The one of that key in force on that day.
const RequiredContent* required_content(std::string_view key, Day on);

} // namespace openmasa::partnership
