#include "plan/imports/unchanged.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::imports {
namespace {

bool is_same_plan(const Draft& draft, const plan::Plan& plan) {
    return draft.title == plan.title && draft.period == plan.period &&
           (draft.edition.empty() || draft.edition == plan.edition);
}

/// An owner that the document does not name stays.
bool is_same_owner(const std::string& drafted, const std::optional<std::string>& owner) {
    return drafted.empty() || drafted == owner;
}

bool is_same(const Section& drafted, const plan::Section& section, int position) {
    return !section.withdrawn && drafted.name == section.name && drafted.remark == section.remark &&
           drafted.chair == section.chair && join(drafted.difference, "\n") == section.difference &&
           is_same_owner(drafted.owner, section.owner_name) && section.position == position;
}

bool is_same(const Objective& drafted, const plan::Objective& objective, int position) {
    return !objective.withdrawn && drafted.title == objective.title &&
           drafted.text == objective.words && objective.position == position;
}

template<class Thing> int count_kept(const std::vector<Thing>& things) {
    return static_cast<int>(
        std::ranges::count_if(things, [](const Thing& thing) { return !thing.withdrawn; }));
}

/// Each section and objective of the document is the one of the plan at the same place, and the
/// plan has no other.
bool are_parts_same(const Draft& draft, const Existing& existing, const Comparison& comparison) {
    int sections = 0, objectives = 0;
    for (const auto& section : draft.sections) {
        const auto at = static_cast<std::size_t>(sections);
        const auto same = comparison.sections[at];
        if (!same || !is_same(section, existing.sections[*same], sections++)) return false;
        int position = 0;
        for (const auto& objective : section.objectives) {
            const auto found = comparison.objectives[at][static_cast<std::size_t>(position)];
            if (!found || !is_same(objective, existing.objectives[*found], position++))
                return false;
            ++objectives;
        }
    }
    return sections == count_kept(existing.sections) &&
           objectives == count_kept(existing.objectives);
}

/// Under the same objectives, one after another as in the plan.
bool is_order_same(const Existing& existing, const Comparison& comparison) {
    int before = -1;
    for (const auto& match : comparison.matches) {
        const auto& action = existing.actions[*match.existing];
        const auto objective = comparison.objectives[match.spot->section][match.spot->objective];
        if (existing.objectives[*objective].id != action.objective || action.position <= before)
            return false;
        before = action.position;
    }
    return true;
}

} // namespace

bool changes_nothing(const Draft& draft, const Existing& existing, const Comparison& comparison) {
    const bool all_same =
        comparison.count(Fate::same) == static_cast<int>(comparison.matches.size());
    return existing.plan && is_same_plan(draft, *existing.plan) && all_same &&
           are_parts_same(draft, existing, comparison) && is_order_same(existing, comparison);
}

} // namespace openmasa::imports
