#pragma once
// Requests for updates (updates/) that somebody still owes answers to: what Home says of them.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <string>
#include <vector>

namespace openmasa::plan {

struct OpenUpdate {
    /// Its page is /updates/ID.
    std::string request;
    std::string plan_title, asker;
    Day answer_by{};
    /// How many of this person's actions are not answered yet.
    int actions = 0;
};
/// Of the owners that this person acts for; what is wanted first comes first. One statement, and
/// none for somebody who acts for nobody.
std::vector<OpenUpdate> open_updates(store::Db& db, const Scope& scope);

} // namespace openmasa::plan
