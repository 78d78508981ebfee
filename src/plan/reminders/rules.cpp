#include "plan/reminders/rules.hpp"

namespace openmasa::reminders {

Stage stage_of(Day due_on, Day today) {
    const auto left = (due_on - today).count();
    if (left < 0) return Stage::late;
    if (left <= day_before) return Stage::day;
    if (left <= week_before) return Stage::week;
    return left <= month_before ? Stage::month : Stage::none;
}

std::string_view to_text(Stage stage) {
    switch (stage) {
    case Stage::none: return "none";
    case Stage::month: return "month";
    case Stage::week: return "week";
    case Stage::day: return "day";
    case Stage::late: return "late";
    }
    return {};
}

} // namespace openmasa::reminders
