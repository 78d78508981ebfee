#include "command_line/stats.hpp"
#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/recent_trend.hpp"
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

namespace stat = statistics;

/// The columns that a period's value and interval come from: three that give them, or a count and
/// its base.
struct Columns {
    bool given = false;
    std::size_t value = 0, lower = 0, upper = 0, count = 0, base = 0;
};

Result<Columns> columns_of(const StatsTable& table) {
    if (table.find("value"))
        return Columns{.given = true,
                       .value = TRY(table.column("value")),
                       .lower = TRY(table.column("lower")),
                       .upper = TRY(table.column("upper"))};
    if (!table.find("count"))
        return invalid("file", "Name the columns value, lower and upper, or count and base.");
    return Columns{.count = TRY(table.column("count")), .base = TRY(table.column("base"))};
}

using Period = std::optional<stat::Estimate>;

Result<Period> given(const StatsTable& table, std::size_t row, const Columns& columns) {
    const auto value = TRY(table.number(row, columns.value));
    const auto lower = TRY(table.number(row, columns.lower));
    const auto upper = TRY(table.number(row, columns.upper));
    if (!value || !lower || !upper) return Period();
    if (*lower > *value || *upper < *value)
        return table.wrong(row, "The value does not lie within its interval.");
    return Period(stat::Estimate{*value, *lower, *upper});
}

Result<Period> worked_out(const StatsTable& table, std::size_t row, const Columns& columns,
                          bool as_proportion) {
    const auto of = TRY(read_count(table, row, columns.count, columns.base));
    if (!of) return Period();
    const auto estimate =
        as_proportion ? stat::wilson(of->count, of->base) : stat::byar(of->count, of->base);
    if (!estimate)
        return table.wrong(row, "The count is above its base, so this is no proportion.");
    return Period(*estimate);
}

} // namespace

Result<Added> add_trends(const StatsTable& table, const StatsOptions& options) {
    const auto columns = TRY(columns_of(table));
    Added added(table.rows(), ",,,");
    std::vector<stat::Estimate> periods;
    for (const auto& one : series_of(table, {table.find("series")})) {
        periods.clear();
        for (const auto row : one.rows) {
            const auto period =
                columns.given ? TRY(given(table, row, columns))
                              : TRY(worked_out(table, row, columns, options.as == "proportion"));
            if (!period) {
                periods.clear(); // five periods in a row, or no trend
                continue;
            }
            periods.push_back(*period);
            const auto found = stat::recent_trend(periods);
            const bool known = found.trend != stat::Trend::cannot_be_calculated;
            added[row] = fmt::format(",{},{},{}", known ? digits(found.slope) : "",
                                     known ? digits(found.chi_squared) : "",
                                     words(found.trend, options.polarity));
        }
    }
    return added;
}

} // namespace openmasa::command_line
