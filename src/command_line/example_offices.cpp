#include "command_line/example_offices.hpp"
#include "core/exchange/csv.hpp"
#include "partnership/office_store.hpp"
#include "partnership/offices/actions.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

Result<Done> add_holder(store::Db& db, const Scope& scope, const csv::Table& table,
                        std::size_t row) {
    const auto text = [&](std::string_view column) { return std::string(table.cell(row, column)); };
    const auto all = partnership::list_offices(db, scope);
    const auto office = std::ranges::find(all, text("office"), &partnership::Office::name);
    if (office == all.end())
        return invalid("office", fmt::format("holders.csv: row {} names no office", row + 2));
    return offices::hand_over(db, scope,
                              {.office = office->id,
                               .version = office->version,
                               .who = text("who"),
                               .from = text("from"),
                               .to = text("to"),
                               .acting = text("acting") == "yes",
                               .note = text("note")});
}

} // namespace

Result<Done> add_holders(store::Db& db, const Scope& scope, const std::string& holders_csv) {
    const auto table = TRY(csv::Table::read(holders_csv));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < table.rows(); ++row) TRY(add_holder(db, scope, table, row));
        return Done{};
    });
}

} // namespace openmasa::command_line
