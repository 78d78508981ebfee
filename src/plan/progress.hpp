#pragma once
// What people record against an action: progress, evidence, and changes to its words.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <string>
#include <vector>

namespace openmasa::plan {

struct Progress {
    Moment at{};
    std::string who;
    Status before{}, status{};
    std::string words;
};

struct Evidence {
    Moment at{};
    std::string who;
    std::string title;
    std::string words;
    std::string link;
};

/// Newest first.
std::vector<Progress> progress_of(store::Db& db, const ActionId& action);
std::vector<Evidence> evidence_of(store::Db& db, const ActionId& action);
/// Inside atomically(); the caller saves the action and with it the audit entry.
void add_progress(store::Db& db, const Scope& scope, const ActionId& action,
                  const Progress& progress);
void add_evidence(store::Db& db, const Scope& scope, const ActionId& action,
                  const Evidence& evidence);

} // namespace openmasa::plan
