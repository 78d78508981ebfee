#pragma once
// Indicators as the database has them.
#include "intelligence/indicator.hpp"
#include "intelligence/load.hpp"
#include "store/db.hpp"
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// By theme and title. Nothing for whoever may not read figures.
std::vector<Indicator> list_indicators(store::Db& db, const Scope& scope);
std::optional<Indicator> find_indicator(store::Db& db, const Scope& scope, const IndicatorId& id);
/// All of one source, by its code for them.
std::map<std::string, Indicator, std::less<>> indicators_of(store::Db& db, Source source);

/// From this period on it counts otherwise.
struct DefinitionBreak {
    std::int64_t period;
    std::string reason;
};
std::vector<DefinitionBreak> breaks_of(store::Db& db, IndicatorNumber indicator);

// Inside atomically().
IndicatorNumber next_indicator_number(store::Db& db);
/// As a load brings it, whose own audit entry counts it; or as somebody made it, without a load.
void add_indicator(store::Db& db, const Scope& scope, const Indicator& indicator,
                   std::optional<LoadNumber> load);
/// The audit entry of what it means as this version says it.
void record_definition(store::Db& db, const Scope& scope, const Indicator& indicator,
                       std::string_view verb);

/// As its next version, over the one that was read, with an audit entry. A conflict when somebody
/// was first.
Result<Done> save_indicator(store::Db& db, const Scope& scope, const Indicator& indicator);
/// A second one from the same period takes the first one's place.
void put_break(store::Db& db, IndicatorNumber indicator, const DefinitionBreak& one);

/// Whom figures are about, where it is not everybody, by their words; "" is everybody.
std::map<std::string, std::int64_t, std::less<>> breakdowns(store::Db& db);
/// Adds what is not there yet and gives its number.
std::int64_t breakdown_called(store::Db& db, std::string_view words);
std::int64_t note_saying(store::Db& db, std::string_view words);
inline constexpr std::int64_t everybody = 1;

} // namespace openmasa::intelligence
