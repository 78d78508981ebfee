#pragma once
// The words of the doubts: what is shown to the person who decides, and what there is to choose.
#include "plan/imports/grouping.hpp"

namespace openmasa::imports {

/// Rows taken together or apart.
Doubt doubt_about(const Joint& joint);

/// Several dates that do not match the bullets, or one that could mean two things.
/// The options follow `readings` in order.
enum class DateReading { as_read, one_range, no_date };
Doubt doubt_about_dates(const Action& action, std::size_t bullets,
                        const std::vector<DateReading>& readings);
/// From the earliest day that the dates can mean to the latest; nothing if either is open.
std::optional<TargetDate> as_one_range(const TargetDate& target);

/// Only to know: words in the place of a date that are none.
Doubt doubt_about_unread_date(const Action& action);
/// Only to know: the section's name is a guess.
Doubt doubt_about_heading(const Section& section, int table);

struct ActionUnder {
    const Action* action = nullptr;
    const Objective* objective = nullptr;
};
Doubt doubt_about_same_words(const ActionUnder& first, const ActionUnder& second);

/// "Families First, table 3, rows 5 to 7".
std::string where(const Section& section, const Place& place);

} // namespace openmasa::imports
