#include "plan/plan.hpp"
#include <algorithm>

namespace openmasa::plan {

std::string_view to_text(Status status) {
    switch (status) {
    case Status::not_started: return "not_started";
    case Status::in_progress: return "in_progress";
    case Status::at_risk: return "at_risk";
    case Status::done: return "done";
    case Status::stopped: return "stopped";
    }
    return {};
}

bool from_text(std::string_view text, Status& status) {
    const auto found =
        std::ranges::find(all_statuses, text, [](Status one) { return to_text(one); });
    if (found == all_statuses.end()) return false;
    status = *found;
    return true;
}

std::string_view spoken(Status status) {
    switch (status) {
    case Status::not_started: return "Not started";
    case Status::in_progress: return "In progress";
    case Status::at_risk: return "At risk";
    case Status::done: return "Done";
    case Status::stopped: return "Stopped";
    }
    return {};
}

TargetDay target_day(const TargetDate& understood) {
    return {.words = understood.words,
            .kind = std::string(name(understood.kind)),
            .meaning = meaning(understood),
            .doubt = understood.doubt,
            .earliest = understood.earliest,
            .latest = understood.latest,
            .period = understood.period.value_or(Period{})};
}

} // namespace openmasa::plan
