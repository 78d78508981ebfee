#pragma once
// Use cases of indicators, each one transaction inside submit() or atomically().
#include "intelligence/indicator_store.hpp"
#include "intelligence/indicators/own.hpp"
#include "kernel/result.hpp"
#include <string>

namespace openmasa::intelligence {

/// What somebody says an indicator means, as it was typed.
struct DefineIndicator {
    IndicatorId id{};
    /// The version that was read.
    std::int64_t version = 0;
    /// `due` is in the publisher's words or, of the partnership's own, the rule (return_rule.hpp).
    std::string title, theme, counts, unit, decimals, polarity, due, caveats;
    OwnerSaid owner{};
    /// Of the partnership's own.
    OwnSaid own{};
};

/// What is wrong with it, everything at once; the fields are the form's.
std::vector<Problem> problems_with(const DefineIndicator& said, const Definition& is);
/// The one that was read, in this version; a conflict when somebody changed it since.
Result<Indicator> find_to_change(store::Db& db, const Scope& scope, const IndicatorId& id,
                                 std::int64_t version);
/// Keeps it as the next version, with an audit entry.
Result<Done> define(store::Db& db, const Scope& scope, const DefineIndicator& said);
/// Adds one of the partnership's own, whose figures agencies return, with an audit entry.
Result<IndicatorId> add_own(store::Db& db, const Scope& scope, const DefineIndicator& said);

} // namespace openmasa::intelligence
