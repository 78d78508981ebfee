#pragma once
// `openmasa stats METHOD FILE`: what its methods share. Each takes the rows of a table and gives
// what is added to each.
#include "command_line/command.hpp"
#include "command_line/stats_table.hpp"
#include "kernel/statistics/polarity.hpp"

namespace openmasa::command_line {

struct StatsOptions {
    Common common;
    std::string file, output, direction = "neutral", as = "rate";
    unsigned per = 1, baseline = 0, points = 7;
    bool screen = false;
    /// What `direction` says.
    statistics::Polarity polarity = statistics::Polarity::no_judgement;
};

/// A cell for each of the method's columns, with a comma in front, row by row; refuses what cannot
/// be worked out with the row that is wrong.
using Added = std::vector<std::string>;
using Method = Result<Added> (*)(const StatsTable& table, const StatsOptions& options);

/// The rows that belong together, in the order of the file: those with the same cells in these
/// columns. Without columns all rows are one series. The name is the cells, for people.
struct Series {
    std::string name;
    std::vector<std::size_t> rows;
};
std::vector<Series> series_of(const StatsTable& table,
                              const std::vector<std::optional<std::size_t>>& columns);

struct CountOf {
    double count, base;
};
/// What a row says of the two; nothing where one is not given. Refuses a count below nought and a
/// base that is not above it.
Result<std::optional<CountOf>> read_count(const StatsTable& table, std::size_t row,
                                          std::size_t count_column, std::size_t base_column);

/// ",value,lower,upper" of an estimate, or three empty cells.
template<class Estimate> std::string cells_of(const std::optional<Estimate>& estimate) {
    if (!estimate) return ",,,";
    return "," + digits(estimate->value) + "," + digits(estimate->lower) + "," +
           digits(estimate->upper);
}

Result<Added> add_control_charts(const StatsTable& table, const StatsOptions& options);
Result<Added> add_wilson(const StatsTable& table, const StatsOptions& options);
Result<Added> add_byar(const StatsTable& table, const StatsOptions& options);
Result<Added> add_standardised_rates(const StatsTable& table, const StatsOptions& options);
Result<Added> add_trends(const StatsTable& table, const StatsOptions& options);
Result<Added> add_ranks(const StatsTable& table, const StatsOptions& options);

} // namespace openmasa::command_line
