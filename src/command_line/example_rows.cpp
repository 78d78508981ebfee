#include "command_line/example_rows.hpp"
#include "core/accounts/actions.hpp"
#include <algorithm>
#include <chrono>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

namespace openmasa::command_line {

std::string read_whole_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(fmt::format("{} cannot be read", path));
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string Entry::text(std::string_view column) const {
    return std::string(table.cell(row, column));
}

Refusal Entry::names_nothing(std::string_view what) const {
    return invalid("example", fmt::format("{}: row {} names no {}", file, row + 2, what));
}

Result<Scope> on_its_day(Scope scope, const Entry& entry, std::string_view column) {
    const auto day = day_from_iso(entry.text(column));
    if (!day) return entry.names_nothing("day");
    scope.today = std::min(*day, scope.today);
    scope.now = scope.today + std::chrono::hours{10};
    return scope;
}

Result<Done> each_row(store::Db& db, const Example& example, const std::string& file,
                      const std::function<Result<Done>(const Entry&)>& take) {
    if (file.empty()) return Done{};
    const auto table = TRY(csv::Table::read(read_whole_file(example.folder + "/" + file)));
    return db.atomically([&]() -> Result<Done> {
        for (std::size_t row = 0; row < table.rows(); ++row) TRY(take(Entry{table, row, file}));
        return Done{};
    });
}

Scope as_office(store::Db& db, Scope scope, std::string_view office) {
    for (const auto& account : accounts::list_accounts(db))
        if (account.known_as == office) scope.person = account.person;
    return scope;
}

} // namespace openmasa::command_line
