#pragma once
// The head that the pages of one plan share: its title, one sentence, verbs, and the way between
// its actions, the pictures of its time, its priorities, what changed, what it lacks, its editions
// and what is said about it.
#include "core/access/scope.hpp"
#include "core/terms/words.hpp"
#include "plan/plan.hpp"
#include "plan/succession.hpp"
#include "web/html.hpp"
#include "web/pages/layout.hpp"

namespace openmasa::plan {

enum class PlanTab {
    actions,
    board,
    timeline,
    year,
    priorities,
    changes,
    gaps,
    editions,
    comments
};

struct PlanHead {
    PlanTab current{};
    /// To say aloud (core/references).
    std::string reference{};
    /// Themes and FLOURISH domains, each with its links.
    std::vector<Html> tags{};
    Html sentence{};
    Html verbs{};
    /// The editions before and after.
    Succession succession{};
};
Html plan_head(const terms::Words& words, const Plan& plan, PlanHead head);

/// "Import a revised plan", for those who may.
Html import_verb(const Scope& scope, const Plan& plan);

/// At the foot of a record's page: its versions, and how it is withdrawn or brought back. `kind` as
/// the history names it.
struct RecordLinks {
    std::string_view kind, id;
    bool may_change = false, withdrawn = false;
    /// Where it can be restricted; empty: not by this person, or it is already.
    std::string restrict_path{};
};
Html record_links(const terms::Words& words, const RecordLinks& record);
/// "priority", "plan" as the partnership says it; "objective" and "action" as
/// they are.
std::string said_kind(const terms::Words& words, std::string_view kind);

/// Breadcrumbs: Plan > priority > objective, as far as they are above the page.
pages::Crumb crumb(const terms::Words& words, const PlanId& plan);

pages::Crumb crumb(const Section& section);
pages::Crumb crumb(const Objective& objective);

} // namespace openmasa::plan
