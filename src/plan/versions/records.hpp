#pragma once
// A plan, a priority, an objective, an action or a recommendation as something that has versions.
#include "core/history/description.hpp"
#include "core/history/history.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/store.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::versions {

enum class Kind { plan, section, objective, action, recommendation };
/// "section", as the history names it and as it stands in addresses.
std::string_view to_text(Kind kind);
bool from_text(std::string_view text, Kind& kind);
/// "priority", for people.
std::string spoken(const terms::Words& words, Kind kind);

struct Record {
    Kind kind{};
    std::string id;
    /// "FF 3" or a name.
    std::string called;
    std::string title;
    std::string address;
    /// The first is the plan, or the list of recommendations.
    std::vector<pages::Crumb> crumbs;
    std::int64_t version = 0;
    bool withdrawn = false;
    std::string withdrawn_why;
    /// What the partnership calls things.
    terms::Words words{};
};

/// Nothing where there is none, or none that this person may read.
std::optional<Record> find_record(store::Db& db, const Scope& scope, Kind kind,
                                  std::string_view id);

/// An action, section and so on as one version left it.
std::optional<plan::WholeAction> action_at(store::Db& db, const Scope& scope,
                                           const plan::ActionId& id, std::int64_t version);
std::optional<plan::Section> section_at(store::Db& db, const Scope& scope,
                                        const plan::SectionId& id, std::int64_t version);
std::optional<plan::Objective> objective_at(store::Db& db, const Scope& scope,
                                            const plan::ObjectiveId& id, std::int64_t version);
std::optional<plan::Plan> plan_at(store::Db& db, const Scope& scope, const plan::PlanId& id,
                                  std::int64_t version);

std::optional<recommendations::Whole> recommendation_at(store::Db& db, const Scope& scope,
                                                        const recommendations::RecommendationId& id,
                                                        std::int64_t version);

/// Who puts versions of that kind back, withdraws and brings back.
bool may_change(const Scope& scope, Kind kind);
/// The first version whose raw values are there (0: none): only those can be put back.
std::int64_t first_in_raw_values(store::Db& db, const Record& record);
/// What putting `wanted` back changes, for people: not what stays (an action's place and
/// evidence; what was decided about a recommendation, and what shows it).
std::vector<history::Difference> what_putting_back_changes(Kind kind, const history::Content& now,
                                                           const history::Content& wanted);

} // namespace openmasa::versions
