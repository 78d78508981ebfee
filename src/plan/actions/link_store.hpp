#pragma once
// The actions that links have been given for: what the list of links says about each.
#include "plan/plan.hpp"
#include "store/db.hpp"
#include <map>
#include <string>

namespace openmasa::plan {

struct LinkedAction {
    std::string id, reference, title;
};
/// By id; those that this person may see.
std::map<std::string, LinkedAction> linked_actions(store::Db& db, const Scope& scope,
                                                   std::string_view purpose);

} // namespace openmasa::plan
