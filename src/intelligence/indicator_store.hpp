#pragma once
// Indicators as the database has them.
#include "intelligence/area.hpp"
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

/// From this period on its charts begin anew: everywhere, since it counts otherwise, or in one area
/// alone, since something changed there for good.
struct ChartBreak {
    std::int64_t period;
    std::string reason;
    std::optional<AreaNumber> area{};

    bool same_place(const ChartBreak& other) const {
        return period == other.period && area == other.area;
    }
};
/// The oldest first, those of every area before those of one.
std::vector<ChartBreak> breaks_of(store::Db& db, IndicatorNumber indicator);
/// Of those the ones that the charts of an area have.
std::vector<ChartBreak> breaks_in(std::vector<ChartBreak> breaks, AreaNumber area);
/// The ones that charts of this area have, of every indicator.
std::map<IndicatorNumber, std::vector<ChartBreak>> all_breaks(store::Db& db, AreaNumber area);

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
void add_break(store::Db& db, IndicatorNumber indicator, const ChartBreak& one);
void remove_break(store::Db& db, IndicatorNumber indicator, const ChartBreak& one);

/// Whom figures are about, where it is not everybody, by their words; "" is everybody.
std::map<std::string, std::int64_t, std::less<>> breakdowns(store::Db& db);
/// Adds what is not there yet and gives its number.
std::int64_t breakdown_called(store::Db& db, std::string_view words);
std::int64_t note_saying(store::Db& db, std::string_view words);
inline constexpr std::int64_t everybody = 1;

} // namespace openmasa::intelligence
