#include "command_line/example_plans.hpp"
#include "command_line/example_rows.hpp"
#include "command_line/which_plan.hpp"
#include "core/access/store.hpp"
#include "core/accounts/actions.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include "plan/actions/actions.hpp"
#include "plan/actions/leading.hpp"
#include "plan/drafting/drafting.hpp"
#include "plan/editions/follows_file.hpp"
#include "plan/editions/say_follows.hpp"
#include "plan/imports/actions.hpp"
#include "plan/priorities/actions.hpp"
#include "plan/rules.hpp"
#include "plan/store.hpp"
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace openmasa::command_line {

namespace {

Result<plan::Action> action_of(store::Db& db, const plan::PlanId& id, const Entry& entry) {
    const auto actions = plan::all_actions_of(db, id);
    const auto found =
        std::ranges::find(actions, entry.text("reference"), &plan::Action::reference);
    if (found == actions.end()) return entry.names_nothing("action");
    return *found;
}

// Progress and evidence.

std::vector<plan::StepId> first_steps(const std::vector<plan::Step>& steps,
                                      std::string_view count) {
    std::size_t done = 0;
    std::from_chars(count.data(), count.data() + count.size(), done);
    std::vector<plan::StepId> ids;
    for (std::size_t at = 0; at < std::min(done, steps.size()); ++at) ids.push_back(steps[at].id);
    return ids;
}

Result<Done> record(store::Db& db, const Scope& scope, const plan::Action& action,
                    const Entry& entry) {
    plan::Status status{};
    if (from_text(entry.text("status"), status)) {
        plan::RecordProgress progress{
            .action = action.id, .version = action.version, .status = status};
        progress.words = entry.text("words");
        if (plan::needs_reason(status)) progress.stopped_why = progress.words;
        progress.steps_done = first_steps(plan::steps_of(db, action.id), entry.text("steps_done"));
        TRY(plan::record_progress(db, scope, progress));
    }
    if (!entry.text("evidence_title").empty())
        TRY(plan::add_evidence(db, scope,
                               plan::AddEvidence{.action = action.id,
                                                 .title = entry.text("evidence_title"),
                                                 .words = entry.text("evidence_words"),
                                                 .link = entry.text("evidence_link")}));
    return Done{};
}

Result<Done> add_progress(store::Db& db, const Scope& scope, const plan::PlanId& id,
                          const Example& example, const std::string& file) {
    return each_row(db, example, file, [&](const Entry& entry) -> Result<Done> {
        const auto then = TRY(on_its_day(scope, entry));
        const auto action = TRY(action_of(db, id, entry));
        return record(db, as_office(db, then, entry.text("office")), action, entry);
    });
}

// Who takes part, and what waits for what.

std::vector<OwnerId> owners_called(store::Db& db, std::string_view names) {
    std::vector<OwnerId> owners;
    for (const auto name : split(names, ';'))
        if (const auto owner = access::find_owner(db, one_line(name))) owners.push_back(owner->id);
    return owners;
}

Result<Done> add_who(store::Db& db, const Scope& scope, const plan::PlanId& id,
                     const Example& example, const std::string& file) {
    return each_row(db, example, file, [&](const Entry& entry) -> Result<Done> {
        const auto then = TRY(on_its_day(scope, entry));
        const auto action = TRY(action_of(db, id, entry));
        TRY(plan::say_who(db, then,
                          {.action = action.id,
                           .version = action.version,
                           .lead = {},
                           .other_lead = entry.text("lead"),
                           .contributors = owners_called(db, entry.text("contributors")),
                           .waits_for = entry.text("waits_for")}));
        return Done{};
    });
}

// Priorities over time.

Result<Done> keep_review(store::Db& db, const Scope& scope, const plan::Section& section,
                         const Entry& entry) {
    priorities::Review review{.id = section.id,
                              .version = section.version,
                              .held_on = iso(scope.today),
                              .outcome = {},
                              .words = entry.text("words")};
    plan::Outcome outcome{};
    if (!from_text(entry.text("outcome"), outcome)) return entry.names_nothing("outcome");
    review.outcome = outcome;
    return priorities::keep_review(db, scope, review);
}

Result<Done> say_adoption(store::Db& db, const Scope& scope, const plan::Section& section,
                          const Entry& entry) {
    TRY(priorities::say_adoption(db, scope,
                                 {.id = section.id,
                                  .version = section.version,
                                  .adopted_on = entry.text("adopted_on"),
                                  .adopted_by = entry.text("adopted_by"),
                                  .adopted_evidence = entry.text("adopted_evidence"),
                                  .prevalence = entry.text("prevalence"),
                                  .pathways = entry.text("pathways"),
                                  .commissioning = entry.text("commissioning"),
                                  .impact = entry.text("impact")}));
    return Done{};
}

/// A row with an outcome is a review; the others say how a priority was adopted.
Result<Done> add_priorities(store::Db& db, const Scope& scope, const plan::PlanId& id,
                            const Example& example, const std::string& file) {
    return each_row(db, example, file, [&](const Entry& entry) -> Result<Done> {
        const auto then = TRY(on_its_day(scope, entry));
        const auto sections = plan::sections_of(db, then, id);
        const auto found = std::ranges::find(sections, entry.text("code"), &plan::Section::code);
        if (found == sections.end()) return entry.names_nothing("priority");
        return entry.text("outcome").empty() ? say_adoption(db, then, *found, entry)
                                             : keep_review(db, then, *found, entry);
    });
}

// Plans.

Result<plan::PlanId> import_plan(store::Db& db, const Scope& scope, const Entry& entry,
                                 const Example& example) {
    const auto file = entry.text("file");
    return db.atomically([&]() -> Result<plan::PlanId> {
        imports::Upload upload{.file_name = file,
                               .document = read_whole_file(example.folder + "/" + file)};
        const auto id =
            TRY(imports::upload(db, scope, std::move(upload), imports::Which::a_new_plan));
        return TRY(imports::confirm(db, scope, {.import = id, .state = imports::state_of({})}));
    });
}

/// What a document does not say: what the plan is, and whose.
Result<Done> say_what_it_is(store::Db& db, const Scope& scope, const plan::PlanId& id,
                            const Entry& entry) {
    drafting::PlanDraft draft{.id = id};
    if (!from_text(entry.text("type"), draft.type)) return entry.names_nothing("type");
    draft.owner.new_name = entry.text("owner");
    return db.atomically([&]() -> Result<Done> {
        const auto plan = plan::find_plan(db, scope, id);
        draft.version = plan->version;
        draft.title = plan->title;
        draft.period = plan->period;
        TRY(drafting::save(db, scope, draft));
        return Done{};
    });
}

Result<Done> say_what_it_follows(store::Db& db, const Scope& scope, const plan::PlanId& id,
                                 const Entry& entry, const Example& example) {
    if (entry.text("before").empty()) return Done{};
    const auto pairs =
        TRY(csv::Table::read(read_whole_file(example.folder + "/" + entry.text("pairs"))));
    return db.atomically([&]() -> Result<Done> {
        const auto earlier = TRY(find_plan(db, scope, entry.text("before")));
        const auto before = editions::read_edition(db, scope, earlier.id);
        const auto now = editions::read_edition(db, scope, id);
        if (!before || !now) return entry.names_nothing("edition");
        auto proposed = editions::proposed_pairs(*before, *now);
        const auto said = TRY(editions::with_file(std::move(proposed), pairs, *before, *now));
        return editions::say_follows(db, scope, said);
    });
}

Result<Done> add_plan(store::Db& db, const Scope& scope, const Entry& entry,
                      const Example& example) {
    const auto then = TRY(on_its_day(scope, entry));
    const auto id = TRY(import_plan(db, then, entry, example));
    TRY(say_what_it_is(db, then, id, entry));
    TRY(say_what_it_follows(db, then, id, entry, example));
    TRY(add_priorities(db, scope, id, example, entry.text("priorities")));
    TRY(add_who(db, scope, id, example, entry.text("who")));
    return add_progress(db, scope, id, example, entry.text("progress"));
}

} // namespace

Result<Done> add_plans(store::Db& db, const Scope& scope, const Example& example) {
    const auto file = std::string("plans.csv");
    const auto table = TRY(csv::Table::read(read_whole_file(example.folder + "/" + file)));
    for (std::size_t row = 0; row < table.rows(); ++row)
        TRY(add_plan(db, scope, Entry{table, row, file}, example));
    return Done{};
}

} // namespace openmasa::command_line
