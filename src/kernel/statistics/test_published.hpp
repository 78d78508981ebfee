#pragma once
// Public files beside the repository that tests hold the methods against. They need not be there: a
// test then says so and is skipped.
#include "kernel/test_repository.hpp"
#include <cstdlib>
#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace openmasa::statistics {

/// A row by the names of its columns.
using PublishedRow = std::map<std::string, std::string>;

/// The cells of a line, quoted ones without their quotes; no cell in these files has a line break.
inline std::vector<std::string> cells_of(const std::string& line) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"')
            quoted = !quoted;
        else if (c == ',' && !quoted)
            cells.emplace_back();
        else if (c != '\r')
            cells.back() += c;
    }
    return cells;
}

/// Empty when the file is not there. A byte-order mark is left out.
inline std::vector<PublishedRow> published(const std::string& name) {
    std::ifstream file(in_repository("../shared/data/" + name), std::ios::binary);
    std::string line;
    std::getline(file, line);
    if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
    const auto names = cells_of(line);
    std::vector<PublishedRow> rows;
    while (std::getline(file, line)) {
        const auto cells = cells_of(line);
        auto& row = rows.emplace_back();
        for (std::size_t at = 0; at < names.size(); ++at)
            row[names[at]] = at < cells.size() ? cells[at] : "";
    }
    return rows;
}

/// Nothing for what is no number: a symbol, an empty cell.
inline std::optional<double> number(const std::string& cell) {
    char* end = nullptr;
    const double value = std::strtod(cell.c_str(), &end);
    return cell.empty() || *end != '\0' ? std::nullopt : std::optional(value);
}

} // namespace openmasa::statistics
