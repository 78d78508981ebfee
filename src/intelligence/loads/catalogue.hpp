#pragma once
// What the columns of known files mean, as data: their publishers say it in words beside the file.
// A column that is not here is read all the same, under its own name.
#include "intelligence/indicator.hpp"
#include <string>
#include <string_view>

namespace openmasa::intelligence {

/// A column of an Explore Education Statistics file about children's social care.
struct CatalogueRow {
    /// The value of the file's filter for which it is so; empty: any.
    std::string_view filter;
    std::string_view column;
    std::string_view title, theme, counts;
    Measure measure = Measure::number;
    std::string_view unit{};
    /// Columns of the same row that a percentage or a rate is worked out from.
    std::string_view numerator{}, denominator{};
    std::int64_t multiplier = 0;
    int decimals = 0;
    statistics::Polarity polarity = statistics::Polarity::no_judgement;
    /// The column of which it is a part; all parts add up to it.
    std::string_view part_of{};
    /// Only what others are worked out from: no indicator of its own.
    bool is_base = false;
};
/// Nothing for a column that is not known.
const CatalogueRow* find_in_catalogue(std::string_view filter, std::string_view column);

/// Where a measure of the Local Authority Interactive Tool stands: its topic, parted where one
/// topic holds what different groups of a partnership look after.
std::string lait_theme(std::string_view topic, std::string_view measure,
                       std::string_view year_type);

} // namespace openmasa::intelligence
