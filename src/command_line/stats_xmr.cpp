#include "command_line/stats.hpp"
#include "kernel/statistics/control_chart.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <iostream>

namespace openmasa::command_line {
namespace {

namespace stat = statistics;

std::string cells_of(const stat::Phase& phase, const stat::Verdict& verdict,
                     stat::Profile profile) {
    const auto& limits = phase.limits;
    return fmt::format(",{},{},{},{},{}", digits(phase.mean), limits ? digits(limits->lower) : "",
                       limits ? digits(limits->upper) : "", words(verdict.rule, profile),
                       words(verdict.signal));
}

/// The verdicts stand; whoever reads them should know that the limits may still move.
void warn_of_trial_limits(const std::vector<std::string>& names) {
    constexpr std::size_t enough = 5;
    if (names.empty()) return;
    const auto named = std::min(names.size(), enough);
    std::string list = fmt::format("{}", fmt::join(names.begin(), names.begin() + named, ", "));
    if (names.size() > named) list += fmt::format(" and {} more", names.size() - named);
    std::cerr << fmt::format("Trial limits, from fewer than {} points: {}.\n", stat::enough_points,
                             list);
}

} // namespace

Result<Added> add_control_charts(const StatsTable& table, const StatsOptions& options) {
    const auto series = TRY(table.column("series")), y = TRY(table.column("y"));
    const stat::ChartOptions chart{.polarity = options.polarity,
                                   .profile = options.points == 6 ? stat::Profile::six_points
                                                                  : stat::Profile::seven_points,
                                   .screen = options.screen,
                                   .baseline = options.baseline};
    Added added(table.rows(), ",,,,,");
    std::vector<double> values;
    std::vector<std::size_t> rows;
    std::vector<stat::Verdict> verdicts;
    std::vector<std::string> with_trial_limits;
    for (const auto& one : series_of(table, {series, table.find("group")})) {
        values.clear();
        rows.clear();
        for (const auto row : one.rows) {
            const auto value = TRY(table.number(row, y));
            if (!value) continue;
            values.push_back(*value);
            rows.push_back(row);
        }
        if (values.empty()) continue;
        verdicts.resize(values.size());
        const auto phase = stat::judge(values, chart, verdicts);
        for (std::size_t at = 0; at < rows.size(); ++at)
            added[rows[at]] = cells_of(phase, verdicts[at], chart.profile);
        if (phase.trial_limits && phase.limits) with_trial_limits.push_back(one.name);
    }
    warn_of_trial_limits(with_trial_limits);
    return added;
}

} // namespace openmasa::command_line
