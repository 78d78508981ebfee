#pragma once
// Use cases: record progress, add evidence, change an action. One transaction each, run inside
// submit() (core/routing/form_token.hpp); they list their effects.
#include "core/files/attachment.hpp"
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::plan {

struct RecordProgress {
    ActionId action;
    /// The version that the person read; another one now is a conflict.
    std::int64_t version = 0;
    /// Empty when none was chosen.
    std::optional<Status> status;
    std::string words;
    std::string stopped_why;
    /// The steps ticked as done.
    std::vector<StepId> steps_done;
};

struct AddEvidence {
    ActionId action;
    std::string title, words, link;
    /// Kept already; it then stands where a link would.
    std::optional<files::File> file{};
};

struct ChangeAction {
    ActionId action;
    std::int64_t version = 0;
    std::string title, words;
    /// An owner there is, or the name of a new one (which wins); neither: no owner.
    std::optional<OwnerId> owner;
    std::string new_owner;
    std::string date_words;
    /// The person knows that these words are no date yet.
    bool date_words_are_meant = false;
    /// Themes and FLOURISH domains (core/terms/tags.hpp); unset: as they are.
    std::optional<std::string> tags{};
};

/// What a change was.
struct Changed {
    Action action;
    /// False: nothing differed, and nothing was saved.
    bool anything = false;
    bool target_date = false;
};

/// The page of a file that was attached to an action.
std::string file_path(const ActionId& action, const files::AttachmentId& file);

Result<Action> record_progress(store::Db& db, const Scope& scope, const RecordProgress& command);
Result<Action> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command);
Result<Changed> change_action(store::Db& db, const Scope& scope, const ChangeAction& command);

} // namespace openmasa::plan
