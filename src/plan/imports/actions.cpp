#include "plan/imports/actions.hpp"
#include "core/access/secret.hpp"
#include "core/exchange/word.hpp"
#include "kernel/text.hpp"
#include "plan/imports/reading.hpp"
#include "plan/store.hpp"
#include <fmt/format.h>

namespace openmasa::imports {

Result<Preview> preview_against(Existing existing, std::string_view document,
                                std::string_view file_name, const Choices& choices) {
    const auto word = TRY(word::read_word(document));
    Preview preview{.draft = TRY(read_plan(word, choices)), .existing = std::move(existing)};
    preview.comparison = compare(preview.draft, preview.existing, choices);
    preview.edition = edition_of(preview.draft, file_name);
    return preview;
}

Result<Preview> preview(store::Db& db, const Scope& scope, std::string_view document,
                        std::string_view file_name, const std::optional<plan::PlanId>& plan,
                        const Choices& choices) {
    return preview_against(read_existing(db, scope, plan), document, file_name, choices);
}

std::optional<plan::PlanId> plan_with_title(store::Db& db, const Scope& scope,
                                            std::string_view title) {
    for (const auto& plan : plan::list_plans(db, scope))
        if (lower(one_line(plan.title)) == lower(one_line(title))) return plan.id;
    return std::nullopt;
}

Result<plan::ImportId> upload(store::Db& db, const Scope& scope, Upload upload, Which which) {
    const auto seen = TRY(preview_against({}, upload.document, upload.file_name, {}));
    if (which == Which::by_title) upload.plan = plan_with_title(db, scope, seen.draft.title);
    if (which == Which::a_new_plan) upload.plan.reset();
    if (upload.plan && !plan::find_plan(db, scope, *upload.plan)) return not_found();
    upload.id = scope.new_id<plan::ImportId>();
    add_upload(db, scope, upload);
    return upload.id;
}

Result<SavedImport> save_import(store::Db& db, const Scope& scope, const ConfirmImport& command) {
    const auto upload = find_upload(db, scope, command.import);
    if (!upload) return not_found();
    if (upload->saved_as) return SavedImport{.plan = *upload->saved_as};
    const auto seen =
        TRY(preview(db, scope, upload->document, upload->file_name, upload->plan, command.choices));
    if (state_of(seen.existing) != command.state)
        return conflict("The [plan] was changed since this page was made. What "
                        "saving would do now is shown below; look "
                        "at it once more.");
    const auto plan =
        save(db, scope, seen.draft, seen.existing, seen.comparison, upload->file_name);
    mark_saved(db, scope, upload->id, plan);
    return SavedImport{.plan = plan,
                       .added = seen.comparison.count(Fate::added),
                       .changed = seen.comparison.count(Fate::changed),
                       .withdrawn = seen.comparison.count(Fate::gone)};
}

Result<plan::PlanId> confirm(store::Db& db, const Scope& scope, const ConfirmImport& command) {
    return TRY(save_import(db, scope, command)).plan;
}

Result<Done> leave_import(store::Db& db, const Scope& scope, const plan::ImportId& id) {
    const auto upload = find_upload(db, scope, id);
    if (!upload) return not_found();
    if (upload->saved_as) return conflict("This document was saved in the meantime.");
    if (!upload->left_at) mark_left(db, scope, id);
    return Done{};
}

std::string state_of(const Existing& existing) {
    std::string versions = existing.plan ? existing.plan->id.str() : "new";
    for (const auto& section : existing.sections) versions += fmt::format(" {}", section.version);
    for (const auto& objective : existing.objectives)
        versions += fmt::format(" {}", objective.version);
    for (const auto& action : existing.actions)
        versions += fmt::format(" {}:{}", action.id.view(), action.version);
    return sha256(versions);
}

} // namespace openmasa::imports
