#pragma once
// An indicator: what a figure counts, of whom, in which unit, which way is the better one, who
// publishes it and when.
#include "core/access/scope.hpp"
#include "kernel/period.hpp"
#include "kernel/statistics/polarity.hpp"
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::intelligence {

struct IndicatorKind;
using IndicatorId = Id<IndicatorKind>;
using IndicatorNumber = std::int64_t;

enum class Source : unsigned char { lait, ees, fingertips, own };
std::string_view to_text(Source source);
bool from_text(std::string_view text, Source& source);
/// "Local Authority Interactive Tool" ...
std::string_view spoken(Source source);

/// What kind of number it is. An average lies between those of its parts, as a percentage and a
/// rate do; a number adds up.
enum class Measure : unsigned char { number, percentage, rate, average };
std::string_view to_text(Measure measure);
bool from_text(std::string_view text, Measure& measure);

} // namespace openmasa::intelligence

namespace openmasa::statistics {

/// "high", "low", "none": for the database and for files.
std::string_view to_text(Polarity polarity);
bool from_text(std::string_view text, Polarity& polarity);

} // namespace openmasa::statistics

namespace openmasa::intelligence {

/// "High is good", "Low is good", "Neither high nor low is good".
std::string_view spoken(statistics::Polarity polarity);

/// What it says of itself.
struct Definition {
    Source source = Source::own;
    /// What its source calls it.
    std::string code;
    std::string title;
    std::string theme;
    std::string counts{}, numerator{}, denominator{};
    Measure measure = Measure::number;
    /// For people: "per 10,000 children", "% of plans".
    std::string unit{};
    /// What a numerator over its denominator is multiplied by; 0 where there are none.
    std::int64_t multiplier = 0;
    std::optional<int> decimals{};
    statistics::Polarity polarity = statistics::Polarity::no_judgement;
    /// What a bare year in its files is.
    PeriodKind year = PeriodKind::calendar_year;
    std::string publisher{}, frequency{}, due{}, caveats{};
};

/// A number of things, of which there is no half.
bool is_count(const Definition& is);
/// What is above it is a slip of whoever wrote it.
inline constexpr double largest_figure = 1e15;

struct Indicator {
    IndicatorNumber number = 0;
    IndicatorId id{};
    Definition definition{};
    std::int64_t version = 1;
};

} // namespace openmasa::intelligence
