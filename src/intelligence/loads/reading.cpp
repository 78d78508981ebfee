#include "intelligence/loads/reading.hpp"
#include "core/exchange/text_encoding.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <span>

namespace openmasa::intelligence {
namespace {

struct FormatRow {
    std::string_view text, spoken;
    /// Columns that no other kind of file has all of.
    std::array<std::string_view, 3> columns;
    /// Without which nothing of it can be read.
    std::array<std::string_view, 4> needs{};
};
constexpr FormatRow formats[] = {
    {"lait_values",
     "figures of the Local Authority Interactive Tool",
     {"measure_short", "la_number", "value"},
     {"year"}},
    {"lait_dictionary",
     "definitions of the Local Authority Interactive Tool",
     {"Measure_short", "Topic", "Polarity"}},
    {"lait_areas",
     "areas of the Local Authority Interactive Tool",
     {"LA Number", "LA and Regions", "Region"}},
    {"ees", "Explore Education Statistics", {"time_period", "time_identifier", "geographic_level"}},
    {"fingertips",
     "a Fingertips download",
     {"Indicator ID", "Area Code", "Time period Sortable"},
     {"Indicator Name", "Area Name", "Time period", "Value"}},
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

std::optional<std::string_view> missing(const Names& names, std::span<const std::string_view> all) {
    for (const auto one : all)
        if (!one.empty() && column(names, one) == names.size()) return one;
    return std::nullopt;
}

Refusal without(std::string_view name, const FormatRow& format) {
    return invalid("file", fmt::format("The column “{}” is missing: the first line of {} has it.",
                                       name, format.spoken));
}

/// A file that is one of them but for a single column, or none at all.
Refusal none_of_them(const Names& names) {
    for (const auto& row : formats) {
        const auto there = std::ranges::count_if(row.columns, [&](std::string_view one) {
            return !one.empty() && column(names, one) < names.size();
        });
        if (there == std::ssize(row.columns) - 1) return without(*missing(names, row.columns), row);
    }
    return invalid("file", "This is no file of figures that can be read. Choose a CSV file from "
                           "Explore Education Statistics, the Local Authority Interactive Tool or "
                           "Fingertips, with its first line of column names.");
}

/// What it is instead, by its first bytes; empty for what may be text.
std::string_view kind_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF")) return "a PDF document";
    if (bytes.starts_with("\xD0\xCF\x11\xE0")) return "a document of an older Office program";
    if (!bytes.starts_with("PK\x03\x04")) return {};
    const auto holds = [&](std::string_view part) { return bytes.find(part) != bytes.npos; };
    return holds("word/document")                      ? "a Word document"
           : holds("xl/workbook")                      ? "an Excel workbook"
           : holds("content.xml") && holds("mimetype") ? "an OpenDocument file"
                                                       : "a zip file";
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
    for (int at = 0; at <= static_cast<int>(last_format); ++at)
        if (to_text(static_cast<Format>(at)) == format)
            return things_in(static_cast<Format>(at)) == "figures";
    return true;
}

std::string_view things_in(Format format) {
    switch (format) {
    case Format::neighbours_2021:
    case Format::neighbours_wide: return "neighbours";
    case Format::boundaries: return "outlines";
    case Format::lait_areas:
    case Format::ons_areas:
    case Format::ons_districts: return "areas";
    case Format::lait_dictionary: return "indicators";
    case Format::lait_values:
    case Format::ees:
    case Format::fingertips: break;
    }
    return "figures";
}

std::string counted_in(Format format, std::int64_t number) {
    const auto things = things_in(format);
    if (things == "neighbours") return so_many(number, "set of neighbours", "sets of neighbours");
    return so_many(number, things.substr(0, things.size() - 1), things);
}

std::string so_many(std::int64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", shown(double(number)), number == 1 ? one : many);
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
    if (const auto kind = kind_of(bytes); !kind.empty())
        return invalid("file",
                       fmt::format("This is {}. Figures are read from CSV: {}.", kind,
                                   kind == "a zip file"
                                       ? "unpack it and choose the CSV file in it"
                                       : "open it, save the table as “CSV UTF-8” and choose that"));
    if (is_utf16(bytes) || !is_utf8(bytes))
        return invalid("file",
                       "This file is no UTF-8. Save it as \"CSV UTF-8\" and choose it again.");
    if (trimmed(bytes.substr(0, 200)).starts_with('{')) return read_boundaries(bytes);
    auto lines = std::make_shared<CellLines>(bytes);
    Names names;
    if (!lines->next(names)) return none_of_them(names);
    const auto format = format_of(names);
    if (!format) return none_of_them(names);
    const auto& row = formats[static_cast<std::size_t>(*format)];
    if (const auto name = missing(names, row.needs)) return without(*name, row);
    auto reading = TRY(read_as(*format, lines, names, lait, today));
    if (lines->has_open_quote())
        return invalid("file", "Line " + std::to_string(lines->number()) +
                                   " has a quote that does not close.");
    reading.format = *format;
    reading.lines = std::move(lines);
    return reading;
}

} // namespace openmasa::intelligence
