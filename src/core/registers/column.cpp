#include "core/registers/column.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <numeric>

namespace openmasa::registers {

bool must_be_filled(const Column& column) {
    return column.required || (column.use == Use::key && !column.key_may_be_empty);
}

std::size_t place_of(std::span<const Column> columns, std::string_view key) {
    return static_cast<std::size_t>(std::ranges::find(columns, key, &Column::key) -
                                    columns.begin());
}

std::size_t place_with(std::span<const Column> columns, Use use) {
    return static_cast<std::size_t>(std::ranges::find(columns, use, &Column::use) -
                                    columns.begin());
}

std::vector<std::size_t> columns_that_filter(std::span<const Column> columns) {
    std::vector<std::size_t> filters;
    for (std::size_t at = 0; at < columns.size(); ++at)
        if (columns[at].filters) filters.push_back(at);
    return filters;
}

std::vector<std::size_t> chosen_columns(std::span<const Column> columns, std::string_view names) {
    std::vector<std::size_t> chosen;
    for (auto name : split(names, ',')) {
        const auto place = place_of(columns, trimmed(name));
        if (place < columns.size() && std::ranges::count(chosen, place) == 0)
            chosen.push_back(place);
    }
    if (!chosen.empty()) return chosen;
    chosen.resize(columns.size());
    std::iota(chosen.begin(), chosen.end(), std::size_t{0});
    return chosen;
}

} // namespace openmasa::registers
