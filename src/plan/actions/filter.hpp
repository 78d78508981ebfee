#pragma once
// Which actions a list shows, as its address says it. Reading an address never fails: what makes no
// sense is left out.
#include "core/terms/term.hpp"
#include "plan/plan.hpp"
#include "web/http/form.hpp"
#include <string>
#include <vector>

namespace openmasa::plan {

struct ActionFilter {
    enum class When { any, late, soon, none };
    enum class Sort { plan, owner, date, status };
    enum class Owner { any, none, one };

    std::string words;
    std::vector<SectionId> priorities;
    std::vector<Status> statuses;
    /// Themes and FLOURISH domains: an action that carries any of them.
    std::vector<terms::TermId> tags;
    When when = When::any;
    Owner owner = Owner::any;
    OwnerId owner_id{}; // for Owner::one
    /// Only what is done and has no evidence.
    bool evidence_missing = false;
    Sort sort = Sort::plan;
    /// Of the register of actions, "reference,owner"; empty: as the list shows them.
    std::string columns;
    int page = 1;

    bool operator==(const ActionFilter&) const = default;
    /// How many kinds of filter are in use (order and page are none).
    int in_use() const;
};

ActionFilter read_filter(const http::Form& query);
/// The query for an address: "priority=...&due=late", "" when everything is shown. Reading it gives
/// the same filter.
std::string to_query(const ActionFilter& filter);
/// The one form of a query, without the page.
std::string canonical_query(std::string_view query);

} // namespace openmasa::plan
