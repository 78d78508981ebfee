#pragma once
// Saving, changing, withdrawing and bringing back a view. Each inside atomically().
#include "core/views/list.hpp"
#include "core/views/view.hpp"
#include "kernel/result.hpp"
#include "store/db.hpp"

namespace openmasa::views {

/// The list is one that this person may see; the query is brought to the list's own form. Refuses a
/// view of everything, a name that is there, sharing by somebody who may not, and changing another
/// version than the one that was read.
Result<View> save_view(store::Db& db, const Scope& scope, const List& list,
                       const SaveView& command);
Result<View> change_view(store::Db& db, const Scope& scope, const ChangeView& command);
/// A shared one needs a reason: others used it.
Result<View> withdraw_view(store::Db& db, const Scope& scope, const WithdrawView& command);
Result<View> bring_back_view(store::Db& db, const Scope& scope, const ViewId& id);

} // namespace openmasa::views
