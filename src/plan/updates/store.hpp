#pragma once
// Requests for updates in the database. What a reader may not see of the plan is in none of the
// lists.
#include "core/audit/audit.hpp"
#include "plan/updates/updates.hpp"
#include "store/db.hpp"

namespace openmasa::updates {

/// Of a plan that is not withdrawn, in the order of their owners' names.
std::vector<OpenAction> open_actions(store::Db& db, const plan::PlanId& plan);
/// Those whose role lets them record progress for an owner of that plan's actions, by name; with
/// an account that is open.
std::vector<Acting> acting_for(store::Db& db, const plan::PlanId& plan, Day today);

/// Of a plan that is not withdrawn.
std::optional<Request> find_request(store::Db& db, const RequestId& id);
/// Of plans that are not withdrawn: what is still open, for the morning's reminders.
std::vector<Request> open_requests(store::Db& db);
/// The newest first, at most so many; without those of which this reader may read no action.
std::vector<Listed> requests_of(store::Db& db, const plan::PlanId& plan, int most);
/// In the order of the plan; without what is withdrawn, or is another owner's by now.
std::vector<Asked> asked_in(store::Db& db, const RequestId& request);
std::vector<Office> offices_of(store::Db& db, const RequestId& request, Moment now);
std::optional<Office> find_office(store::Db& db, const OfficeId& id, Moment now);

// Inside atomically().
void add_request(store::Db& db, const Scope& scope, const Request& request);
void add_asked(store::Db& db, const RequestId& request, const OpenAction& action);
void add_office(store::Db& db, const Office& office);
/// Over the version in `request`; a conflict when somebody was first. With its audit entry.
Result<Done> save_request(store::Db& db, const Scope& scope, Request request,
                          std::string_view verb);
/// A request that is closed needs nobody's address any more.
void forget_addresses(store::Db& db, const RequestId& request);
/// False when that reminder went out already.
bool note_reminder(store::Db& db, const Scope& scope, const RequestId& request,
                   std::string_view stage);

/// Every request against its newest version in the history, for `openmasa verify`.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::updates
