#pragma once
// Rules, holds, destructions and what they are about, in the database.
#include "plan/retention/retention.hpp"
#include "store/db.hpp"

namespace openmasa::retention {

std::vector<KeepRule> rules(store::Db& db);
/// Every plan that ends or was withdrawn, every action that was withdrawn, every recommendation
/// that came to its end or was withdrawn (one that stands with another goes with it); not what is
/// destroyed.
std::vector<Kept> records(store::Db& db);
/// "FF 3" or a plan's title; nothing where there is no such record.
std::optional<std::string> name_of(store::Db& db, std::string_view kind, std::string_view id);
/// The newest first; lifted ones too.
std::vector<Hold> holds(store::Db& db);
std::vector<Destruction> destructions(store::Db& db);
std::optional<Destruction> find_destruction(store::Db& db, const DestructionId& id);
std::optional<Destruction> find_certificate(store::Db& db, std::string_view certificate);

void add_hold(store::Db& db, const Scope& scope, const Hold& hold);
int lift_hold(store::Db& db, const Scope& scope, const HoldId& id, std::string_view why);
void add_destruction(store::Db& db, const Scope& scope, const DestructionId& id,
                     const DueRecord& due, std::string_view why);
void decline(store::Db& db, const Scope& scope, const DestructionId& id, std::string_view why);
/// The next certificate's number: "D-2026-3".
std::string next_certificate(store::Db& db, Day today);
void confirm(store::Db& db, const Scope& scope, const DestructionId& id,
             std::string_view certificate, int versions);

/// Takes the words of the record out of every table and every version; gives how many versions.
int destroy_plan(store::Db& db, const Scope& scope, std::string_view id,
                 std::string_view certificate);
int destroy_action(store::Db& db, std::string_view id, std::string_view certificate);
/// With all that stand with it (recommendations.cpp).
int destroy_recommendation(store::Db& db, std::string_view id, std::string_view certificate);

} // namespace openmasa::retention
