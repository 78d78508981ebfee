#include "command_line/example_agencies.hpp"
#include "command_line/command.hpp"
#include "command_line/example_rows.hpp"
#include "core/exchange/csv.hpp"
#include "core/exchange/sheet.hpp"
#include "core/registers/import.hpp"
#include "modules.hpp"
#include "partnership/agencies/register.hpp"
#include "partnership/agencies/store.hpp"
#include "partnership/agencies/succession_actions.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::command_line {
namespace {

/// The arrangements of 2024 were published then.
const Day published = day(2024, 11, 29);

/// At ten in the morning of that day, or now where it is still to come.
Scope on_the_day(Scope scope, Day day) {
    scope.today = std::min(day, scope.today);
    scope.now = scope.today + std::chrono::hours{10};
    return scope;
}

struct Row {
    const csv::Table& table;
    std::size_t at;
    std::string text(std::string_view column) const { return std::string(table.cell(at, column)); }
    Result<Day> day() const {
        const auto found = day_from_iso(text("date"));
        if (!found) return invalid("date", fmt::format("Row {} has no day.", at + 2));
        return *found;
    }
};

Result<Done> import(store::Db& db, const Scope& scope, const sheet::Sheet& sheet) {
    const auto& which = agencies::agency_register;
    const auto rows = TRY(registers::look(db, scope, which, sheet, registers::Policy::stop));
    TRY(registers::save(db, scope, rows, rows.state));
    return Done{};
}

/// Only what the row says.
sheet::Sheet sheet_of(const Row& row, const std::vector<std::string>& columns) {
    sheet::Sheet sheet{.names = {}, .rows = {}, .faults = {}, .remarks = {}};
    std::vector<std::string> cells;
    for (const auto& column : columns) {
        auto cell = row.text(column);
        if (column == "date" || cell.empty()) continue;
        sheet.names.push_back(column);
        cells.push_back(std::move(cell));
    }
    sheet.rows.push_back({static_cast<int>(row.at) + 2, std::move(cells)});
    return sheet;
}

Result<OwnerId> agency_called(store::Db& db, const Scope& scope, const std::string& name) {
    const auto all = agencies::list_agencies(db, scope);
    const auto found = std::ranges::find(all, name, &agencies::Agency::name);
    if (found == all.end()) return invalid("agency", "There is no agency called " + name);
    return found->id;
}

/// Said, agreed and, where its day has come, carried out.
Result<Done> add_succession(store::Db& db, const Scope& scope, const Row& row) {
    const auto features = modules();
    agencies::SayFollowed said{.from = TRY(agency_called(db, scope, row.text("from"))),
                               .to = TRY(agency_called(db, scope, row.text("to"))),
                               .way = {},
                               .day = row.text("day"),
                               .ground = row.text("ground")};
    if (agencies::Way way{}; from_text(row.text("way"), way)) said.way = way;
    const auto id = TRY(agencies::say_followed(db, scope, said));
    const auto open = duties_of(db, scope, features, {.owner = said.from, .person = {}});
    auto agreement = partnership::proposed(open.shown, iso(scope.today));
    agreement.by = row.text("agreed_by");
    return agencies::agree(db, scope, features,
                           {.succession = id, .version = 1, .agreement = std::move(agreement)});
}

/// Calls `take` with each row of a file on its day.
template<class Take>
Result<Done> each_row(store::Db& db, const Scope& scope, const std::string& file, Take take) {
    const auto table = TRY(csv::Table::read(read_whole_file(file)));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t at = 0; at < table.rows(); ++at) {
            const Row row{table, at};
            const auto day = TRY(row.day());
            TRY(take(on_the_day(scope, day), row));
        }
        return Done{};
    });
}

} // namespace

Result<Done> add_agencies(store::Db& db, const Scope& scope, const Example& example) {
    const auto sheet = TRY(sheet::read_sheet(read_whole_file(example.folder + "/agencies.csv")));
    TRY(db.atomically([&] { return import(db, on_the_day(scope, published), sheet); }));
    const auto changes = example.folder + "/agency-changes.csv";
    const auto head = TRY(sheet::read_sheet(read_whole_file(changes))).names;
    TRY(each_row(db, scope, changes, [&](const Scope& then, const Row& row) {
        return import(db, then, sheet_of(row, head));
    }));
    return each_row(
        db, scope, example.folder + "/agency-successions.csv",
        [&](const Scope& then, const Row& row) { return add_succession(db, then, row); });
}

} // namespace openmasa::command_line
