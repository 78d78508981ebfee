#pragma once
// Which indicators' figures agencies return, as the database has it.
#include "intelligence/indicator.hpp"
#include "intelligence/return_rule.hpp"
#include "store/db.hpp"
#include <map>
#include <vector>

namespace openmasa::intelligence {

/// What is asked about an indicator, and whose it is over time, in the order of days.
struct ReturnDuty {
    std::optional<ReturnRule> rule{};
    std::vector<OwnerSince> owners{};
};
ReturnDuty return_duty(store::Db& db, const Indicator& indicator);
/// Of every indicator whose figures are returned, by its number: two statements.
std::map<IndicatorNumber, ReturnDuty> return_duties(store::Db& db);

// Inside atomically().
void keep_return_rule(store::Db& db, IndicatorNumber indicator, const ReturnRule& rule);
/// From that day on; what was said from that day or a later one falls.
void keep_owner_since(store::Db& db, IndicatorNumber indicator, const OwnerSince& since);

} // namespace openmasa::intelligence
