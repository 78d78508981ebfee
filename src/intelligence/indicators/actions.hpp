#pragma once
// Use cases of indicators, each one transaction inside submit() or atomically().
#include "intelligence/indicator_store.hpp"
#include "kernel/result.hpp"
#include <string>

namespace openmasa::intelligence {

/// What somebody says an indicator means, as it was typed.
struct DefineIndicator {
    IndicatorId id{};
    /// The version that was read.
    std::int64_t version = 0;
    std::string title, theme, counts, unit, decimals, polarity, due, caveats;
    /// From which period on it counts otherwise, and how; both or neither.
    std::string break_from, break_reason;
};

/// What is wrong with it, everything at once; the fields are the form's.
std::vector<Problem> problems_with(const DefineIndicator& said, PeriodKind year, Day today);
/// Keeps it as the next version, with an audit entry; a break is drawn on every chart of it.
Result<Done> define(store::Db& db, const Scope& scope, const DefineIndicator& said);

} // namespace openmasa::intelligence
