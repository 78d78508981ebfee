#pragma once
// Use cases: upload a document, look at what it would do, save it or leave it.
#include "kernel/result.hpp"
#include "plan/imports/saving.hpp"
#include "plan/imports/uploads.hpp"

namespace openmasa::imports {

/// What a document says and what saving it would do. Nothing is saved.
struct Preview {
    Draft draft;
    Existing existing;
    Comparison comparison;
    /// What the edition will be called.
    std::string edition;
};

/// Reads a document and compares it with what there is. Pure.
Result<Preview> preview_against(Existing existing, std::string_view document,
                                std::string_view file_name, const Choices& choices);

/// The same against a plan in the database (none: everything is new).
Result<Preview> preview(store::Db& db, const Scope& scope, std::string_view document,
                        std::string_view file_name, const std::optional<plan::PlanId>& plan,
                        const Choices& choices);

/// Whether a document is a new edition of a plan there is.
enum class Which { by_title, the_given, a_new_plan };

/// The plan that a document is a new edition of: the one with the same title, or none.
std::optional<plan::PlanId> plan_with_title(store::Db& db, const Scope& scope,
                                            std::string_view title);

/// Keeps a document that can be read, for its preview. A plan that is given must be one there is.
Result<plan::ImportId> upload(store::Db& db, const Scope& scope, Upload upload, Which which);

struct ConfirmImport {
    plan::ImportId import;
    Choices choices;
    /// How the plan's actions stood then (state_of()); another state now is a conflict.
    std::string state;
};
/// What saving did; nought of everything when it was saved before.
struct SavedImport {
    plan::PlanId plan;
    int added = 0, changed = 0, withdrawn = 0;
};
/// All of it or nothing. Inside atomically(). Saving the same upload twice gives the first one's
/// plan.
Result<SavedImport> save_import(store::Db& db, const Scope& scope, const ConfirmImport& command);
/// The same, for who needs the plan alone.
Result<plan::PlanId> confirm(store::Db& db, const Scope& scope, const ConfirmImport& command);

/// Nobody is asked about it any more; the document stays. Inside atomically(). Leaving it twice is
/// leaving it once; what was saved cannot be left.
Result<Done> leave_import(store::Db& db, const Scope& scope, const plan::ImportId& id);

/// A digest of the versions of everything that an import compares with.
std::string state_of(const Existing& existing);

} // namespace openmasa::imports
