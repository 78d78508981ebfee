#include "command_line/stats.hpp"
#include "command_line/input_file.hpp"
#include <fmt/format.h>
#include <iostream>
#include <memory>
#include <unordered_map>

namespace openmasa::command_line {
namespace {

/// Far above any file of a partnership; what is larger is another file by mistake.
constexpr std::size_t largest_file = 1u << 30;

/// What a method is called, takes and adds.
struct Described {
    const char* name;
    const char* what;
    Method method;
    std::vector<std::string_view> adds;
    void (*add_options)(Command& command, StatsOptions& options);
};

void add_direction(Command& command, StatsOptions& options) {
    command
        .add_option("--direction", options.direction,
                    "Which way is better: up, down, or neutral where neither is")
        ->capture_default_str();
}

void add_per(Command& command, StatsOptions& options) {
    command.add_option("--per", options.per, "Values are per so many: 100, 10000, 100000")
        ->within(1, 1'000'000'000)
        ->capture_default_str();
}

void add_chart_options(Command& command, StatsOptions& options) {
    add_direction(command, options);
    command.add_flag("--screen", options.screen,
                     "Leave out moving ranges above 3.267 times their mean");
    command
        .add_option("--baseline", options.baseline,
                    "Mean and limits from the first so many points of each group")
        ->within(1, 1'000'000);
    command.add_option("--points", options.points, "How many points make a trend or a run")
        ->within(6, 7)
        ->capture_default_str();
}

void add_trend_options(Command& command, StatsOptions& options) {
    add_direction(command, options);
    command
        .add_option("--as", options.as,
                    "What count and base make: rate (Byar) or proportion (Wilson)")
        ->capture_default_str();
}

std::vector<Described> methods() {
    const std::vector<std::string_view> estimate = {"value", "lower", "upper"};
    return {
        {"xmr",
         "Control charts: columns series, y and perhaps group, oldest first",
         add_control_charts,
         {"mean", "lower", "upper", "rule", "signal"},
         add_chart_options},
        {"wilson", "Proportions with Wilson's interval: columns count, base", add_wilson, estimate,
         add_per},
        {"byar", "Rates with Byar's interval, exact below 10 events: columns count, base", add_byar,
         estimate, add_per},
        {"dsr", "Directly standardised rates: columns count, base, weight and perhaps series",
         add_standardised_rates, estimate, add_per},
        {"trend",
         "Trend of five periods: columns value, lower, upper, or count, base; perhaps series; "
         "oldest first",
         add_trends,
         {"slope", "chi_squared", "trend"},
         add_trend_options},
        {"rank",
         "Ranks and quarters: column value and perhaps series",
         add_ranks,
         {"rank", "of", "quarter", "band"},
         add_direction},
    };
}

bool read_direction(StatsOptions& options) {
    using statistics::Polarity;
    if (options.direction == "up")
        options.polarity = Polarity::high_is_good;
    else if (options.direction == "down")
        options.polarity = Polarity::low_is_good;
    else
        return options.direction == "neutral";
    return true;
}

Result<StatsTable> read_table(const StatsOptions& options, const Described& described) {
    const auto bytes = TRY(read_document(options.file, largest_file));
    if (bytes.size() > largest_file)
        return invalid("file", fmt::format("{} is larger than 1 GB.", options.file));
    auto table = TRY(StatsTable::read(bytes));
    for (const auto name : described.adds)
        if (table.find(name))
            return invalid("file", fmt::format("There is a column \"{}\" already, which this adds. "
                                               "Give it another name.",
                                               name));
    return table;
}

int work_out(const Described& described, StatsOptions& options) {
    if (!read_direction(options)) {
        std::cerr << "Write --direction up, down or neutral.\n";
        return Exit::usage;
    }
    if (options.as != "rate" && options.as != "proportion") {
        std::cerr << "Write --as rate or proportion.\n";
        return Exit::usage;
    }
    const auto table = read_table(options, described);
    if (!table) return refuse(table.refusal());
    const auto added = described.method(*table, options);
    if (!added) return refuse(added.refusal());
    write_output(options.output, table->with(described.adds, *added));
    return Exit::done;
}

void add_method(Command& stats, const Described& described, Chosen& chosen) {
    auto* command = stats.add_subcommand(described.name, described.what);
    auto options = std::make_shared<StatsOptions>();
    command->add_option("file", options->file, "The CSV file; its first row names the columns")
        ->required();
    command->add_option("-o,--out", options->output, "The file to write; else it is printed");
    described.add_options(*command, *options);
    add_database_option(*command, options->common); // as every command; nothing is read from it
    command->callback([described, options, &chosen] {
        chosen = [described, options] { return work_out(described, *options); };
    });
}

} // namespace

std::vector<Series> series_of(const StatsTable& table,
                              const std::vector<std::optional<std::size_t>>& columns) {
    std::vector<Series> series;
    std::unordered_map<std::string, std::size_t> places;
    std::string key;
    std::vector<std::string_view> names;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        key.clear();
        names.clear();
        for (const auto& column : columns)
            if (column) (key += names.emplace_back(table.cell(row, *column))) += '\x1f';
        const auto [place, is_new] = places.try_emplace(key, series.size());
        if (is_new) series.push_back({fmt::format("{}", fmt::join(names, " / ")), {}});
        series[place->second].rows.push_back(row);
    }
    return series;
}

void add_stats(Command& app, Chosen& chosen) {
    auto* stats = app.add_subcommand(
        "stats", "Work a statistical method over a CSV file; its rows come out with columns added");
    stats->require_subcommand();
    for (const auto& described : methods()) add_method(*stats, described, chosen);
}

} // namespace openmasa::command_line
