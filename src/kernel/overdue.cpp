#include "kernel/overdue.hpp"
#include <algorithm>

namespace openmasa {

std::optional<Day> deadline(const TargetDate& target, Day last_update) {
    const bool recurs = target.kind == TargetDate::Kind::recurring && target.period;
    if (!recurs) return target.latest;
    const Day since = std::max(last_update, target.earliest.value_or(last_update));
    const Day next = after(since, *target.period);
    return std::min(next, target.latest.value_or(next));
}

Due due(std::optional<Day> deadline, Day today) {
    if (!deadline) return Due::no_end;
    if (today > *deadline) return Due::overdue;
    if (today + std::chrono::days{due_soon_days} >= *deadline) return Due::soon;
    return Due::later;
}

} // namespace openmasa
