#pragma once
// Use cases that more than one feature of the plan offers: record progress, add evidence. One
// transaction each, run inside submit() (core/routing/form_token.hpp); they list their effects.
#include "core/files/attachment.hpp"
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>
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

/// Any status may follow any other: people correct what they recorded. Stopped needs a reason; and
/// something must be new: the status, the words or a step.
std::vector<Problem> problems_with(const RecordProgress& command, const Action& action,
                                   const std::vector<Step>& steps);
/// Evidence has a title, and says what it shows, gives a link or comes with a file.
std::vector<Problem> problems_with(const AddEvidence& command);
/// Adds a problem with that field where the text has more bytes than `most`.
void refuse_too_long(std::vector<Problem>& problems, std::string_view field, std::string_view text,
                     std::size_t most);

Result<Action> record_progress(store::Db& db, const Scope& scope, const RecordProgress& command);
Result<Action> add_evidence(store::Db& db, const Scope& scope, const AddEvidence& command);

/// The action as this person may update it, in the version that they read: not found when it is not
/// there, not theirs or withdrawn, a conflict when somebody was first.
Result<Action> find_as_read(store::Db& db, const Scope& scope, const ActionId& id,
                            std::int64_t version);
/// How many of the steps are done.
int count_done(const std::vector<Step>& steps);
/// The ids of those.
std::vector<StepId> done_among(const std::vector<Step>& steps);
/// The page of a file that was attached to an action.
std::string file_path(const ActionId& action, const files::AttachmentId& file);

} // namespace openmasa::plan
