#pragma once
// The years of target dates: "2025", "25", "'25", "2025/26", "FY 25-26". Two digits mean 20xx.
#include "kernel/target_date_point.hpp"

namespace openmasa::dates {

/// The year of a day or month, if one follows; else `point` and `cursor` stay as they are.
void take_year(Cursor& cursor, Point& point);
/// The year or two years ("2025/26") of a season, term or quarter, if they follow.
void take_years(Cursor& cursor, Point& point);
/// A year that stands alone: "2026", "2025-26", "2025 to 2026", "FY 25/26", "2025-28".
bool take_year_alone(Cursor& cursor, Point& point);

void set_year(Point& point, const Token& year);

} // namespace openmasa::dates
