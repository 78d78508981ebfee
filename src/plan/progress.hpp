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
    /// The day from which it is so; without one, the day it is recorded.
    std::optional<Day> true_from{};
};

struct Evidence {
    Moment at{};
    std::string who;
    std::string title;
    std::string words;
    std::string link;
};

struct Recorded {
    std::vector<Progress> progress;
    std::vector<Evidence> evidence;
};
/// Both, newest first.
Recorded recorded_of(store::Db& db, const ActionId& action);
/// Newest first.
std::vector<Progress> progress_of(store::Db& db, const ActionId& action);
std::vector<Evidence> evidence_of(store::Db& db, const ActionId& action);
/// Inside atomically(); the caller then saves this action, as it was read, and with it the audit
/// entry: what is added here belongs to the version that makes.
void add_progress(store::Db& db, const Scope& scope, const Action& action,
                  const Progress& progress);
void add_evidence(store::Db& db, const Scope& scope, const Action& action,
                  const Evidence& evidence);

} // namespace openmasa::plan
