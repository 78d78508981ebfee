#pragma once
// What cannot be, or is hardly so: rules as rows of a table. One that refuses leaves the row out of
// the load, with its reason; one that doubts says so and keeps the row as it was published.
#include "intelligence/loads/reading.hpp"
#include <optional>
#include <span>
#include <string>
#include <string_view>
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
};

/// What a rule works on: candidates sorted by indicator, breakdown, area and period.
struct Judging {
    const Reading& reading;
    std::span<Candidate> candidates;
    std::vector<Doubt>& doubts;

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
