#pragma once
// The page that changes several actions at once. Ready data only.
#include "core/access/store.hpp"
#include "plan/actions/bulk.hpp"
#include "plan/actions/filter.hpp"
#include "web/html.hpp"

namespace openmasa::plan {

struct BulkPage {
    Plan plan;
    ActionFilter filter;
    std::vector<BulkRow> rows;
    std::vector<access::Owner> owners;
    BulkChange typed;
    Html form_token;
    std::vector<Problem> problems;
};
Html bulk_view(const BulkPage& page);

} // namespace openmasa::plan
