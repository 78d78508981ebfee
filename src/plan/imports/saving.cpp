#include "plan/imports/saving.hpp"
#include "core/access/store.hpp"
#include "kernel/text.hpp"
#include "plan/progress.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace openmasa::imports {
namespace {

plan::Status status_of(const std::optional<Status>& status) {
    switch (status.value_or(Status::not_started)) {
    case Status::not_started: return plan::Status::not_started;
    case Status::in_progress: return plan::Status::in_progress;
    case Status::at_risk: return plan::Status::at_risk;
    case Status::blocked: return plan::Status::blocked;
    case Status::done: return plan::Status::done;
    case Status::stopped: return plan::Status::stopped;
    }
    return plan::Status::not_started;
}

class Saving {
public:
    Saving(store::Db& db, const Scope& scope, const Draft& draft, const Existing& existing,
           const Comparison& comparison, std::string edition)
        : db_(db), scope_(scope), draft_(draft), existing_(existing), comparison_(comparison),
          edition_(std::move(edition)) {
        if (!existing.plan) return;
        // What is restricted from this person has its code and its reference, too.
        const store::Db::Plainly plainly(db);
        for (const auto& section : plan::all_sections_of(db, existing.plan->id))
            codes_.insert(section.code);
        for (const auto& action : plan::all_actions_of(db, existing.plan->id))
            references_.insert(action.reference);
    }

    plan::PlanId run() {
        save_plan();
        save_sections();
        for (const auto& match : comparison_.matches) {
            if (match.spot)
                save_action(match);
            else
                withdraw(existing_.actions[*match.existing]);
        }
        withdraw_parts();
        return plan_;
    }

private:
    std::string gone_why() const {
        return fmt::format("Not in the edition \u201c{}\u201d", edition_);
    }
    void save_plan();
    void save_sections();
    plan::SectionId save_section(int at);
    plan::ObjectiveId save_objective(int section, int at);
    void save_action(const Match& match);
    void add_action(const Match& match, const Action& drafted);
    void change_action(const Match& match, const Action& drafted);
    void move_action(const Match& match, plan::Action action);
    void set_place(const Match& match, plan::Action& action);
    void set_target(plan::Action& action, const Action& drafted);
    void write_steps(const plan::ActionId& action, const Action& drafted,
                     const std::vector<plan::Step>& before);
    void keep_progress(const plan::Action& action, const Action& drafted);
    void withdraw(plan::Action action);
    void withdraw_parts();
    std::optional<OwnerId> owner(const std::string& name);
    std::string free_code(const std::string& wanted);
    std::string new_reference(const Match& match, const Action& drafted);

    store::Db& db_;
    const Scope& scope_;
    const Draft& draft_;
    const Existing& existing_;
    const Comparison& comparison_;
    std::string edition_;
    plan::PlanId plan_{};
    std::vector<plan::Section> sections_;
    std::vector<std::vector<plan::ObjectiveId>> objectives_;
    std::set<std::string> codes_, references_;
    int position_ = 0;
};

} // namespace

Existing read_existing(store::Db& db, const Scope& scope, const std::optional<plan::PlanId>& id) {
    Existing existing;
    if (!id) return existing;
    existing.plan = plan::find_plan(db, scope, *id);
    if (!existing.plan) return existing;
    existing.sections = plan::all_sections_of(db, *id);
    existing.objectives = plan::all_objectives_of(db, *id);
    existing.actions = plan::all_actions_of(db, *id);
    return existing;
}

std::string edition_of(const Draft& draft, std::string_view file_name) {
    return draft.edition.empty() ? std::string(file_name) : draft.edition;
}

plan::PlanId save(store::Db& db, const Scope& scope, const Draft& draft, const Existing& existing,
                  const Comparison& comparison, std::string_view file_name) {
    return Saving(db, scope, draft, existing, comparison, edition_of(draft, file_name)).run();
}

namespace {

void Saving::save_plan() {
    if (!existing_.plan) {
        plan_ = scope_.new_id<plan::PlanId>();
        plan::add_plan(
            db_, scope_,
            {.id = plan_, .title = draft_.title, .period = draft_.period, .edition = edition_});
        return;
    }
    auto plan = *existing_.plan;
    plan_ = plan.id;
    plan.title = draft_.title;
    plan.period = draft_.period;
    plan.edition = edition_;
    ++plan.version;
    plan::save_plan(db_, scope_, plan);
}

void Saving::save_sections() {
    for (int at = 0; at < static_cast<int>(draft_.sections.size()); ++at) {
        save_section(at);
        objectives_.emplace_back();
        for (int o = 0; o < static_cast<int>(draft_.sections[at].objectives.size()); ++o)
            objectives_.back().push_back(save_objective(at, o));
    }
}

std::string Saving::free_code(const std::string& wanted) {
    return *codes_.insert(plan::free_code(wanted, codes_)).first;
}

std::optional<OwnerId> Saving::owner(const std::string& name) {
    if (name.empty()) return std::nullopt;
    return access::owner_named(db_, scope_, name);
}

plan::SectionId Saving::save_section(int at) {
    const auto& drafted = draft_.sections[at];
    const auto old = comparison_.sections[at];
    plan::Section section;
    if (old) section = existing_.sections[*old];
    const auto before = section;
    section.withdrawn = false;
    section.withdrawn_why.clear();
    section.position = at;
    section.name = drafted.name;
    section.remark = drafted.remark;
    section.chair = drafted.chair;
    section.difference = join(drafted.difference, "\n");
    if (!drafted.owner.empty()) {
        section.owner = owner(drafted.owner);
        section.owner_name = drafted.owner;
    }
    if (!old) {
        section.id = scope_.new_id<plan::SectionId>();
        section.plan = plan_;
        section.code = free_code(plan::section_code(drafted.name));
        section.is_priority = drafted.is_priority;
        plan::add_section(db_, scope_, section);
    } else if (before.name != section.name || before.remark != section.remark ||
               before.chair != section.chair || before.difference != section.difference ||
               before.owner != section.owner || before.position != section.position ||
               before.withdrawn) {
        ++section.version;
        plan::save_section(db_, scope_, section);
    }
    sections_.push_back(section);
    return section.id;
}

plan::ObjectiveId Saving::save_objective(int section, int at) {
    const auto& drafted = draft_.sections[section].objectives[at];
    const auto old = comparison_.objectives[section][at];
    plan::Objective objective;
    if (old) objective = existing_.objectives[*old];
    const auto before = objective;
    objective.withdrawn = false;
    objective.withdrawn_why.clear();
    objective.position = at;
    objective.title = drafted.title;
    objective.words = drafted.text;
    if (!old) {
        objective.id = scope_.new_id<plan::ObjectiveId>();
        objective.section = sections_[section].id;
        plan::add_objective(db_, scope_, objective);
    } else if (before.title != objective.title || before.words != objective.words ||
               before.position != objective.position || before.withdrawn) {
        ++objective.version;
        plan::save_objective(db_, scope_, objective);
    }
    return objective.id;
}

void Saving::save_action(const Match& match) {
    const auto& drafted = action_at(draft_, *match.spot);
    ++position_;
    if (match.fate == Fate::added) return add_action(match, drafted);
    if (match.fate == Fate::changed) return change_action(match, drafted);
    move_action(match, existing_.actions[*match.existing]);
}

/// Only where it stands may have changed; nothing is saved when that is the same.
void Saving::move_action(const Match& match, plan::Action action) {
    const auto before = action;
    set_place(match, action);
    const bool same = action.section == before.section && action.objective == before.objective &&
                      action.position == before.position;
    if (!same) (void)plan::save_action(db_, scope_, action, {.verb = "action.moved"});
}

void Saving::set_place(const Match& match, plan::Action& action) {
    action.section = sections_[match.spot->section].id;
    action.objective = objectives_[match.spot->section][match.spot->objective];
    action.position = position_;
}

std::string Saving::new_reference(const Match& match, const Action& drafted) {
    if (!drafted.reference.empty() && references_.insert(drafted.reference).second)
        return drafted.reference;
    const auto& code = sections_[match.spot->section].code;
    return *references_.insert(plan::next_reference(code, references_)).first;
}

void Saving::set_target(plan::Action& action, const Action& drafted) {
    action.target = plan::target_day(drafted.target);
    action.target.words = drafted.date_words;
    action.steps = static_cast<int>(drafted.steps.size());
}

void Saving::add_action(const Match& match, const Action& drafted) {
    plan::Action action;
    action.id = scope_.new_id<plan::ActionId>();
    action.plan = plan_;
    set_place(match, action);
    action.reference = new_reference(match, drafted);
    action.title = drafted.title;
    action.words = drafted.text;
    const auto& section = sections_[match.spot->section];
    action.owner = drafted.owner.empty() ? section.owner : owner(drafted.owner);
    action.owner_name = drafted.owner.empty() ? section.owner_name : std::optional(drafted.owner);
    action.status = status_of(drafted.status);
    if (plan::needs_reason(action.status))
        action.stopped_why = drafted.progress.empty() ? drafted.status_words : drafted.progress;
    action.adopted_on = scope_.today;
    set_target(action, drafted);
    action.version = 0;
    plan::begin_action(db_, scope_, action);
    write_steps(action.id, drafted, {});
    keep_progress(action, drafted);
    (void)plan::save_action(db_, scope_, action, {.verb = "action.added"});
}

void Saving::keep_progress(const plan::Action& action, const Action& drafted) {
    std::vector<plan::Note> notes;
    for (const auto& note : drafted.notes) notes.push_back({note.header, note.words});
    plan::save_notes(db_, action.id, notes);
    if (drafted.progress.empty()) return;
    plan::add_progress(db_, scope_, action,
                       {.at = scope_.now,
                        .before = action.status,
                        .status = action.status,
                        .words = drafted.progress});
}

void Saving::change_action(const Match& match, const Action& drafted) {
    auto action = existing_.actions[*match.existing];
    set_place(match, action);
    action.title = drafted.title;
    action.words = drafted.text;
    action.withdrawn = false;
    action.withdrawn_why.clear();
    if (!drafted.owner.empty()) {
        action.owner = owner(drafted.owner);
        action.owner_name = drafted.owner;
    }
    if (one_line(action.target.words) != one_line(drafted.date_words)) {
        write_steps(action.id, drafted, plan::steps_of(db_, action.id));
        set_target(action, drafted);
        action.steps_done = static_cast<int>(
            std::ranges::count_if(plan::steps_of(db_, action.id),
                                  [](const plan::Step& step) { return step.done_on.has_value(); }));
    }
    (void)plan::save_action(db_, scope_, action, {.verb = "action.changed_by_import"});
}

/// A step that had the same date keeps that it was done.
void Saving::write_steps(const plan::ActionId& action, const Action& drafted,
                         const std::vector<plan::Step>& before) {
    std::vector<plan::Step> steps;
    for (const auto& one : drafted.steps) {
        const auto old = std::ranges::find(before, one.target.words, &plan::Step::date_words);
        steps.push_back({.id = old == before.end() ? scope_.new_id<plan::StepId>() : old->id,
                         .words = one.words,
                         .date_words = one.target.words,
                         .date_meaning = meaning(one.target),
                         .earliest = one.target.earliest,
                         .latest = one.target.latest,
                         .done_on = old == before.end() ? std::nullopt : old->done_on});
    }
    plan::save_steps(db_, scope_, action, steps);
}

void Saving::withdraw(plan::Action action) {
    action.withdrawn = true;
    action.withdrawn_why = gone_why();
    (void)plan::save_action(db_, scope_, action, {.verb = "action.withdrawn"});
}

void Saving::withdraw_parts() {
    std::set<int> kept_sections, kept_objectives;
    for (const auto& at : comparison_.sections)
        if (at) kept_sections.insert(*at);
    for (const auto& list : comparison_.objectives)
        for (const auto& at : list)
            if (at) kept_objectives.insert(*at);
    for (int at = 0; at < static_cast<int>(existing_.sections.size()); ++at)
        if (!kept_sections.count(at) && !existing_.sections[at].withdrawn)
            plan::withdraw_section(db_, scope_, existing_.sections[at].id, gone_why());
    for (int at = 0; at < static_cast<int>(existing_.objectives.size()); ++at)
        if (!kept_objectives.count(at) && !existing_.objectives[at].withdrawn)
            plan::withdraw_objective(db_, scope_, existing_.objectives[at].id, gone_why());
}

} // namespace
} // namespace openmasa::imports
