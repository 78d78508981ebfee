#pragma once
// What the pages of a plan share: a row of the table of actions, links to further pages.
#include "plan/action_row.hpp"
#include "plan/plans/plans.hpp"
#include <string>

namespace openmasa::plans {

enum class ObjectiveName { shown, left_out };
plan::ActionLine line_of(const ListedAction& action, ObjectiveName name, Day today);

/// A table of actions under no heading.
Html action_table(std::string_view caption, const std::vector<ListedAction>& actions,
                  ObjectiveName name, Day today);

/// The lines of "the difference we will see".
Html difference(const terms::Words& words, const plan::Section& section);

/// Links to the other pages of a list at `address`; nothing when there is one page.
Html page_links(const listing::Paging& paging, std::string_view address);

} // namespace openmasa::plans
