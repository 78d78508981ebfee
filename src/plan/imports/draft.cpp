#include "plan/imports/draft.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

void count(const Section& section, Counts& counts) {
    ++counts.sections;
    counts.priorities += section.is_priority;
    counts.without_owner += section.owner.empty();
    counts.objectives += int(section.objectives.size());
    for (const auto& objective : section.objectives) {
        counts.actions += int(objective.actions.size());
        counts.without_date += int(std::ranges::count_if(
            objective.actions, [](const Action& action) { return action.target.words.empty(); }));
    }
}

} // namespace

Counts count(const Draft& draft) {
    Counts counts;
    for (const auto& section : draft.sections) count(section, counts);
    counts.doubtful = int(std::ranges::count_if(
        draft.doubts, [](const Doubt& doubt) { return !doubt.options.empty(); }));
    return counts;
}

std::string in_full(const TargetDate& target) {
    if (target.kind == TargetDate::Kind::day) return "by " + spoken(*target.latest);
    return meaning(target);
}

std::string_view name(Status status) {
    switch (status) {
    case Status::not_started: return "not started";
    case Status::in_progress: return "in progress";
    case Status::at_risk: return "at risk";
    case Status::blocked: return "blocked";
    case Status::done: return "done";
    case Status::stopped: break;
    }
    return "stopped";
}

std::string_view name(Doubt::Kind kind) {
    switch (kind) {
    case Doubt::Kind::dates_do_not_match: return "dates_do_not_match";
    case Doubt::Kind::bullet_rows_with_dates: return "bullet_rows_with_dates";
    case Doubt::Kind::goes_on_from_above: return "goes_on_from_above";
    case Doubt::Kind::nearly_the_same: return "nearly_the_same";
    case Doubt::Kind::date_not_understood: return "date_not_understood";
    case Doubt::Kind::heading_guessed: break;
    }
    return "heading_guessed";
}

} // namespace openmasa::imports
