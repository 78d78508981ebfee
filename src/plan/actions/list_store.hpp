#pragma once
// The list of actions: its rows, how many there are, and whose they are.
#include "core/access/store.hpp"
#include "plan/actions/filter.hpp"
#include "plan/tally_store.hpp"
#include "store/db.hpp"
#include "web/listing/paging.hpp"
#include <functional>

namespace openmasa::plan {

/// One row on a page, without the names of what it belongs to: the page has read those once. The
/// views live until the next row.
struct ListedAction {
    ActionId id;
    SectionId section;
    ObjectiveId objective;
    std::optional<OwnerId> owner;
    std::string_view reference, title;
    std::string_view date_words, date_kind, date_meaning;
    std::optional<Day> deadline, next_step;
    Status status;
    int steps, steps_done, evidence;
    /// core/terms/tags.hpp
    std::string_view tags;
};

/// One row of a download: everything, with text of its own.
struct ExportedAction {
    std::string plan, priority, objective, reference, title, words, owner, date_words, date_kind,
        date_meaning;
    std::optional<Day> earliest, latest, deadline;
    Status status;
    std::string stopped_why;
    int steps, steps_done, evidence;
    std::optional<Day> last_update;
    std::string id;
    std::int64_t version;
    std::string tags;
    /// Of its reference to say aloud; empty and nought where it has none.
    std::string letter;
    int year, number;
    PlanId plan_id;
    /// Empty: nobody leads it in person.
    std::string lead, contributors, waits_for;
};

/// How many rows the filter lets through, where a plan's groups can tell: they know each action's
/// section and status.
std::optional<int> counted_by(const std::vector<TallyGroup>& groups, ActionFilter filter);
/// The same, counted in the database.
int count_actions(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today);
/// Hands over the rows of one page in the filter's order.
void each_listed(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today,
                 const listing::Paging& paging,
                 const std::function<void(const ListedAction&)>& take);
struct Exported {
    /// Unset: of all plans.
    std::optional<PlanId> plan;
    ActionFilter filter;
    Day today{};
    /// Unset: every row.
    std::optional<listing::Paging> paging{};
};
/// Hands over the rows that the filter lets through, in its order.
void each_exported(store::Db& db, const Exported& which,
                   const std::function<void(const ExportedAction&)>& take);
/// The owners of a plan's actions, by name.
std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan);
/// The same where the state is known (plan/tally_store.hpp).
std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan, const PlanState& state);

} // namespace openmasa::plan
