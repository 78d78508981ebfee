#pragma once
// Where the charts of an indicator begin anew: mean and limits are worked out of the points since,
// and no line is drawn across. Everywhere, since what is counted changed; or in one area alone,
// since something changed there for good. Each use case is one transaction inside submit() or
// atomically(), and leaves an audit entry.
#include "intelligence/area.hpp"
#include "intelligence/indicator_store.hpp"
#include "kernel/result.hpp"
#include "web/html.hpp"
#include <string>
#include <vector>

namespace openmasa::intelligence {

/// As it was typed.
struct BeginAnew {
    IndicatorId id{};
    /// Of the indicator, as it was read.
    std::int64_t version = 0;
    std::string from, reason;
    /// "everywhere" or "here": in `area` alone.
    std::string where;
    const Area* area = nullptr;
};
/// Refuses what cannot be, each under its field; a second one at the same place; and one of an
/// indicator that somebody changed since. Keeps the indicator's next version.
Result<Done> begin_anew(store::Db& db, const Scope& scope, const BeginAnew& said);

/// Takes one away: the charts go on across it again. Keeps the indicator's next version.
struct TakeBreakAway {
    IndicatorId id{};
    std::int64_t version = 0;
    std::int64_t period = 0;
    std::optional<AreaNumber> area{};
};
Result<Done> take_away(store::Db& db, const Scope& scope, const TakeBreakAway& said);

struct BreaksPage {
    Html form_token;
    Indicator indicator;
    /// Whose charts the reader came from; null where no area is chosen.
    const Area* area = nullptr;
    /// Of every area, with the area's name; of those everywhere it is empty.
    struct Row {
        ChartBreak it;
        std::string area;
    };
    std::vector<Row> rows;
    BeginAnew said{};
    std::vector<Problem> problems{};
};
Html breaks_view(const BreaksPage& page);

} // namespace openmasa::intelligence
