#pragma once
// What other features know of an agency, as lines of a list: several with one label stand together.
#include "core/routing/facts.hpp"
#include "web/html.hpp"
#include "web/ui/summary_list.hpp"

namespace openmasa::agencies {

/// One row a label, in the order of the first of each.
std::vector<ui::SummaryRow> fact_rows(const std::vector<OwnerFact>& facts);
Html fact_list(const std::vector<OwnerFact>& facts);

} // namespace openmasa::agencies
