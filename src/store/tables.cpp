#include "store/tables.hpp"
#include <algorithm>
#include <cassert>
#include <fmt/format.h>
#include <map>
#include <set>

namespace openmasa::store {
namespace {

struct ColumnRow {
    std::string table, name, type;
};
constexpr Query<ColumnRow()> list_columns_of_sqlite{"store.tables.columns_sqlite", R"sql(
    SELECT t.name, c.name, lower(c.type) FROM sqlite_schema t, pragma_table_info(t.name) c
    WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY t.name, c.cid)sql"};
constexpr Query<ColumnRow()> list_columns_of_postgresql{"store.tables.columns_postgresql", R"sql(
    SELECT CAST(c.table_name AS TEXT), CAST(c.column_name AS TEXT), CAST(c.data_type AS TEXT)
    FROM information_schema.columns c
    JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
    WHERE c.table_schema = current_schema() AND t.table_type = 'BASE TABLE'
    ORDER BY c.table_name, c.ordinal_position)sql"};

struct Pointing {
    std::string from, to;
};
constexpr Query<Pointing()> list_pointing_in_sqlite{"store.tables.pointing_sqlite", R"sql(
    SELECT DISTINCT t.name, k."table" FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
    WHERE t.type = 'table')sql"};
constexpr Query<Pointing()> list_pointing_in_postgresql{"store.tables.pointing_postgresql", R"sql(
    SELECT DISTINCT CAST(f.relname AS TEXT), CAST(t.relname AS TEXT)
    FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid
    JOIN pg_namespace n ON n.oid = f.relnamespace
    WHERE k.contype = 'f' AND n.nspname = current_schema())sql"};

Kind kind_of(const std::string& type) {
    if (type == "blob" || type == "bytea") return Kind::bytes;
    if (type.find("int") != type.npos || type == "boolean") return Kind::integer;
    return Kind::text;
}

using Parents = std::map<std::string, std::set<std::string>>;

/// Moves to `sorted` what only points to what is there already, until nothing is left.
std::vector<Table> parents_first(std::vector<Table> tables, const Parents& parents) {
    std::vector<Table> sorted;
    std::set<std::string> there;
    const auto is_ready = [&](const Table& table) {
        const auto pointed = parents.find(table.name);
        return pointed == parents.end() ||
               std::ranges::all_of(pointed->second, [&](const std::string& parent) {
                   return parent == table.name || there.contains(parent);
               });
    };
    while (!tables.empty()) {
        const auto ready = std::ranges::find_if(tables, is_ready);
        if (ready == tables.end())
            throw Fault(Fault::Kind::other, "two tables point to each other: neither can be first");
        there.insert(ready->name);
        sorted.push_back(std::move(*ready));
        tables.erase(ready);
    }
    return sorted;
}

std::string names_of(const Table& table) {
    std::string names;
    for (const auto& column : table.columns)
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", column.name);
    return names;
}

Value value_at(const Statement& statement, int number, Kind kind) {
    if (statement.is_null(number)) return std::monostate();
    if (kind == Kind::integer) return statement.integer(number);
    return std::string(statement.text(number));
}

void bind_value(Statement& statement, int number, const Value& value, Kind kind) {
    if (const auto* integer = std::get_if<std::int64_t>(&value))
        statement.bind(number, *integer);
    else if (const auto* text = std::get_if<std::string>(&value))
        kind == Kind::bytes ? statement.bind(number, Bytes{*text})
                            : statement.bind(number, std::string_view(*text));
    else
        statement.bind_null(number, kind);
}

} // namespace

std::vector<Table> Tables::list() {
    const bool is_sqlite = db_.engine() == Engine::sqlite;
    std::vector<Table> tables;
    for (auto& row : db_.all(is_sqlite ? list_columns_of_sqlite : list_columns_of_postgresql)) {
        if (tables.empty() || tables.back().name != row.table)
            tables.push_back({std::move(row.table), {}});
        tables.back().columns.push_back({std::move(row.name), kind_of(row.type)});
    }
    Parents parents;
    for (auto& row : db_.all(is_sqlite ? list_pointing_in_sqlite : list_pointing_in_postgresql))
        parents[row.from].insert(std::move(row.to));
    return parents_first(std::move(tables), parents);
}

void Tables::each(const Table& table, const std::function<void(const Row&)>& take) {
    const auto text = fmt::format("SELECT {} FROM \"{}\" ORDER BY 1", names_of(table), table.name);
    const Db::Running running(db_.prepare("store.tables.read", text));
    auto statement = running.statement;
    Row row(table.columns.size());
    while (statement.step()) {
        for (std::size_t at = 0; at < row.size(); ++at)
            row[at] = value_at(statement, static_cast<int>(at), table.columns[at].kind);
        take(row);
    }
}

void Tables::add(const Table& table, const Row& row) {
    assert(row.size() == table.columns.size());
    std::string places;
    for (std::size_t at = 1; at <= row.size(); ++at)
        places += fmt::format("{}${}", at == 1 ? "" : ", ", at);
    const auto text =
        fmt::format("INSERT INTO \"{}\" ({}) VALUES ({})", table.name, names_of(table), places);
    const Db::Running running(db_.begin_change("store.tables.add", text));
    auto statement = running.statement;
    for (std::size_t at = 0; at < row.size(); ++at)
        bind_value(statement, static_cast<int>(at) + 1, row[at], table.columns[at].kind);
    statement.step();
}

void Tables::clear(const Table& table) {
    const auto any = fmt::format("SELECT 1 FROM \"{}\" LIMIT 1", table.name);
    if (Db::Running(db_.prepare("store.tables.any", any)).statement.step())
        db_.execute(fmt::format("DELETE FROM \"{}\"", table.name));
}

} // namespace openmasa::store
