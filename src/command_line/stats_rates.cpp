#include "command_line/stats.hpp"
#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/standardised_rate.hpp"
#include <cmath>

namespace openmasa::command_line {
namespace stat = statistics;

/// With it, rates of the largest count stay numbers.
constexpr double least_base = 1e-9;

Result<std::optional<CountOf>> read_count(const StatsTable& table, std::size_t row,
                                          std::size_t count_column, std::size_t base_column) {
    const auto count = TRY(table.number(row, count_column));
    const auto base = TRY(table.number(row, base_column));
    if (count && *count < 0) return table.wrong(row, "A count is not below nought.");
    if (base && *base <= 0) return table.wrong(row, "The base must be above nought.");
    if (base && *base < least_base) return table.wrong(row, "The base is too small to work with.");
    if (!count || !base) return std::optional<CountOf>();
    return std::optional(CountOf{*count, *base});
}

Result<Added> add_wilson(const StatsTable& table, const StatsOptions& options) {
    const auto count = TRY(table.column("count")), base = TRY(table.column("base"));
    Added added(table.rows(), ",,,");
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const auto of = TRY(read_count(table, row, count, base));
        if (!of) continue;
        if (of->count > of->base)
            return table.wrong(row, "The count is above its base, so this is no proportion.");
        added[row] = cells_of(stat::wilson(of->count, of->base, options.per));
    }
    return added;
}

Result<Added> add_byar(const StatsTable& table, const StatsOptions& options) {
    const auto count = TRY(table.column("count")), base = TRY(table.column("base"));
    Added added(table.rows(), ",,,");
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (const auto of = TRY(read_count(table, row, count, base)))
            added[row] = cells_of(stat::byar(of->count, of->base, options.per));
    return added;
}

Result<Added> add_standardised_rates(const StatsTable& table, const StatsOptions& options) {
    const auto count = TRY(table.column("count")), base = TRY(table.column("base")),
               weight = TRY(table.column("weight"));
    Added added(table.rows(), ",,,");
    std::vector<stat::Stratum> strata;
    for (const auto& one : series_of(table, {table.find("series")})) {
        strata.clear();
        for (const auto row : one.rows) {
            const auto of = TRY(read_count(table, row, count, base));
            const auto part = TRY(table.number(row, weight));
            if (part && *part < 0) return table.wrong(row, "A weight is not below nought.");
            if (of && part) strata.push_back({of->count, of->base, *part});
        }
        // A part that is not given is not nought: without it there is no rate.
        if (strata.size() < one.rows.size()) continue;
        const auto rate = stat::standardised_rate(strata, options.per);
        if (rate && !(std::isfinite(rate->value) && std::isfinite(rate->upper)))
            return table.wrong(one.rows.front(), "Its weights are too large or too small.");
        for (const auto row : one.rows) added[row] = cells_of(rate);
    }
    return added;
}

} // namespace openmasa::command_line
