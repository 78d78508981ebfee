#pragma once
// An edition beside the one before: what was carried on and with which changes, what is new, what
// did not go on and why. Pure.
#include "plan/editions/next_edition.hpp"
#include "web/ui/marks.hpp"
#include <functional>

namespace openmasa::editions {

struct Difference {
    std::string_view what;
    std::string was, now;
};
struct CarriedOn {
    plan::Action before, now;
    /// Words, owner, lead, target date, place; none: it goes on as it was.
    std::vector<Difference> changes;
};
/// Done and stopped ones stay with their edition; of the others somebody said why, or nobody did.
struct NotCarried {
    enum class Reason { done, stopped, left, unsaid };
    plan::Action action;
    Reason reason{};
    std::string why;
};
/// Either is missing where it is new or did not go on; not both.
struct ComparedObjective {
    std::optional<plan::Objective> before, now;
    /// Whether it goes on as it was.
    bool is_same() const;
};
struct ComparedPriority {
    /// Either is missing where it is new or did not go on; not both.
    std::optional<plan::Section> before, now;
    std::vector<CarriedOn> carried;
    std::vector<plan::Action> added;
    std::vector<NotCarried> left;
    /// Those that are not as they were.
    std::vector<ComparedObjective> objectives{};
};
struct Counts {
    int unchanged = 0, changed = 0, added = 0, done = 0, stopped = 0, left = 0, unsaid = 0;
};
struct Comparison {
    Edition before, now;
    /// In the order of the newer edition, then those that did not go on.
    std::vector<ComparedPriority> priorities;
    Counts counts;
};
/// Actions belong together by what they follow, and so do priorities.
Comparison compare(Edition before, Edition now);

/// Objectives follow nothing: two are the same where their titles are, else where the actions of
/// one went on under the other, else where their titles have much in common. A pair is one of the
/// same priority, but for what its actions say.
std::vector<ComparedObjective>
compare_objectives(const Edition& before, const Edition& now,
                   const std::function<bool(const plan::SectionId&, const plan::SectionId&)>& same);

/// "Done", "Stopped", or what was said.
std::string spoken(const NotCarried& one);
/// A line for each action, for a spreadsheet; the first names the columns.
std::string to_csv(const Comparison& comparison);

} // namespace openmasa::editions
