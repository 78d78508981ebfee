#pragma once
// A plan's dates as a calendar. Pure. What is decided here, and said in the calendar itself:
//   - open actions only: what is done, stopped or withdrawn is on no day;
//   - an action stands on the last day that its date can mean ("Autumn 2026": 30 November), where
//     it has several dates each step that is not done on its own;
//   - "from 1 Apr 2027" without an end stands on its first day;
//   - what recurs stands on the day by which it is due next (kernel/overdue.hpp), and again after
//     each period;
//   - no date, "ongoing" and words that are none are on no day.
#include "core/documents/calendar.hpp"
#include "plan/documents/plan_word.hpp"

namespace openmasa::plan_documents {

struct PlanStep {
    plan::ActionId action;
    plan::StepId id;
    std::string words, date_words, date_meaning;
    std::optional<Day> earliest, latest, done_on;
};

struct Milestones {
    PlanDocument document;
    /// In the order of the plan.
    std::vector<PlanStep> steps;
    /// "https://masa.example.org"; empty where nobody knows it: then events lead nowhere.
    std::string site{};
};

documents::Calendar calendar_of(const Milestones& milestones);

} // namespace openmasa::plan_documents
