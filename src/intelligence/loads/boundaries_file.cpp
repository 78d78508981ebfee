// Outlines of areas as ONS publishes them, GeoJSON: each has its code among its properties
// (LAD24CD, CTYUA23CD, RGN23CD ...), with the year in the property's name.
#include "core/exchange/geojson.hpp"
#include "intelligence/loads/reading.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <charconv>
#include <set>

namespace openmasa::intelligence {
namespace {

struct CodeFound {
    std::string code;
    int year = 0;
};

/// The first property that is a code of an English area: it ends with CD, and with the year before
/// that.
std::optional<CodeFound> code_of(const geojson::Feature& feature) {
    for (const auto& [name, value] : feature.properties) {
        if (!name.ends_with("CD") || !level_of_code(trimmed(value))) continue;
        CodeFound found{.code = std::string(trimmed(value))};
        const auto digits = std::string_view(name).substr(0, name.size() - 2);
        int year = 0;
        if (digits.size() > 2)
            std::from_chars(digits.data() + digits.size() - 2, digits.data() + digits.size(), year);
        if (year > 0) found.year = 2000 + year;
        return found;
    }
    return std::nullopt;
}

struct Read {
    std::vector<std::string> codes;
    std::vector<Outline> outlines;
};

void add_boundaries_to(Reading& reading, const Read& read) {
    const auto near = simplified(read.outlines, near_tolerance);
    const auto far = simplified(read.outlines, far_tolerance);
    for (std::size_t at = 0; at < read.codes.size(); ++at)
        reading.boundaries.push_back({.code = read.codes[at],
                                      .level = *level_of_code(read.codes[at]),
                                      .box = box_of(near[at]),
                                      .middle = middle_of(near[at]),
                                      .near = path_of(near[at]),
                                      .far = path_of(far[at])});
}

} // namespace

Result<Reading> read_boundaries(std::string_view bytes) {
    const auto features = TRY(geojson::read_geojson(bytes));
    Reading reading{.format = Format::boundaries};
    Read read;
    std::set<std::string> known;
    int left_out = 0, number = 0;
    for (const auto& feature : features) {
        ++number;
        const auto found = code_of(feature);
        if (!found) {
            ++left_out;
            continue;
        }
        const auto refuse = [&](std::string why) {
            reading.refused.push_back({number, found->code, std::move(why)});
        };
        auto outline = projected(feature.rings);
        if (!known.insert(found->code).second) {
            refuse("It stands in the file twice.");
        } else if (outline.empty()) {
            refuse("Its outline is smaller than 100 metres.");
        } else {
            reading.boundary_year = std::max(reading.boundary_year, found->year);
            read.codes.push_back(found->code);
            read.outlines.push_back(std::move(outline));
        }
    }
    if (read.codes.empty())
        return invalid("file", "None of its areas has a code of England that is known here (E06 to "
                               "E12), in a property such as LAD24CD. Choose outlines of districts, "
                               "of counties and unitary authorities, or of regions.");
    if (left_out > 0)
        reading.remarks.push_back(counted(left_out, "outline", "outlines") +
                                  " without a code of an English area are left out.");
    add_boundaries_to(reading, read);
    return reading;
}

} // namespace openmasa::intelligence
