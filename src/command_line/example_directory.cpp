#include "command_line/example_directory.hpp"
#include "core/exchange/csv.hpp"
#include "kernel/text.hpp"
#include "partnership/directory/mailing_list_actions.hpp"
#include <algorithm>

namespace openmasa::command_line {
namespace {

std::vector<std::string> parts(std::string_view text, char at) {
    std::vector<std::string> all;
    for (const auto part : split(text, at))
        if (!trimmed(part).empty()) all.emplace_back(trimmed(part));
    return all;
}

directory::TypedList typed(const csv::Table& table, std::size_t row) {
    const auto text = [&](std::string_view column) { return std::string(table.cell(row, column)); };
    return {.name = text("name"),
            .purpose = text("purpose"),
            .office_kinds = parts(text("office_kinds"), ' '),
            .chair_kinds = parts(text("chair_kinds"), ' '),
            .section_11_leads = text("section_11_leads") == "yes",
            .with_deputies = text("with_deputies") == "yes",
            .groups = join(parts(text("groups"), ';'), "\n"),
            .left_out = join(parts(text("left_out"), ';'), "\n")};
}

} // namespace

Result<Done> add_mailing_lists(store::Db& db, const Scope& scope, const std::string& lists_csv) {
    const auto table = TRY(csv::Table::read(lists_csv));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < table.rows(); ++row)
            TRY(directory::add_list(db, scope, typed(table, row)));
        return Done{};
    });
}

} // namespace openmasa::command_line
