#pragma once
// A file of figures, read: which indicators, areas and periods it speaks of, and every figure with
// the line it stands in. Pure: nothing of it is compared with what is stored yet.
#include "intelligence/area.hpp"
#include "intelligence/boundary_store.hpp"
#include "intelligence/figure_store.hpp"
#include "intelligence/indicator_store.hpp"
#include "intelligence/loads/cells.hpp"
#include "kernel/result.hpp"
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::intelligence {

/// What kind of file it is: by its first line.
enum class Format : unsigned char {
    lait_values,     // Local Authority Interactive Tool: measure_short, la_number, year, value
    lait_dictionary, // what its measures are
    lait_areas,      // its numbers for areas
    ees,             // Explore Education Statistics
    fingertips,      // the 27 columns of a Fingertips download
    ons_areas,       // upper tiers with their region
    ons_districts,   // districts with their upper tier
    neighbours_2021, // statistical neighbours, groupings of 2021: SN1, SNP ...
    neighbours_wide, // statistical neighbours since 2025: SN_1, SN_1P ...
    boundaries,      // GeoJSON: outlines of areas
};
inline constexpr Format last_format = Format::boundaries;
std::string_view to_text(Format format);
/// "Explore Education Statistics" ...
std::string_view spoken(Format format);
/// Whether what a load counts are figures: not areas, definitions, neighbours and outlines, by the
/// text of its format; figures that are entered by hand have a format of their own.
bool counts_figures(std::string_view format);
/// "figures", "areas", "indicators", "neighbours", "outlines": what such a file brings.
std::string_view things_in(Format format);
/// "12 figures", "1 set of neighbours": what such a file has that many of.
std::string counted_in(Format format, std::int64_t number);
/// "1 figure", "86,621 figures".
std::string so_many(std::int64_t number, std::string_view one, std::string_view many);

/// An area as a file speaks of it; empty where it does not say.
struct AreaSaid {
    std::string ons{}, dfe{}, name{};
    std::optional<AreaLevel> level{};
    /// Of what it lies in: ONS's code, or the name of a region.
    std::string within_ons{}, within_region{};
};

/// A figure of a file. What it is about are places in the lists of the reading.
struct FileFigure {
    int line = 0;
    std::uint32_t indicator = 0, breakdown = 0, area = 0;
    std::int64_t period = 0;
    FigureView text{};
    std::string_view note{};
    /// Fingertips' own label of its recent trend; held against the figures, and not kept.
    std::string_view trend{};
};

/// An area's statistical neighbours, the closest first; areas are places in the reading's list.
struct NeighbourSaid {
    std::uint32_t area = 0;
    std::string closeness;
};
struct NeighboursSaid {
    int line = 0;
    std::uint32_t area = 0;
    std::vector<NeighbourSaid> ten{};
};

struct RefusedRow {
    int line = 0;
    /// "ReRegCPR, 301, 2052".
    std::string what;
    std::string why;
};

/// Several indicators that are the parts of another one, by their places.
struct PartsOf {
    std::uint32_t whole = 0;
    std::vector<std::uint32_t> parts;
};

struct Reading {
    Format format = Format::lait_values;
    std::vector<Definition> indicators{};
    std::vector<PartsOf> parts{};
    /// The first is everybody.
    std::vector<std::string> breakdowns{""};
    std::vector<AreaSaid> areas{};
    std::vector<FileFigure> figures{};
    std::vector<NeighboursSaid> neighbours{};
    std::vector<NewBoundary> boundaries{};
    /// The year that the outlines are of; nought: nobody says.
    int boundary_year = 0;
    std::vector<RefusedRow> refused{};
    /// What a person should know of the file as a whole.
    std::vector<std::string> remarks{};
    /// Keeps what the views above look into, beside the file itself.
    std::shared_ptr<CellLines> lines{};
};

/// Definitions that are stored already, by their codes: LAIT's values do not carry them.
using Definitions = std::map<std::string, Indicator, std::less<>>;

/// Reads the bytes, which must outlive what it gives. Refuses, under the field "file", what is none
/// of the formats, with those that can be read, and what is damaged.
Result<Reading> read_figures_file(std::string_view bytes, const Definitions& lait, Day today);

inline constexpr std::size_t largest_file = 64u << 20;

// One of the formats each; `names` are the first line's.
using Names = std::vector<std::string_view>;
Result<Reading> read_lait_values(std::shared_ptr<CellLines> lines, const Names& names,
                                 const Definitions& lait, Day today);
Result<Reading> read_lait_dictionary(std::shared_ptr<CellLines> lines, const Names& names);
Result<Reading> read_ees(std::shared_ptr<CellLines> lines, const Names& names, Day today);
Result<Reading> read_fingertips(std::shared_ptr<CellLines> lines, const Names& names, Day today);
Result<Reading> read_areas(std::shared_ptr<CellLines> lines, const Names& names, Format format);
Result<Reading> read_neighbours(std::shared_ptr<CellLines> lines, const Names& names,
                                Format format);

/// No lines: it is GeoJSON. A refused row's line is the place of its area in the file.
Result<Reading> read_boundaries(std::string_view bytes);

/// The place of a column; names.size() where there is none.
std::size_t column(const Names& names, std::string_view name);
/// The cell, trimmed; empty where the line ends before.
std::string_view cell(const std::vector<std::string_view>& cells, std::size_t at);

/// Places of a list, found by their key: what is not there yet is added by `make`.
template<class Item> class Places {
public:
    explicit Places(std::vector<Item>& items) : items_(items) {}
    template<class Make> std::uint32_t of(std::string_view key, Make make) {
        if (key == last_key_ && has_last_) return last_;
        auto found = known_.find(key);
        if (found == known_.end()) {
            items_.push_back(make());
            found = known_.emplace(key, static_cast<std::uint32_t>(items_.size() - 1)).first;
        }
        has_last_ = true;
        last_key_ = found->first;
        return last_ = found->second;
    }

private:
    std::vector<Item>& items_;
    std::map<std::string, std::uint32_t, std::less<>> known_;
    std::string_view last_key_;
    std::uint32_t last_ = 0;
    bool has_last_ = false;
};

/// Periods by how they are written: a file says the same few ten thousand times.
class PeriodsRead {
public:
    explicit PeriodsRead(Day today) : today_(today) {}
    const Result<WrittenPeriod>& of(std::string_view text, PeriodKind year);

private:
    Day today_;
    std::map<PeriodKind, std::map<std::string, Result<WrittenPeriod>, std::less<>>> known_;
};

} // namespace openmasa::intelligence
