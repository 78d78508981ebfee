#pragma once
// What cannot be, or is hardly so: rules as rows of a table. One that refuses leaves the row out of
// the load, with its reason; one that doubts says so and keeps the row as it was published.
#include "intelligence/loads/reading.hpp"
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace openmasa::intelligence {

/// A figure of a file, with what it is about in the database's numbers.
struct Candidate {
    /// Its place in the reading's figures.
    std::size_t at = 0;
    IndicatorNumber indicator = 0;
    FigurePlace place{};
    AreaLevel level = AreaLevel::upper_tier;
    std::optional<double> number{};
    /// Why it is left out; empty when it is not.
    std::string refused{};
};

/// Something to look at before it is saved.
struct Doubt {
    int line = 0;
    std::string what, why;
    /// It speaks of many figures at once.
    bool is_of_all = false;
};
/// What one rule doubts of more figures than anybody reads becomes one doubt, with their number and
/// a few of them; those of the rule begin at `from`, and `asked` is what it asks.
void make_few(std::vector<Doubt>& doubts, std::size_t from, std::string_view asked);
/// Those that speak of many figures come first.
void whole_first(std::vector<Doubt>& doubts);

/// What the authorities' figures lie between, by indicator, breakdown and period.
using About = std::tuple<IndicatorNumber, std::int64_t, std::int64_t>;
About about(const Candidate& one);
struct Range {
    double lowest = 0, highest = 0;
    int authorities = 0;
    void take(double number);
};
/// Fewer authorities than this say nothing about England.
inline constexpr int enough_authorities = 10;

/// Why a figure is hardly the same as the one that it would take the place of; empty when it may
/// be.
std::string unlike_what_is_there(double there, double number, const Definition& is);

/// What a rule works on: candidates sorted by indicator, breakdown, area and period.
struct Judging {
    const Reading& reading;
    std::span<Candidate> candidates;
    std::vector<Doubt>& doubts;
    /// Of what is stored, where the file has England and too few authorities; null: nothing is.
    const std::map<About, Range>* stored = nullptr;

    const FileFigure& figure(const Candidate& one) const { return reading.figures[one.at]; }
    const Definition& definition(const Candidate& one) const {
        return reading.indicators[figure(one).indicator];
    }
    /// "Children looked after on 31 March, rate, England, 2025".
    std::string called(const Candidate& one) const;
    void doubt(const Candidate& one, std::string why) const;
};

struct PlausibilityRule {
    std::string_view name;
    /// What it asks, for people.
    std::string_view words;
    void (*apply)(const Judging& judging);
};
std::span<const PlausibilityRule> plausibility_rules();

/// Applies all of them, in their order.
void judge(const Judging& judging);

} // namespace openmasa::intelligence
