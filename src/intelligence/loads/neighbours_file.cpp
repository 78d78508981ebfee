// Files of statistical neighbours: DfE's groupings of 2021 (SN1, SNP, SN2, SNP ...) and its wide
// file of 2025 (SN_1, SN_1P ...). A code is followed by how close it is, with spaces behind it at
// times.
#include "intelligence/loads/reading.hpp"
#include "intelligence/neighbour_store.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace openmasa::intelligence {
namespace {

using Cells = std::vector<std::string_view>;

struct NeighbourColumns {
    Format format;
    std::string_view code, name, region, first;
};
constexpr NeighbourColumns known[] = {
    {Format::neighbours_2021, "LA num", "LA Name", "GOReg", "SN{}"},
    {Format::neighbours_wide, "old_la_code", "la_name", "region_name", "SN_{}"},
};

/// "Poole (Pre LG)": the file says beside the name that it is no more.
std::string bare_name(std::string_view name) {
    auto bare = one_line(name);
    if (const auto at = bare.find(" (Pre "); at != bare.npos) bare.erase(at);
    return bare;
}

/// "Somewhat Close" and "Somewhat close " are one.
std::string plain_closeness(std::string_view words) {
    auto plain = lower(one_line(words));
    if (!plain.empty()) plain.front() = upper(plain.substr(0, 1)).front();
    return plain;
}

class NeighbourReader {
public:
    NeighbourReader(const Names& names, const NeighbourColumns& columns)
        : code_(column(names, columns.code)), name_(column(names, columns.name)),
          region_(column(names, columns.region)), areas_(reading_.areas) {
        for (int place = 1; place <= neighbours_of_each; ++place)
            firsts_.push_back(column(names, fmt::format(fmt::runtime(columns.first), place)));
    }

    void take(const Cells& cells, int line) {
        const auto code = cell(cells, code_);
        const auto refuse = [&](std::string why) {
            reading_.refused.push_back({line, one_line(cell(cells, name_)), std::move(why)});
        };
        // Blank ones, and one that only says "Old SNs:", stand before the abolished authorities.
        if (code.empty() && cell(cells, firsts_.front()).empty()) return;
        if (code.empty()) return refuse("It has no code of an authority.");
        NeighboursSaid said{.line = line, .area = area_of(code)};
        if (!taken_.insert(said.area).second) return refuse("It stands in the file twice.");
        auto& area = reading_.areas[said.area];
        area.name = bare_name(cell(cells, name_));
        area.within_region = one_line(cell(cells, region_));
        for (const auto at : firsts_) {
            const auto its = cell(cells, at);
            if (its.empty()) return refuse("It has fewer than ten neighbours.");
            if (its == code) return refuse("It is its own neighbour.");
            const auto neighbour = area_of(its);
            if (std::ranges::find(said.ten, neighbour, &NeighbourSaid::area) != said.ten.end())
                return refuse(fmt::format("Neighbour {} stands in it twice.", its));
            said.ten.push_back({neighbour, plain_closeness(cell(cells, at + 1))});
        }
        reading_.neighbours.push_back(std::move(said));
    }

    Reading done() { return std::move(reading_); }

private:
    std::uint32_t area_of(std::string_view code) {
        return areas_.of(code, [&] {
            return AreaSaid{.dfe = std::string(code), .level = AreaLevel::upper_tier};
        });
    }

    Reading reading_;
    std::size_t code_, name_, region_;
    std::vector<std::size_t> firsts_;
    std::set<std::uint32_t> taken_;
    Places<AreaSaid> areas_;
};

} // namespace

Result<Reading> read_neighbours(std::shared_ptr<CellLines> lines, const Names& names,
                                Format format) {
    NeighbourReader reader(names, *std::ranges::find(known, format, &NeighbourColumns::format));
    Cells cells;
    while (lines->next(cells)) reader.take(cells, lines->number());
    return reader.done();
}

} // namespace openmasa::intelligence
