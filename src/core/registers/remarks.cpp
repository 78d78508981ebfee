#include "core/registers/remarks.hpp"
#include "kernel/text.hpp"
#include <fmt/format.h>

namespace openmasa::registers {
namespace {

std::vector<JudgedRow*> new_rows(Preview& preview, std::size_t most) {
    std::vector<JudgedRow*> rows;
    for (auto& row : preview.rows)
        if (row.fate == Fate::added && rows.size() < most) rows.push_back(&row);
    return rows;
}

} // namespace

void remark_on_new_rows(store::Db& db, const Scope& scope, Preview& preview, std::size_t most) {
    if (!preview.which.remarks) return;
    const auto rows = new_rows(preview, most);
    if (rows.empty()) return;
    std::vector<Cells> cells;
    for (const auto* row : rows) cells.push_back(row->proposed.cells);
    auto remarks = preview.which.remarks(db, scope, cells);
    int said = 0;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        if (remarks[at]) ++said;
        rows[at]->remark = std::move(remarks[at]);
    }
    if (said == 0) return;
    const int all = preview.count(Fate::added);
    const auto of =
        all > static_cast<int>(rows.size())
            ? "the first " + counted(static_cast<long long>(rows.size()), "new row", "new rows")
            : counted(all, "new row", "new rows");
    preview.remarks.push_back(fmt::format("Of {}, {} like what is there already: see beside {}.",
                                          of, counted(said, "is", "are"),
                                          said == 1 ? "it" : "them"));
}

} // namespace openmasa::registers
