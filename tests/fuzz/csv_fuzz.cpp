// Whatever is uploaded as CSV or JSON: reading it ends, in a table or in a sentence; what was read
// is kept and read again as the same; and written by the program as CSV, it is read as it was.
#include "core/exchange/csv.hpp"
#include "core/exchange/sheet.hpp"
#include "core/exchange/sheet_record.hpp"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace {

using namespace openmasa;

void require(bool holds) {
    if (!holds) std::abort();
}

void add(std::string& text, const std::vector<std::string>& cells) {
    csv::append_line(text, std::vector<std::string_view>(cells.begin(), cells.end()));
}

void written_and_read(const std::vector<std::string>& cells) {
    std::string text;
    add(text, {"the line of names"});
    add(text, cells);
    csv::Lines lines(text);
    std::vector<std::string> again;
    require(lines.next(again) && again.size() == 1);
    require(lines.next(again) && again.size() == cells.size());
    for (std::size_t at = 0; at < cells.size(); ++at)
        require(csv::without_guard(again[at]) == cells[at]);
    require(!lines.next(again) && !lines.has_open_quote());
}

void look_at(const Result<sheet::Sheet>& sheet) {
    if (!sheet) return require(!sheet.refusal().problems.at(0).words.empty());
    for (const auto& row : sheet->rows) {
        require(row.cells.size() == sheet->names.size());
        written_and_read(row.cells);
    }
    for (const auto& fault : sheet->faults) require(fault.column < sheet->names.size());
    const auto kept = sheet::record_of(*sheet);
    const auto again = sheet::sheet_from_record(kept);
    require(again && sheet::record_of(*again) == kept);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    look_at(sheet::read_csv(bytes));
    look_at(sheet::read_json(bytes));
    if (const auto table = csv::Table::read(bytes); !table)
        require(!table.refusal().problems.at(0).words.empty());
    return 0;
}
