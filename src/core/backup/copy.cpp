#include "core/backup/copy.hpp"
#include "core/access/secret.hpp"
#include "core/audit/audit.hpp"
#include "core/backup/records.hpp"
#include "store/migrations.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <numeric>
#include <set>
#include <stdexcept>

namespace openmasa::backup {
namespace {

using store::Query;
using store::Table;
using store::Tables;

constexpr Query<std::string()> list_migrations{"backup.migrations",
                                               "SELECT name FROM migration ORDER BY name"};
constexpr Query<std::string()> list_digests{"backup.digests",
                                            "SELECT DISTINCT digest FROM file ORDER BY digest"};
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

/// Files are never changed: those that the rows named can be read after the rows were.
std::int64_t write_files(RecordWriter& writer, const files::Storage& storage,
                         const std::vector<std::string>& digests) {
    std::int64_t files = 0;
    for (const auto& digest : digests) {
        const auto size = storage.sound_size(digest);
        if (!size) {
            writer.missing(digest);
            continue;
        }
        writer.file(digest, *size);
        storage.read(digest, [&](std::string_view bytes) { writer.piece(bytes); });
        ++files;
    }
    return files;
}

/// Told of each table and each of its rows, in the order of the file; where files go, if they are
/// kept.
struct Taking {
    std::function<void(const Table&)> table = [](const Table&) {};
    std::function<void(const Table&, const store::Row&)> row = [](const Table&, const store::Row&) {
    };
    const files::Storage* storage = nullptr;
};

[[noreturn]] void refuse_count() {
    throw std::runtime_error("the backup does not hold as many rows and files as it says");
}

/// Everything after the head, as it comes.
class Reading {
public:
    Reading(RecordReader& reader, const Taking& taking) : reader_(reader), taking_(taking) {}

    /// Throws when anything is missing or too much.
    Holds all() {
        for (auto next = reader_.next(); next != RecordReader::Next::end; next = reader_.next())
            take(next);
        const auto end = reader_.end();
        const std::map<std::string, std::int64_t> rows(end.rows.begin(), end.rows.end());
        if (holds_.rows != rows || holds_.files != end.files) refuse_count();
        if (named_ != there_) refuse_count();
        return std::move(holds_);
    }

private:
    void take(RecordReader::Next next) {
        switch (next) {
        case RecordReader::Next::table: return take_table();
        case RecordReader::Next::row: return take_row();
        case RecordReader::Next::file: return take_file();
        case RecordReader::Next::missing:
            holds_.missing.push_back(reader_.missing());
            there_.insert(holds_.missing.back());
            return;
        case RecordReader::Next::end: return;
        }
    }

    void take_table() {
        table_ = reader_.table();
        holds_.rows[table_.name] = 0;
        const auto digest = std::ranges::find(table_.columns, "digest", &store::Column::name);
        names_files_ = table_.name == "file" && digest != table_.columns.end();
        digest_at_ = static_cast<std::size_t>(digest - table_.columns.begin());
        taking_.table(table_);
    }
    void take_row() {
        const auto row = reader_.row(table_.columns.size());
        taking_.row(table_, row);
        ++holds_.rows[table_.name];
        if (!names_files_) return;
        if (const auto* digest = std::get_if<std::string>(&row[digest_at_])) named_.insert(*digest);
    }
    void take_file() {
        const auto head = reader_.file();
        if (!(taking_.storage ? keep(head) : look_at(head)))
            throw std::runtime_error("a file in the backup is not what its digest says");
        there_.insert(head.digest);
        ++holds_.files;
        holds_.file_bytes += head.size;
    }
    bool keep(const RecordReader::FileHead& head) {
        files::Storage::Incoming file(*taking_.storage);
        reader_.content(head, [&](std::string_view bytes) { file.add(bytes); });
        return file.keep(head.digest);
    }
    bool look_at(const RecordReader::FileHead& head) {
        Sha256 sum;
        reader_.content(head, [&](std::string_view bytes) { sum.add(bytes); });
        return sum.digest() == head.digest;
    }

    RecordReader& reader_;
    const Taking& taking_;
    Holds holds_;
    Table table_;
    bool names_files_ = false;
    std::size_t digest_at_ = 0;
    /// The digests that rows name, and those that came, or were said to be missing.
    std::set<std::string> named_, there_;
};

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

Holds fill(store::Db& into, const files::Storage& storage, RecordReader& reader) {
    Tables tables(into);
    const auto all = tables.list();
    for (auto table = all.rbegin(); table != all.rend(); ++table)
        if (is_copied(*table)) tables.clear(*table);
    const Taking taking{
        .table = [&](const Table& table) { require_shape(all, table); },
        .row = [&](const Table& table,
                   const store::Row& row) { tables.add(*find(all, table.name), row); },
        .storage = &storage};
    return Reading(reader, taking).all();
}

/// Nothing is there, or what a restore that was cut off left: tables of a shape on the way to the
/// backup's, in which nobody ever did anything.
bool is_new(store::Db& db, const std::vector<std::string>& migrations) {
    const auto tables = Tables(db).list();
    if (!find(tables, "migration")) return true;
    for (const auto& name : db.all(list_migrations))
        if (!std::ranges::count(migrations, name)) return false;
    return !find(tables, "audit_entry") || !audit::newest_entry(db);
}

Holds prove(const std::string& unproved, std::string_view passphrase) {
    auto holds = check(unproved, passphrase);
    if (!holds) throw std::runtime_error("the backup could not be read again after it was written");
    return *std::move(holds);
}

} // namespace

std::int64_t Holds::all() const {
    return std::accumulate(rows.begin(), rows.end(), std::int64_t{0},
                           [](std::int64_t sum, const auto& row) { return sum + row.second; });
}

Holds write(store::Db& db, const files::Storage& storage, const std::string& path,
            std::string_view passphrase, Moment now, KeyCost cost) {
    SealedFile file(path, passphrase, cost);
    RecordWriter writer([&](std::string_view bytes) { file.write(bytes); });
    writer.head({.made_at = now, .migrations = db.all(list_migrations)});
    const auto counts = write_rows(db, writer);
    const auto digests = db.all(list_digests);
    db.finish();
    writer.end(counts, write_files(writer, storage, digests));
    Holds proved;
    file.finish([&](const std::string& unproved) { proved = prove(unproved, passphrase); });
    return proved;
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
    auto holds = Reading(reader, {}).all();
    holds.made_at = head.made_at;
    return holds;
}

Result<Holds> restore(const std::string& path, std::string_view passphrase, store::Db& into,
                      const files::Storage& storage, Moment now) {
    auto file = TRY(SealedReader::open(path, passphrase));
    auto reader = reading(file);
    const auto head = reader.head();
    const auto known = migrations_named(head.migrations);
    if (known.size() != head.migrations.size())
        return invalid("file", "The backup was made by a newer OpenMASA: restore it with that.");
    const bool fillable = is_new(into, head.migrations);
    into.finish();
    if (!fillable)
        return invalid("database", "There are records in this database already. Restore into a new "
                                   "one, then let the program use that.");
    store::migrate(into, known, now);
    auto holds =
        TRY(into.atomically([&]() -> Result<Holds> { return fill(into, storage, reader); }));
    store::migrate(into, store::embedded_migrations(), now);
    holds.made_at = head.made_at;
    return holds;
}

} // namespace openmasa::backup
