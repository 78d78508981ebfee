#pragma once
// Which edition a plan follows and which follows it, for every page that shows a plan.
#include "core/access/scope.hpp"
#include "core/terms/words.hpp"
#include "plan/plan.hpp"
#include "store/db.hpp"
#include "web/html.hpp"

namespace openmasa::plan {

/// A plan beside another in time.
struct Neighbour {
    PlanId id;
    std::string title, period;
};
struct Succession {
    std::optional<Neighbour> before, after;
};
/// One statement; without what is withdrawn.
Succession succession_of(store::Db& db, const Scope& scope, const Plan& plan);
/// "2025-26", or the title where a plan says no period.
std::string_view name_of(const Neighbour& plan);

/// "Follows 2024-25", "Followed by 2026-27", each with its link; below a plan's title.
std::vector<Html> succession_facts(const Succession& succession);

} // namespace openmasa::plan
