#pragma once
// Use case: change an action. One transaction, run inside submit() (core/routing/form_token.hpp).
// What people record about one is plan/recording.hpp.
#include "kernel/result.hpp"
#include "plan/plan.hpp"
#include "plan/recording.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <vector>

namespace openmasa::plan {

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

Result<Changed> change_action(store::Db& db, const Scope& scope, const ChangeAction& command);

} // namespace openmasa::plan
