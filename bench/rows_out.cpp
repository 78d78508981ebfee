// A download of many rows: how long it takes and how much memory, for a few rows and for many.
//     rows_out ROWS     prints {"rows", "seconds", "bytes", "peak_kb"}: this process's peak
// The columns are those of the register of actions; what is written goes where a page's download
// goes (web/http/spool.hpp).
#include "core/registers/rows_out.hpp"
#include "plan/actions/register.hpp"
#include "web/http/spool.hpp"
#include <charconv>
#include <chrono>
#include <fmt/format.h>
#include <iostream>
#include <string_view>
#include <sys/resource.h>

namespace openmasa::bench {
namespace {

/// As long as what stands in real plans, and another one every time.
std::string words_for(const registers::Column& column, int row) {
    switch (column.holds) {
    case registers::Holds::long_words:
        return fmt::format(
            "Agree with every agency who does what by when, write it down, try it in "
            "one locality, and bring what was learned to group {}.",
            row % 40);
    case registers::Holds::day: return "2026-01-31";
    case registers::Holds::number: return std::to_string(row % 12);
    case registers::Holds::yes_no: return row % 2 ? "yes" : "no";
    case registers::Holds::choice: return std::string(column.choices.front().value);
    case registers::Holds::words:
    case registers::Holds::target_date:
    case registers::Holds::references:
    case registers::Holds::reference: return fmt::format("{} of action {}", column.label, row);
    }
    return {};
}

void write(int rows) {
    const auto& which = plan::action_register;
    http::Spool spool;
    std::size_t bytes = 0;
    const auto start = std::chrono::steady_clock::now();
    registers::write_rows(
        registers::Format::xlsx,
        {.title = which.title,
         .columns = which.columns,
         .chosen = registers::chosen_columns(which.columns, "")},
        [&](const registers::TakeRow& take) {
            registers::Cells cells(which.columns.size());
            for (int row = 0; row < rows; ++row) {
                for (std::size_t at = 0; at < cells.size(); ++at)
                    cells[at] = words_for(which.columns[at], row);
                take(cells);
            }
        },
        [&](std::string_view piece) {
            bytes += piece.size();
            spool.add(piece);
        });
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::cout << fmt::format(R"({{"rows": {}, "seconds": {:.3f}, "bytes": {}, "peak_kb": {}}})"
                             "\n",
                             rows, took.count(), bytes, usage.ru_maxrss);
}

} // namespace
} // namespace openmasa::bench

int main(int count, char** words) {
    int rows = 0;
    const std::string_view asked = count == 2 ? words[1] : "";
    std::from_chars(asked.data(), asked.data() + asked.size(), rows);
    if (rows <= 0) {
        std::cerr << "rows_out ROWS\n";
        return 2;
    }
    try {
        openmasa::bench::write(rows);
    } catch (const std::exception& fault) {
        std::cerr << fault.what() << "\n";
        return 1;
    }
}
