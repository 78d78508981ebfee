#include "plan/drafting/drafting.hpp"
#include "core/access/store.hpp"
#include "core/terms/store.hpp"
#include "kernel/text.hpp"
#include "plan/drafting/rules.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <tuple>

namespace openmasa::drafting {
namespace {

Refusal somebody_was_first() {
    return conflict("Somebody changed this while you were writing. What they saved is shown above; "
                    "yours is below, as you left it.");
}

/// Sets owner and name of a record; an owner that is not there is none.
template<class Noun>
void set_owner(store::Db& db, const Scope& scope, Noun& noun, const ChosenOwner& chosen) {
    const auto name = one_line(chosen.new_name);
    const auto wanted = name.empty() ? chosen.id : access::owner_named(db, scope, name);
    noun.owner.reset();
    noun.owner_name.reset();
    for (const auto& owner : access::list_owners(db))
        if (owner.id == wanted) {
            noun.owner = owner.id;
            noun.owner_name = owner.name;
        }
}

/// Those that may be given today, in the order of the terms.
Result<std::string> checked_tags(store::Db& db, const Scope& scope, const std::string& tags) {
    if (tags.empty()) return std::string();
    const auto book = terms::term_book(db);
    const auto ended = terms::no_longer_used(*book, "", tags, scope.today);
    if (!ended.empty())
        return invalid("themes", fmt::format("{} is no longer used.", join(ended, ", ")));
    return terms::tags_from(*book, terms::ids_in(tags));
}

/// Puts `id` behind that many others: those that stand elsewhere now are saved, and its own
/// position is given.
template<class Noun, class SomeId, class Save>
int put_at(std::vector<Noun> others, const SomeId& id, int place, Save save) {
    std::erase_if(others, [&](const Noun& noun) { return noun.id == id; });
    const int own = std::clamp(place, 0, static_cast<int>(others.size()));
    for (int at = 0; at < static_cast<int>(others.size()); ++at) {
        const int position = at < own ? at : at + 1;
        auto& noun = others[at];
        if (noun.position == position) continue;
        noun.position = position;
        ++noun.version;
        save(noun);
    }
    return own;
}

template<class Noun> int after_all(const std::vector<Noun>& others) {
    int last = -1;
    for (const auto& noun : others) last = std::max(last, noun.position);
    return last + 1;
}

auto said(const plan::Plan& p) {
    return std::tie(p.title, p.period, p.type, p.owner);
}
auto said(const plan::Section& s) {
    return std::tie(s.name, s.remark, s.is_priority, s.owner, s.chair, s.difference, s.position);
}
auto said(const plan::Objective& o) {
    return std::tie(o.title, o.words, o.position);
}

std::optional<plan::Plan> find_to_change(store::Db& db, const Scope& scope,
                                         const plan::PlanId& id) {
    if (!scope.may(Permission::edit_plan)) return std::nullopt;
    auto found = plan::find_plan(db, scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}
std::optional<plan::Section> find_to_change(store::Db& db, const Scope& scope,
                                            const plan::SectionId& id) {
    if (!scope.may(Permission::edit_plan)) return std::nullopt;
    auto found = plan::find_section(db, scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}
std::optional<plan::Objective> find_to_change(store::Db& db, const Scope& scope,
                                              const plan::ObjectiveId& id) {
    if (!scope.may(Permission::edit_plan)) return std::nullopt;
    auto found = plan::find_objective(db, scope, id);
    return found && !found->withdrawn ? found : std::nullopt;
}

/// As it stands for a draft that changes it, in the version that was read.
template<class Noun, class Draft>
Result<Noun> find_for(store::Db& db, const Scope& scope, const Draft& draft) {
    auto found = find_to_change(db, scope, *draft.id);
    if (!found) return not_found();
    if (found->version != draft.version) return somebody_was_first();
    return std::move(*found);
}

void fill(plan::Plan& plan, const PlanDraft& draft) {
    plan.title = one_line(draft.title);
    plan.period = one_line(draft.period);
    plan.type = draft.type;
}
void fill(plan::Section& section, const PriorityDraft& draft) {
    section.name = one_line(draft.name);
    section.remark = one_line(draft.remark);
    section.is_priority = draft.is_priority;
    section.chair = one_line(draft.chair);
    section.difference = trimmed(draft.difference);
}
void fill(plan::Objective& objective, const ObjectiveDraft& draft) {
    objective.title = one_line(draft.title);
    const auto words = trimmed(draft.words);
    objective.words = words.empty() ? objective.title : std::string(words);
}

Result<Saved<plan::PlanId>> add(store::Db& db, const Scope& scope, const PlanDraft& draft) {
    plan::Plan plan;
    plan.id = scope.new_id<plan::PlanId>();
    fill(plan, draft);
    set_owner(db, scope, plan, draft.owner);
    plan.tags = TRY(checked_tags(db, scope, draft.tags));
    plan::add_plan(db, scope, plan);
    return Saved<plan::PlanId>{plan.id};
}

/// What is restricted from this person has its code and its reference, too.
std::set<std::string> codes_in(store::Db& db, const plan::PlanId& plan) {
    const store::Db::Plainly plainly(db);
    std::set<std::string> codes;
    for (const auto& section : plan::all_sections_of(db, plan)) codes.insert(section.code);
    return codes;
}
std::set<std::string> references_in(store::Db& db, const plan::PlanId& plan) {
    const store::Db::Plainly plainly(db);
    std::set<std::string> references;
    for (const auto& action : plan::all_actions_of(db, plan)) references.insert(action.reference);
    return references;
}

/// Where a draft puts something among its neighbours, which are saved where they move: nothing
/// moves where it already stands there.
template<class Noun, class Draft, class Save>
int place_among(std::vector<Noun> others, const Noun& noun, const Draft& draft, Save save) {
    const auto own = std::ranges::find(others, noun.id, &Noun::id);
    const auto at = static_cast<int>(own - others.begin());
    if (draft.place.value_or(at) == at) return draft.id ? noun.position : after_all(others);
    return put_at(std::move(others), noun.id, *draft.place, save);
}
int place_of(store::Db& db, const Scope& scope, const plan::Section& section,
             const PriorityDraft& draft) {
    return place_among(plan::sections_of(db, scope, section.plan), section, draft,
                       [&](const plan::Section& moved) { plan::save_section(db, scope, moved); });
}
int place_of(store::Db& db, const Scope& scope, const plan::Objective& objective,
             const ObjectiveDraft& draft) {
    return place_among(
        plan::objectives_of(db, scope, objective.section), objective, draft,
        [&](const plan::Objective& moved) { plan::save_objective(db, scope, moved); });
}

Result<Saved<plan::SectionId>> add(store::Db& db, const Scope& scope, const PriorityDraft& draft) {
    if (!find_to_change(db, scope, draft.plan)) return not_found();
    plan::Section section;
    section.id = scope.new_id<plan::SectionId>();
    section.plan = draft.plan;
    fill(section, draft);
    section.code = plan::free_code(plan::section_code(section.name), codes_in(db, draft.plan));
    set_owner(db, scope, section, draft.owner);
    section.position = place_of(db, scope, section, draft);
    plan::add_section(db, scope, section);
    return Saved<plan::SectionId>{section.id};
}

Result<Saved<plan::ObjectiveId>> add(store::Db& db, const Scope& scope,
                                     const ObjectiveDraft& draft) {
    if (!find_to_change(db, scope, draft.section)) return not_found();
    plan::Objective objective;
    objective.id = scope.new_id<plan::ObjectiveId>();
    objective.section = draft.section;
    fill(objective, draft);
    objective.position = place_of(db, scope, objective, draft);
    plan::add_objective(db, scope, objective);
    return Saved<plan::ObjectiveId>{objective.id};
}

} // namespace

Result<Saved<plan::PlanId>> save(store::Db& db, const Scope& scope, const PlanDraft& draft) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    std::optional<plan::Plan> before;
    if (draft.id) before = TRY(find_for<plan::Plan>(db, scope, draft));
    if (auto problems = problems_with(draft); !problems.empty())
        return invalid(std::move(problems));
    if (!before) return add(db, scope, draft);
    auto plan = *before;
    fill(plan, draft);
    set_owner(db, scope, plan, draft.owner);
    if (said(plan) == said(*before)) return Saved<plan::PlanId>{plan.id, false};
    ++plan.version;
    plan::save_plan(db, scope, plan);
    return Saved<plan::PlanId>{plan.id};
}

Result<Saved<plan::SectionId>> save(store::Db& db, const Scope& scope, const PriorityDraft& draft) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    std::optional<plan::Section> before;
    if (draft.id) before = TRY(find_for<plan::Section>(db, scope, draft));
    if (auto problems = problems_with(draft); !problems.empty())
        return invalid(std::move(problems));
    if (!before) return add(db, scope, draft);
    auto section = *before;
    fill(section, draft);
    set_owner(db, scope, section, draft.owner);
    section.position = place_of(db, scope, section, draft);
    if (said(section) == said(*before)) return Saved<plan::SectionId>{section.id, false};
    ++section.version;
    plan::save_section(db, scope, section);
    return Saved<plan::SectionId>{section.id};
}

Result<Saved<plan::ObjectiveId>> save(store::Db& db, const Scope& scope,
                                      const ObjectiveDraft& draft) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    std::optional<plan::Objective> before;
    if (draft.id) before = TRY(find_for<plan::Objective>(db, scope, draft));
    if (auto problems = problems_with(draft); !problems.empty())
        return invalid(std::move(problems));
    if (!before) return add(db, scope, draft);
    auto objective = *before;
    fill(objective, draft);
    objective.position = place_of(db, scope, objective, draft);
    if (said(objective) == said(*before)) return Saved<plan::ObjectiveId>{objective.id, false};
    ++objective.version;
    plan::save_objective(db, scope, objective);
    return Saved<plan::ObjectiveId>{objective.id};
}

namespace {

std::vector<plan::Step> steps_from(const TargetDate& understood, const Scope& scope) {
    std::vector<plan::Step> steps;
    for (const auto& one : understood.milestones)
        steps.push_back({.id = scope.new_id<plan::StepId>(),
                         .words = {},
                         .date_words = one.words,
                         .date_meaning = meaning(one),
                         .earliest = one.earliest,
                         .latest = one.latest,
                         .done_on = {}});
    return steps;
}

/// Behind the last action of its objective, or of the plan.
int last_position(store::Db& db, const plan::PlanId& plan, const plan::ObjectiveId& objective) {
    const store::Db::Plainly plainly(db);
    int last = 0, last_of_objective = 0;
    for (const auto& action : plan::all_actions_of(db, plan)) {
        last = std::max(last, action.position);
        if (action.objective == objective)
            last_of_objective = std::max(last_of_objective, action.position);
    }
    return last_of_objective > 0 ? last_of_objective : last + 1;
}

} // namespace

Result<plan::ActionId> add(store::Db& db, const Scope& scope, const ActionDraft& draft) {
    const auto objective = find_to_change(db, scope, draft.objective);
    const auto section = objective ? find_to_change(db, scope, objective->section) : std::nullopt;
    if (!section) return not_found();
    if (auto problems = problems_with(draft); !problems.empty())
        return invalid(std::move(problems));
    const auto understood = understand_date(trimmed(draft.date_words));
    const auto steps = steps_from(understood, scope);
    plan::Action action;
    action.id = scope.new_id<plan::ActionId>();
    action.plan = section->plan;
    action.section = section->id;
    action.objective = objective->id;
    action.position = last_position(db, section->plan, objective->id);
    action.reference = plan::next_reference(section->code, references_in(db, section->plan));
    action.title = one_line(draft.title);
    action.words = trimmed(draft.words).empty() ? action.title : draft.words;
    set_owner(db, scope, action, draft.owner);
    action.target = plan::target_day(understood);
    action.steps = static_cast<int>(steps.size());
    action.adopted_on = scope.today;
    action.tags = TRY(checked_tags(db, scope, draft.tags));
    action.version = 0;
    plan::begin_action(db, scope, action);
    plan::save_steps(db, scope, action.id, steps);
    TRY(plan::save_action(db, scope, action, {.verb = "action.added"}));
    return action.id;
}

} // namespace openmasa::drafting
