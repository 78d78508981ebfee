#include "plan/priorities/actions.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/store.hpp"
#include <tuple>

namespace openmasa::priorities {
namespace {

/// The priority as this person may change it, in the version that they read. A right that ends
/// within what a role is held for reaches the priorities of that owner.
Result<plan::Section> find_for(store::Db& db, const Scope& scope, Permission permission,
                               const plan::SectionId& id, std::int64_t version) {
    auto section = plan::find_section(db, scope, id);
    if (!section || section->withdrawn || !scope.may(permission, section->owner))
        return not_found();
    if (section->version != version)
        return conflict("Somebody changed this while you were writing. What they saved is shown "
                        "above; yours is below, as you left it.");
    return *section;
}

auto said(const plan::Section& s) {
    return std::tie(s.adopted_on, s.adopted_by, s.adopted_evidence, s.prevalence, s.pathways,
                    s.commissioning, s.impact);
}

} // namespace

Result<bool> say_adoption(store::Db& db, const Scope& scope, const SayAdoption& command) {
    const auto before =
        TRY(find_for(db, scope, Permission::edit_plan, command.id, command.version));
    if (auto problems = problems_with(command, scope.today); !problems.empty())
        return invalid(std::move(problems));
    auto section = before;
    section.adopted_on = typed_day(command.adopted_on);
    section.adopted_by = trimmed(command.adopted_by);
    section.adopted_evidence = trimmed(command.adopted_evidence);
    section.prevalence = trimmed(command.prevalence);
    section.pathways = trimmed(command.pathways);
    section.commissioning = trimmed(command.commissioning);
    section.impact = trimmed(command.impact);
    if (said(section) == said(before)) return false;
    ++section.version;
    plan::save_section(db, scope, section);
    return true;
}

Result<Done> keep_review(store::Db& db, const Scope& scope, const Review& command) {
    auto section =
        TRY(find_for(db, scope, Permission::review_priority, command.id, command.version));
    if (auto problems = problems_with(command, section, scope.today); !problems.empty())
        return invalid(std::move(problems));
    section.reviewed_on = typed_day(command.held_on);
    section.review_outcome = to_text(*command.outcome);
    section.review_words = trimmed(command.words);
    section.stepped_down_on.reset();
    section.stepped_down_why.clear();
    if (command.outcome == plan::Outcome::steps_down) {
        section.stepped_down_on = section.reviewed_on;
        section.stepped_down_why = section.review_words;
    }
    ++section.version;
    plan::save_section(db, scope, section, {.verb = "section.reviewed"});
    return Done{};
}

} // namespace openmasa::priorities
