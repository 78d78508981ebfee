#pragma once
// The list of actions: its rows, how many there are, and whose they are.
#include "core/access/store.hpp"
#include "plan/actions/filter.hpp"
#include "store/db.hpp"
#include "web/listing/paging.hpp"
#include <functional>

namespace openmasa::plan {

/// One row on a page. The views live until the next row.
struct ListedAction {
    ActionId id;
    std::string_view reference, title, section_name, section_owner, objective_title, owner_name;
    SectionId section;
    std::string_view date_words, date_kind, date_meaning;
    std::optional<Day> deadline;
    Status status;
    int steps, steps_done, evidence;
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
};

int count_actions(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today);
/// Hands over the rows of one page in the filter's order.
void each_listed(store::Db& db, const PlanId& plan, const ActionFilter& filter, Day today,
                 const listing::Paging& paging,
                 const std::function<void(const ListedAction&)>& take);
/// Every row that the filter lets through; without a plan, of all plans.
std::vector<ExportedAction> list_for_export(store::Db& db, const std::optional<PlanId>& plan,
                                            const ActionFilter& filter, Day today);
/// The owners of a plan's actions, by name.
std::vector<access::Owner> owners_in(store::Db& db, const PlanId& plan);

} // namespace openmasa::plan
