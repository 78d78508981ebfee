#include "intelligence/loads/reading.hpp"
#include "core/exchange/text_encoding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <iterator>

namespace openmasa::intelligence {
namespace {

struct FormatRow {
    std::string_view text, spoken;
    /// Columns that no other kind of file has all of.
    std::array<std::string_view, 3> columns;
};
constexpr FormatRow formats[] = {
    {"lait_values",
     "figures of the Local Authority Interactive Tool",
     {"measure_short", "la_number", "value"}},
    {"lait_dictionary",
     "definitions of the Local Authority Interactive Tool",
     {"Measure_short", "Topic", "Polarity"}},
    {"lait_areas",
     "areas of the Local Authority Interactive Tool",
     {"LA Number", "LA and Regions", "Region"}},
    {"ees", "Explore Education Statistics", {"time_period", "time_identifier", "geographic_level"}},
    {"fingertips", "a Fingertips download", {"Indicator ID", "Area Code", "Time period Sortable"}},
    {"ons_areas", "upper-tier authorities with their region", {"UTLACD", "UTLANM", "RGNCD"}},
    {"ons_districts", "districts with their upper tier", {"LTLA23CD", "LTLA23NM", "UTLA23CD"}},
    {"neighbours_2021", "statistical neighbours", {"LA num", "SN1", "SN10"}},
    {"neighbours_wide", "statistical neighbours", {"old_la_code", "SN_1", "SN_10P"}},
    {"boundaries", "outlines of areas", {}},
};

std::optional<Format> format_of(const Names& names) {
    for (std::size_t at = 0; at < std::size(formats); ++at)
        if (!formats[at].columns.front().empty() &&
            std::ranges::all_of(formats[at].columns, [&](std::string_view one) {
                return column(names, one) < names.size();
            }))
            return static_cast<Format>(at);
    return std::nullopt;
}

Refusal none_of_them() {
    return invalid("file", "This is no file of figures that can be read. Choose a CSV file from "
                           "Explore Education Statistics, the Local Authority Interactive Tool or "
                           "Fingertips, with its first line of column names.");
}

Result<Reading> read_as(Format format, std::shared_ptr<CellLines> lines, const Names& names,
                        const Definitions& lait, Day today) {
    switch (format) {
    case Format::lait_values: return read_lait_values(std::move(lines), names, lait, today);
    case Format::lait_dictionary: return read_lait_dictionary(std::move(lines), names);
    case Format::ees: return read_ees(std::move(lines), names, today);
    case Format::fingertips: return read_fingertips(std::move(lines), names, today);
    case Format::neighbours_2021:
    case Format::neighbours_wide: return read_neighbours(std::move(lines), names, format);
    case Format::boundaries:
    case Format::lait_areas:
    case Format::ons_areas:
    case Format::ons_districts: break;
    }
    return read_areas(std::move(lines), names, format);
}

} // namespace

std::string_view to_text(Format format) {
    return formats[static_cast<std::size_t>(format)].text;
}
std::string_view spoken(Format format) {
    return formats[static_cast<std::size_t>(format)].spoken;
}

bool counts_figures(std::string_view format) {
    return format != to_text(Format::neighbours_2021) &&
           format != to_text(Format::neighbours_wide) && format != to_text(Format::boundaries);
}

std::string_view things_in(Format format) {
    switch (format) {
    case Format::neighbours_2021:
    case Format::neighbours_wide: return "neighbours";
    case Format::boundaries: return "outlines";
    case Format::lait_areas:
    case Format::ons_areas:
    case Format::ons_districts: return "areas";
    case Format::lait_values:
    case Format::lait_dictionary:
    case Format::ees:
    case Format::fingertips: break;
    }
    return "figures";
}

std::string counted_in(Format format, std::int64_t number) {
    const auto things = things_in(format);
    if (things == "neighbours") return counted(number, "set of neighbours", "sets of neighbours");
    return counted(number, things == "outlines" ? "outline" : "figure");
}

std::size_t column(const Names& names, std::string_view name) {
    return static_cast<std::size_t>(
        std::ranges::find(names, name, [](std::string_view one) { return trimmed(one); }) -
        names.begin());
}

std::string_view cell(const std::vector<std::string_view>& cells, std::size_t at) {
    return at < cells.size() ? trimmed(cells[at]) : std::string_view();
}

const Result<WrittenPeriod>& PeriodsRead::of(std::string_view text, PeriodKind year) {
    auto& known = known_[year];
    const auto found = known.find(text);
    if (found != known.end()) return found->second;
    return known.emplace(std::string(text), read_period(text, year, today_)).first->second;
}

Result<Reading> read_figures_file(std::string_view bytes, const Definitions& lait, Day today) {
    if (is_utf16(bytes) || !is_utf8(bytes))
        return invalid("file",
                       "This file is no UTF-8. Save it as \"CSV UTF-8\" and choose it again.");
    if (trimmed(bytes.substr(0, 200)).starts_with('{')) return read_boundaries(bytes);
    auto lines = std::make_shared<CellLines>(bytes);
    Names names;
    if (!lines->next(names)) return none_of_them();
    const auto format = format_of(names);
    if (!format) return none_of_them();
    auto reading = TRY(read_as(*format, lines, names, lait, today));
    if (lines->has_open_quote())
        return invalid("file", "Line " + std::to_string(lines->number()) +
                                   " has a quote that does not close.");
    reading.format = *format;
    reading.lines = std::move(lines);
    return reading;
}

} // namespace openmasa::intelligence
