#pragma once
// One change of several actions: it becomes rows of the register of actions, which are looked at
// and saved like those of a file, and can be taken back like them.
#include "core/exchange/sheet.hpp"
#include "kernel/result.hpp"
#include "plan/actions/filter.hpp"
#include "store/db.hpp"

namespace openmasa::plan {

/// At most so many are offered at once.
inline constexpr std::size_t most_bulk_rows = 500;

/// An action that may be chosen, as the page shows it.
struct BulkRow {
    std::string id, version, reference, title, owner, target_date;
    Status status{};
};
/// Those that the filter lets through, in its order; at most most_bulk_rows.
std::vector<BulkRow> bulk_rows(store::Db& db, const Scope& scope, const PlanId& plan,
                               const ActionFilter& filter);

struct BulkChange {
    /// "ID:VERSION" of each, as the page had them.
    std::vector<std::string> chosen;
    /// An objective's id, where they move to; "plan:ID": into that plan, and where is asked next;
    /// or empty: they stay where they are.
    std::string to{};
    /// An owner's id, "none", or empty: it stays.
    std::string owner{};
    /// "named", by lead_name; "none", or empty: it stays.
    std::string lead{};
    std::string lead_name{};
    /// A status, or empty: it stays.
    std::string status{};
    std::string stopped_why{};
    /// New words for the target date; empty: it stays.
    std::string date_words{};
};

/// The rows that say this change; a field that stays has no column. Refuses a change of nothing,
/// stopping without a reason, a lead whom nobody knows, and a place that this person may not see.
Result<sheet::Sheet> rows_of(store::Db& db, const Scope& scope, const BulkChange& change);

/// How the choice of another plan begins.
inline constexpr std::string_view into_plan = "plan:";
/// The plan that `to` names so, unless none is.
std::optional<PlanId> plan_named(const BulkChange& change);

} // namespace openmasa::plan
