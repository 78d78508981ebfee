#pragma once
// Saved views in the database.
#include "core/audit/audit.hpp"
#include "core/views/view.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::views {

/// One's own and the shared ones on one list, by name; none that is withdrawn.
std::vector<View> on_list(store::Db& db, const Scope& scope, std::string_view list,
                          std::string_view within);
/// One's own and the shared ones on every list, also withdrawn ones.
std::vector<View> all_of(store::Db& db, const Scope& scope);
/// One's own or a shared one.
std::optional<View> find(store::Db& db, const Scope& scope, const ViewId& id);

/// Inside atomically(), each with its audit entry.
void add(store::Db& db, const Scope& scope, const View& view);
/// Over the version that was read; gives the next one.
Result<View> save(store::Db& db, const Scope& scope, View view, std::string_view verb);

/// Holds every view against the newest version in the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::views
