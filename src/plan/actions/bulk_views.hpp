#pragma once
// The page that changes several actions at once. Ready data only.
#include "core/access/store.hpp"
#include "core/terms/words.hpp"
#include "plan/actions/bulk.hpp"
#include "plan/actions/filter.hpp"
#include "web/html.hpp"

namespace openmasa::plan {

struct BulkPage {
    terms::Words words{};
    Plan plan;
    ActionFilter filter;
    std::vector<BulkRow> rows;
    std::vector<access::Owner> owners;
    /// The plans that they may move to, and the one whose parts are offered.
    std::vector<Plan> plans;
    Plan to;
    std::vector<Section> sections;
    std::vector<Objective> objectives;
    BulkChange typed;
    Html form_token;
    std::vector<Problem> problems;
};
Html bulk_view(const BulkPage& page);

} // namespace openmasa::plan
