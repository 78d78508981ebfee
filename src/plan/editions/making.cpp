#include "plan/editions/making.hpp"
#include "core/restriction/store.hpp"
#include "kernel/id_list.hpp"
#include "kernel/text.hpp"
#include "plan/editions/rules.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include "plan/succession.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::editions {

bool is_stale(const MakeNext& command, const plan::Section& section) {
    const auto* chosen = find_choice(command, section.id);
    return !chosen || chosen->version != section.version;
}
/// What was finished or withdrawn meanwhile had another version on the form.
bool is_stale(const MakeNext& command, const plan::Action& action) {
    const auto* chosen = find_choice(command, action.id);
    return chosen ? chosen->version != action.version : plan::is_open(action.status);
}

namespace {

class Making {
public:
    Making(store::Db& db, const Scope& scope, const Edition& old, const MakeNext& command)
        : db_(db), scope_(scope), old_(old), command_(command) {}

    Result<plan::PlanId> run() {
        add_plan();
        for (const auto& section : old_.sections) save_priority(section);
        for (const auto& action : old_.actions)
            if (is_carried(action)) new_ids_[action.id] = scope_.new_id<plan::ActionId>();
        for (const auto& action : old_.actions) TRY(save_action(action));
        restrict_as_before();
        return plan_;
    }

private:
    void add_plan();
    void save_priority(const plan::Section& section);
    void close_priority(plan::Section section, const ChosenPriority& chosen);
    void carry_priority(const plan::Section& before, const ChosenPriority& chosen);
    void carry_objective(const plan::Objective& before, const plan::SectionId& section);
    bool is_carried(const plan::Action& action) const;
    Result<Done> save_action(const plan::Action& action);
    Result<Done> carry_action(const plan::Action& before, const ChosenAction& chosen);
    void carry_steps(const plan::Action& before, plan::Action& action);
    std::string waits_for(const plan::Action& before) const;
    Result<Done> leave_action(plan::Action action, std::string why);
    Result<Done> finish_action(plan::Action action, std::string_view words);
    void restrict_as_before();
    void note(std::string_view before, std::string_view now) {
        new_records_[std::string(before)] = now;
    }

    store::Db& db_;
    const Scope& scope_;
    const Edition& old_;
    const MakeNext& command_;
    plan::PlanId plan_{};
    std::map<plan::SectionId, plan::SectionId> sections_;
    std::map<plan::ObjectiveId, plan::ObjectiveId> objectives_;
    std::map<plan::ActionId, plan::ActionId> new_ids_;
    /// What was made from what, of every kind.
    std::map<std::string, std::string> new_records_;
};

void Making::add_plan() {
    plan_ = scope_.new_id<plan::PlanId>();
    auto plan = old_.plan;
    plan.id = plan_;
    plan.title = one_line(command_.title);
    plan.period = one_line(command_.period);
    plan.edition.clear();
    plan.version = 1;
    plan.follows = old_.plan.id;
    plan::add_plan(db_, scope_, plan);
}

void Making::save_priority(const plan::Section& section) {
    const auto& chosen = *find_choice(command_, section.id);
    if (chosen.course != Course::carry) close_priority(section, chosen);
    if (chosen.course != Course::leave) carry_priority(section, chosen);
}

/// The old edition says why; one that stepped down already said so.
void Making::close_priority(plan::Section section, const ChosenPriority& chosen) {
    const auto why = std::string(trimmed(chosen.why));
    ++section.version;
    if (chosen.course == Course::leave)
        return plan::save_section(db_, scope_, section,
                                  {.verb = "section.left_behind", .why = why});
    if (section.stepped_down_on && section.stepped_down_why == why) return;
    if (!section.stepped_down_on) section.stepped_down_on = scope_.today;
    section.stepped_down_why = why;
    plan::save_section(db_, scope_, section, {.verb = "section.stepped_down"});
}

void Making::carry_priority(const plan::Section& before, const ChosenPriority& chosen) {
    auto section = before;
    section.id = scope_.new_id<plan::SectionId>();
    section.plan = plan_;
    section.version = 1;
    section.follows = before.id;
    if (chosen.course == Course::step_down) {
        section.is_priority = false;
        if (!section.stepped_down_on) section.stepped_down_on = scope_.today;
        section.stepped_down_why = trimmed(chosen.why);
    }
    plan::add_section(db_, scope_, section);
    sections_[before.id] = section.id;
    note(before.id.view(), section.id.view());
    for (const auto& objective : old_.objectives)
        if (objective.section == before.id) carry_objective(objective, section.id);
}

void Making::carry_objective(const plan::Objective& before, const plan::SectionId& section) {
    auto objective = before;
    objective.id = scope_.new_id<plan::ObjectiveId>();
    objective.section = section;
    objective.version = 1;
    plan::add_objective(db_, scope_, objective);
    objectives_[before.id] = objective.id;
    note(before.id.view(), objective.id.view());
}

bool Making::is_carried(const plan::Action& action) const {
    const auto* chosen = plan::is_open(action.status) ? find_choice(command_, action.id) : nullptr;
    return chosen && fate_of(*chosen, *find_choice(command_, action.section)) == Fate::carry;
}

Result<Done> Making::save_action(const plan::Action& action) {
    const auto* chosen = plan::is_open(action.status) ? find_choice(command_, action.id) : nullptr;
    if (!chosen) return Done{};
    const auto& priority = *find_choice(command_, action.section);
    switch (fate_of(*chosen, priority)) {
    case Fate::carry: return carry_action(action, *chosen);
    case Fate::leave: return leave_action(action, why_left(*chosen, priority));
    case Fate::done: return finish_action(action, chosen->why);
    }
    return Done{};
}

Result<Done> Making::carry_action(const plan::Action& before, const ChosenAction& chosen) {
    auto action = before;
    action.id = new_ids_.at(before.id);
    action.plan = plan_;
    action.section = sections_.at(before.section);
    action.objective = objectives_.at(before.objective);
    action.follows = before.id;
    action.target = next_target(before, chosen.date_words, scope_.today);
    action.adopted_on = scope_.today;
    action.last_update.reset();
    action.evidence = 0;
    action.waits_for = waits_for(before);
    action.left_behind_why.clear();
    action.version = 0;
    note(before.id.view(), action.id.view());
    plan::begin_action(db_, scope_, action);
    carry_steps(before, action);
    plan::save_notes(db_, action.id, plan::notes_of(db_, before.id));
    return plan::save_action(db_, scope_, action, {.verb = "action.carried_on"});
}

/// The steps of a date that goes on, with what is done of them; those of a new one.
void Making::carry_steps(const plan::Action& before, plan::Action& action) {
    std::vector<plan::Step> steps;
    if (action.target.words == before.target.words) steps = plan::steps_of(db_, before.id);
    const auto understood = understand_date(action.target.words);
    if (action.target.words != before.target.words)
        for (const auto& one : understood.milestones)
            steps.push_back({.id = {},
                             .words = {},
                             .date_words = one.words,
                             .date_meaning = meaning(one),
                             .earliest = one.earliest,
                             .latest = one.latest,
                             .done_on = {}});
    for (auto& step : steps) step.id = scope_.new_id<plan::StepId>();
    action.steps = static_cast<int>(steps.size());
    action.steps_done = static_cast<int>(
        std::ranges::count_if(steps, [](const plan::Step& s) { return s.done_on.has_value(); }));
    plan::save_steps(db_, scope_, action.id, steps);
}

/// What of this edition is not carried on is waited for no longer; what is in other plans stays.
std::string Making::waits_for(const plan::Action& before) const {
    std::vector<plan::ActionId> ids;
    for (const auto& id : ids_in<plan::ActionId>(before.waits_for)) {
        const auto carried = new_ids_.find(id);
        if (carried != new_ids_.end())
            ids.push_back(carried->second);
        else if (!std::ranges::count(old_.actions, id, &plan::Action::id))
            ids.push_back(id);
    }
    return text_of(ids);
}

Result<Done> Making::leave_action(plan::Action action, std::string why) {
    action.left_behind_why = std::move(why);
    return plan::save_action(db_, scope_, action, {.verb = "action.left_behind"});
}

Result<Done> Making::finish_action(plan::Action action, std::string_view words) {
    const auto said = trimmed(words);
    plan::add_progress(db_, scope_, action,
                       {.at = scope_.now,
                        .who = {},
                        .before = action.status,
                        .status = plan::Status::done,
                        .words = said.empty() ? "Done, as said when the next edition was made."
                                              : std::string(said)});
    action.status = plan::Status::done;
    action.stopped_why.clear();
    action.last_update = scope_.today;
    return plan::save_action(db_, scope_, action, {.verb = "action.progress_recorded"});
}

/// The same words are read by the same people.
void Making::restrict_as_before() {
    std::vector<restriction::Restriction> standing;
    {
        const store::Db::Plainly plainly(db_);
        standing = restriction::open_restrictions(db_);
    }
    for (auto& one : standing) {
        const auto made = new_records_.find(one.record.id);
        if (made == new_records_.end()) continue;
        one.id = scope_.new_id<restriction::RestrictionId>();
        one.record.id = made->second;
        one.at = scope_.now;
        one.version = 1;
        restriction::add(db_, scope_, one);
    }
}

bool anything_is_stale(const MakeNext& command, const Edition& edition) {
    const auto stale = [&](const auto& record) { return is_stale(command, record); };
    return command.version != edition.plan.version ||
           std::ranges::any_of(edition.sections, stale) ||
           std::ranges::any_of(edition.actions, stale);
}

} // namespace

Result<plan::PlanId> make_next(store::Db& db, const Scope& scope, const MakeNext& command) {
    if (!scope.may(Permission::edit_plan)) return not_found();
    const auto old = read_edition(db, scope, command.plan);
    if (!old) return not_found();
    if (const auto next = plan::succession_of(db, scope, old->plan).after)
        return conflict(fmt::format("\u201c{}\u201d follows this edition already.", next->title));
    if (anything_is_stale(command, *old))
        return conflict("Somebody changed this edition while you were deciding. What is new is "
                        "shown at its place; what you chose is still here. Look at it, then make "
                        "the next edition.");
    if (auto problems = problems_with(command, *old); !problems.empty())
        return invalid(std::move(problems));
    return Making(db, scope, *old, command).run();
}

} // namespace openmasa::editions
