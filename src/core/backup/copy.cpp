#include "core/backup/copy.hpp"
#include "core/audit/audit.hpp"
#include "core/backup/records.hpp"
#include "store/migrations.hpp"
#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <numeric>
#include <stdexcept>

namespace openmasa::backup {
namespace {

using store::Query;
using store::Table;
using store::Tables;

constexpr Query<std::string()> list_migrations{"backup.migrations",
                                               "SELECT name FROM migration ORDER BY name"};
constexpr Query<Moment()> find_newest{"backup.newest", R"sql(
    SELECT at FROM audit_entry WHERE verb = 'backup.made' ORDER BY sequence DESC LIMIT 1)sql"};

/// What the database keeps for itself: which migrations it has is said in the head, and a table
/// without columns holds nothing.
bool is_copied(const Table& table) {
    return table.name != "migration" && !table.columns.empty();
}

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

Counts write_rows(store::Db& db, RecordWriter& writer) {
    Counts counts;
    Tables tables(db);
    for (const auto& table : tables.list()) {
        if (!is_copied(table)) continue;
        writer.table(table);
        auto& count = counts.emplace_back(table.name, 0).second;
        tables.each(table, [&](const store::Row& row) {
            writer.row(row);
            ++count;
        });
    }
    return counts;
}

/// Told of each table and each of its rows, in the order of the file.
struct Taking {
    std::function<void(const Table&)> table = [](const Table&) {};
    std::function<void(const Table&, const store::Row&)> row = [](const Table&, const store::Row&) {
    };
};

/// Everything after the head; throws when a row is missing or too many.
std::map<std::string, std::int64_t> read_rows(RecordReader& reader, const Taking& taking) {
    std::map<std::string, std::int64_t> rows;
    Table table;
    for (auto next = reader.next(); next != RecordReader::Next::end; next = reader.next()) {
        if (next == RecordReader::Next::table) {
            table = reader.table();
            rows[table.name] = 0;
            taking.table(table);
        } else {
            taking.row(table, reader.row(table.columns.size()));
            ++rows[table.name];
        }
    }
    const auto counts = reader.end();
    if (rows != std::map<std::string, std::int64_t>(counts.begin(), counts.end()))
        throw std::runtime_error("the backup does not hold as many rows as it says");
    return rows;
}

RecordReader reading(SealedReader& file) {
    return RecordReader([&file](std::size_t count) { return file.read(count); });
}

const Table* find(const std::vector<Table>& tables, const std::string& name) {
    const auto found = std::ranges::find(tables, name, &Table::name);
    return found == tables.end() ? nullptr : &*found;
}

/// The tables of the new database are what the backup's were; their columns stand in the same
/// order.
void require_shape(const std::vector<Table>& tables, const Table& wanted) {
    const auto* table = find(tables, wanted.name);
    const bool is_same = table && std::ranges::equal(table->columns, wanted.columns, {},
                                                     &store::Column::name, &store::Column::name);
    if (!is_same)
        throw std::runtime_error(
            fmt::format("the table \"{}\" of the backup is none of this program's", wanted.name));
}

std::vector<store::Migration> migrations_named(const std::vector<std::string>& names) {
    std::vector<store::Migration> found;
    for (const auto& migration : store::embedded_migrations())
        if (std::ranges::count(names, migration.name)) found.push_back(migration);
    return found;
}

std::map<std::string, std::int64_t> fill(store::Db& into, RecordReader& reader) {
    Tables tables(into);
    const auto all = tables.list();
    for (auto table = all.rbegin(); table != all.rend(); ++table)
        if (is_copied(*table)) tables.clear(*table);
    return read_rows(
        reader, {.table = [&](const Table& table) { require_shape(all, table); },
                 .row = [&](const Table& table,
                            const store::Row& row) { tables.add(*find(all, table.name), row); }});
}

} // namespace

std::int64_t Holds::all() const {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& row) { return sum + row.second; });
}

Holds write(store::Db& db, const std::string& path, std::string_view passphrase, Moment now,
            KeyCost cost) {
    const auto unproved = path + ".unproved";
    SealedFile file(unproved, passphrase, cost);
    RecordWriter writer([&](std::string_view bytes) { file.write(bytes); });
    writer.head({.made_at = now, .migrations = db.all(list_migrations)});
    writer.end(write_rows(db, writer));
    db.finish();
    file.finish();
    const auto proved = check(unproved, passphrase);
    if (!proved || std::rename(unproved.c_str(), path.c_str()) != 0) {
        std::remove(unproved.c_str());
        throw std::runtime_error("the backup could not be read again after it was written");
    }
    return *proved;
}

void note(store::Db& db, const Scope& scope) {
    audit::record(db, scope,
                  {.verb = "backup.made", .kind = "backup", .id = "backup", .content = {}});
}

std::optional<Moment> newest(store::Db& db) {
    return db.one(find_newest);
}

Result<Holds> check(const std::string& path, std::string_view passphrase) {
    auto file = TRY(SealedReader::open(path, passphrase));
    auto reader = reading(file);
    const auto head = reader.head();
    return Holds{.made_at = head.made_at, .rows = read_rows(reader, {})};
}

Result<Holds> restore(const std::string& path, std::string_view passphrase, store::Db& into,
                      Moment now) {
    auto file = TRY(SealedReader::open(path, passphrase));
    auto reader = reading(file);
    const auto head = reader.head();
    const auto known = migrations_named(head.migrations);
    if (known.size() != head.migrations.size())
        return invalid("file", "The backup was made by a newer OpenMASA: restore it with that.");
    if (!Tables(into).list().empty() && find(Tables(into).list(), "migration"))
        return invalid("database", "There are records in this database already. Restore into a new "
                                   "one, then let the program use that.");
    store::migrate(into, known, now);
    auto rows = TRY(into.atomically(
        [&]() -> Result<std::map<std::string, std::int64_t>> { return fill(into, reader); }));
    store::migrate(into, store::embedded_migrations(), now);
    return Holds{.made_at = head.made_at, .rows = std::move(rows)};
}

} // namespace openmasa::backup
