// Every statistical method over every measure and authority of a file of the Local Authority
// Interactive Tool: control charts with their icons, both kinds of intervals, comparison with
// England, recent trend, ranks, quarters, bands, and the average of ten neighbours.
//     all_methods FILE.csv
// Prints a line of JSON: {"series", "figures", "read", "methods"}; seconds, without and with the
// reading of the file told apart. The tool publishes no bases: intervals take one for all.
#include "intelligence/loads/cells.hpp"
#include "kernel/statistics/benchmark.hpp"
#include "kernel/statistics/control_chart_icons.hpp"
#include "kernel/statistics/neighbours.hpp"
#include "kernel/statistics/proportion.hpp"
#include "kernel/statistics/ranking.hpp"
#include "kernel/statistics/rate.hpp"
#include "kernel/statistics/recent_trend.hpp"
#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>

namespace openmasa::bench {
namespace {

using namespace statistics;

constexpr double base = 100'000, rate_per = 10'000;
constexpr std::string_view england = "970";

/// By measure, then authority, then year.
using Series = std::map<std::string, double, std::less<>>;
using Measures = std::map<std::string, std::map<std::string, Series, std::less<>>, std::less<>>;

Measures read(const std::string& text) {
    intelligence::CellLines lines(text);
    std::vector<std::string_view> cells;
    Measures measures;
    while (lines.next(cells)) {
        double number = 0;
        if (cells.size() < 4) continue;
        const auto cell = cells[3];
        const auto got = std::from_chars(cell.data(), cell.data() + cell.size(), number);
        if (got.ec == std::errc())
            measures[std::string(cells[0])][std::string(cells[1])][std::string(cells[2])] = number;
    }
    return measures;
}

/// Something of each result, so that none is left out.
class Work {
public:
    void of_series(const Series& series, const Series* beside) {
        std::vector<double> values;
        std::vector<Estimate> rates;
        for (const auto& [year, value] : series) {
            values.push_back(value);
            add_intervals(std::min(std::abs(value), base), rates);
        }
        for (const auto polarity : {Polarity::high_is_good, Polarity::low_is_good}) {
            const auto chart = control_chart(values, {}, {.polarity = polarity, .screen = true});
            said += chart.phases.back().mean;
            said += double(variation_of(chart.verdicts.back()));
            said += double(assurance_of(chart.phases.back(), values.front(), polarity));
        }
        said += recent_trend(rates).slope;
        if (beside && !beside->empty())
            said += double(compare(rates.back(), beside->rbegin()->second, Polarity::low_is_good));
    }
    void of_year(const std::vector<double>& values) {
        const auto said_of = quartiles(values);
        for (const auto value : values)
            said += double(band_of(quarter_of(value, *said_of), Polarity::low_is_good).value_or(0));
        for (const auto place : ranks(values, Polarity::low_is_good)) said += place;
        const std::vector<std::optional<double>> ten(
            values.begin(), values.begin() + std::min<std::ptrdiff_t>(10, std::ssize(values)));
        for (std::size_t authority = 0; authority < values.size(); ++authority)
            said += neighbour_average(ten)->median;
    }
    double said = 0;

private:
    void add_intervals(double count, std::vector<Estimate>& rates) {
        const auto rate = byar(count, base, rate_per);
        const auto share = wilson(count, base, 100);
        if (rate) rates.push_back(*rate);
        if (share) said += share->upper;
    }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

int measure(const char* file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return 1;
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    auto start = std::chrono::steady_clock::now();
    const auto measures = read(text);
    const auto reading = seconds_since(start);
    start = std::chrono::steady_clock::now();
    Work work;
    std::size_t series = 0, figures = 0;
    for (const auto& [measure, areas] : measures) {
        std::map<std::string_view, std::vector<double>> years;
        const auto whole = areas.find(england);
        for (const auto& [area, its] : areas) {
            ++series, figures += its.size();
            work.of_series(its, whole == areas.end() ? nullptr : &whole->second);
            for (const auto& [year, value] : its) years[year].push_back(value);
        }
        for (const auto& [year, values] : years) work.of_year(values);
    }
    const auto methods = seconds_since(start);
    if (std::isnan(work.said)) return 1;
    std::cout << fmt::format(
                     R"({{"series": {}, "figures": {}, "read": {:.4f}, "methods": {:.4f}}})",
                     series, figures, reading, methods)
              << "\n";
    return 0;
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    if (count == 2) return openmasa::bench::measure(words[1]);
    std::cerr << "all_methods FILE.csv\n";
    return 2;
}
