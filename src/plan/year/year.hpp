#pragma once
// What the pictures of a plan's time are made from.
#include "plan/plan.hpp"
#include <string>
#include <vector>

namespace openmasa::year {

/// An action of a plan, with what says when.
struct DatedAction {
    plan::ActionId id;
    plan::SectionId section;
    plan::ObjectiveId objective;
    std::optional<OwnerId> owner;
    std::string reference, title;
    /// As written, which kind that is ("unknown": no date), and our reading of it.
    std::string date_words, date_kind, date_meaning;
    std::optional<Day> earliest, latest;
    Period period;
    std::optional<Day> deadline;
    /// The last day of its next open step.
    std::optional<Day> next_step;
    plan::Status status{};
    Day adopted_on{};
    int steps = 0, steps_done = 0, evidence = 0;
    /// The ids of the actions that must be done before it.
    std::string waits_for;
};

/// One of several dates of an action.
struct DatedStep {
    plan::ActionId action;
    std::string words, date_words;
    std::optional<Day> earliest, latest, done_on;
};

} // namespace openmasa::year
