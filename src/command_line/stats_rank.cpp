#include "command_line/stats.hpp"
#include "kernel/statistics/ranking.hpp"
#include <fmt/format.h>

namespace openmasa::command_line {

namespace stat = statistics;

Result<Added> add_ranks(const StatsTable& table, const StatsOptions& options) {
    const auto column = TRY(table.column("value"));
    Added added(table.rows(), ",,,,");
    std::vector<double> values;
    std::vector<std::size_t> rows;
    for (const auto& one : series_of(table, {table.find("series")})) {
        values.clear();
        rows.clear();
        for (const auto row : one.rows) {
            const auto value = TRY(table.number(row, column));
            if (!value) continue;
            values.push_back(*value);
            rows.push_back(row);
        }
        const auto bounds = stat::quartiles(values);
        const auto places = stat::ranks(values, options.polarity);
        for (std::size_t at = 0; at < rows.size(); ++at) {
            const int quarter = stat::quarter_of(values[at], *bounds, options.polarity);
            const auto band = stat::band_of(quarter, options.polarity);
            added[rows[at]] = fmt::format(",{},{},{},{}", places[at], values.size(), quarter,
                                          band ? std::string(1, *band) : "");
        }
    }
    return added;
}

} // namespace openmasa::command_line
