#include "plan/plan.hpp"
#include <algorithm>

namespace openmasa::plan {
namespace {

struct PlanTypeWords {
    PlanType type;
    std::string_view text, spoken;
};
constexpr PlanTypeWords plan_type_words[] = {
    {PlanType::business, "business", "Business plan"},
    {PlanType::locality, "locality", "Locality plan"},
    {PlanType::strategy, "strategy", "Priority strategy"},
    {PlanType::workforce, "workforce", "Workforce plan"},
    {PlanType::inspection, "inspection", "Inspection action plan"},
    {PlanType::task_group, "task_group", "Task and finish group's plan"},
    {PlanType::other, "other", "Other plan"},
};
const PlanTypeWords& words_of(PlanType type) {
    return plan_type_words[static_cast<std::size_t>(type)];
}

} // namespace

std::string_view to_text(Status status) {
    switch (status) {
    case Status::not_started: return "not_started";
    case Status::in_progress: return "in_progress";
    case Status::at_risk: return "at_risk";
    case Status::blocked: return "blocked";
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
    case Status::blocked: return "Blocked";
    case Status::done: return "Done";
    case Status::stopped: return "Stopped";
    }
    return {};
}

std::string_view to_text(PlanType type) {
    return words_of(type).text;
}
bool from_text(std::string_view text, PlanType& type) {
    const auto* found = std::ranges::find(plan_type_words, text, &PlanTypeWords::text);
    if (found == std::end(plan_type_words)) return false;
    type = found->type;
    return true;
}
std::string_view spoken(PlanType type) {
    return words_of(type).spoken;
}

std::string_view to_text(Outcome outcome) {
    switch (outcome) {
    case Outcome::goes_on: return "goes_on";
    case Outcome::changes: return "changes";
    case Outcome::steps_down: return "steps_down";
    }
    return {};
}
bool from_text(std::string_view text, Outcome& outcome) {
    const auto found =
        std::ranges::find(all_outcomes, text, [](Outcome one) { return to_text(one); });
    if (found == all_outcomes.end()) return false;
    outcome = *found;
    return true;
}
std::string_view spoken(Outcome outcome) {
    switch (outcome) {
    case Outcome::goes_on: return "Goes on as it is";
    case Outcome::changes: return "Goes on, with changes";
    case Outcome::steps_down: return "Steps down to business as usual";
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
