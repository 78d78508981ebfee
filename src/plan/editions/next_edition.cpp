#include "plan/editions/next_edition.hpp"
#include "plan/store.hpp"
#include <algorithm>

namespace openmasa::editions {

std::optional<Edition> read_edition(store::Db& db, const Scope& scope, const plan::PlanId& id) {
    auto plan = plan::find_plan(db, scope, id);
    if (!plan || plan->withdrawn) return std::nullopt;
    Edition edition{.plan = std::move(*plan),
                    .sections = plan::sections_of(db, scope, id),
                    .objectives = plan::objectives_of_plan(db, scope, id),
                    .actions = plan::all_actions_of(db, id)};
    std::erase_if(edition.actions, [&](const plan::Action& action) {
        return action.withdrawn ||
               !std::ranges::count(edition.sections, action.section, &plan::Section::id) ||
               !std::ranges::count(edition.objectives, action.objective, &plan::Objective::id);
    });
    return edition;
}

std::string_view to_text(Course course) {
    switch (course) {
    case Course::carry: return "carry";
    case Course::step_down: return "step_down";
    case Course::leave: return "leave";
    }
    return {};
}
bool from_text(std::string_view text, Course& course) {
    for (const auto one : all_courses)
        if (to_text(one) == text) return course = one, true;
    return false;
}

std::string_view to_text(Fate fate) {
    switch (fate) {
    case Fate::carry: return "carry";
    case Fate::leave: return "leave";
    case Fate::done: return "done";
    }
    return {};
}
bool from_text(std::string_view text, Fate& fate) {
    for (const auto one : all_fates)
        if (to_text(one) == text) return fate = one, true;
    return false;
}

namespace {

template<class Choice, class SomeId>
const Choice* find_in(const std::vector<Choice>& choices, const SomeId& id) {
    const auto found = std::ranges::find(choices, id, &Choice::id);
    return found == choices.end() ? nullptr : &*found;
}

} // namespace

const ChosenPriority* find_choice(const MakeNext& command, const plan::SectionId& id) {
    return find_in(command.priorities, id);
}
const ChosenAction* find_choice(const MakeNext& command, const plan::ActionId& id) {
    return find_in(command.actions, id);
}

} // namespace openmasa::editions
