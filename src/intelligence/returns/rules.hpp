#pragma once
// What is owed, and how it stands on a day; nothing but values in and out.
#include "intelligence/returns/calendar.hpp"

namespace openmasa::intelligence {

/// From so many days before the day it is due on, a figure is due soon.
inline constexpr std::chrono::days soon{14};
/// So far ahead the calendar looks, and so far back at what was returned.
inline constexpr std::chrono::days ahead{92}, back{366};

/// The areas that an indicator is asked of in a period: the partnership's own, or the districts or
/// localities in it that were there on the period's last day. None without an own area.
std::vector<const Area*> areas_asked(const AreaBook& areas, AskedOf asked,
                                     const FigurePeriod& period);

/// Every figure that is due up to that day, by day, indicator and area. The book must outlive it.
std::vector<OwedFigure> owed_until(const ReturnsBook& book, Day last_due);
/// What the calendar of a day shows: all that is not returned, and what was due in the year before.
std::vector<OwedFigure> calendar_of(const ReturnsBook& book, Day today);

/// On the day it is due on a figure is in time; after it, late.
ReturnState state_of(const OwedFigure& owed, Day today);
/// By how many days it came late, or is late today; 0 where it is not.
int days_late(const OwedFigure& owed, Day today);
/// Whether its period is over, so that there can be a figure of it.
bool can_be_returned(const OwedFigure& owed, Day today);

} // namespace openmasa::intelligence
