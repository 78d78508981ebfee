#include "kernel/overdue.hpp"

namespace openmasa {

std::optional<Day> deadline(const TargetDate& target, Day last_update) {
    if (target.kind == TargetDate::Kind::recurring && target.period)
        return after(last_update, *target.period);
    return target.latest;
}

Due due(std::optional<Day> deadline, Day today) {
    if (!deadline) return Due::no_end;
    if (today > *deadline) return Due::overdue;
    if (today + std::chrono::days{due_soon_days} >= *deadline) return Due::soon;
    return Due::later;
}

} // namespace openmasa
