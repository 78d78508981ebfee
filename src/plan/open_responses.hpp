#pragma once
// Answers to recommendations (responses/) that somebody still owes: what Home says of them.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <string>
#include <vector>

namespace openmasa::plan {

struct OpenResponse {
    /// Its page is /recommendations/ID/answers/OWNER.
    std::string recommendation, owner;
    /// "W-2026-014" and its title; whose answer it is; who asks.
    std::string reference, title, owner_name, asker;
    Day due{};
};
/// Of the owners that this person answers for, about recommendations that are still followed; what
/// is wanted first comes first. One statement, and none for somebody who answers for nobody.
std::vector<OpenResponse> open_responses(store::Db& db, const Scope& scope);

/// How many answers one owner still owes, and how many of them were wanted before today. One
/// statement.
struct OwedAnswers {
    int open = 0, late = 0;
    std::string owner_name{};
};
OwedAnswers answers_owed_by(store::Db& db, const Scope& scope, const OwnerId& owner);

} // namespace openmasa::plan
