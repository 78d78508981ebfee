#include "store/migrations.hpp"
#include "store/db.hpp"
#include "store/dialect.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::store {
namespace {

constexpr Query<std::int64_t()> has_list_on_sqlite{
    "store.migrations.exist", "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'"};
constexpr Query<std::int64_t()> has_list_on_postgresql{
    "store.migrations.exist_on_postgresql",
    "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = 'migration'"};
constexpr Query<std::string()> list_applied{"store.migrations.list",
                                            "SELECT name FROM migration ORDER BY name"};
constexpr Query<None(std::string_view, Moment)> record_applied{
    "store.migrations.record", "INSERT INTO migration (name, applied_at) VALUES ($1, $2)"};

std::vector<std::string> applied(Db& db) {
    const auto& has_list =
        db.engine() == Engine::sqlite ? has_list_on_sqlite : has_list_on_postgresql;
    if (db.one(has_list).value_or(0) == 0) return {};
    return db.all(list_applied);
}

void refuse_newer(const std::vector<std::string>& applied, std::span<const Migration> known) {
    for (const auto& name : applied)
        if (std::ranges::find(known, name, &Migration::name) == known.end())
            throw Fault(
                Fault::Kind::unsuitable,
                fmt::format(
                    "This database was made by a newer OpenMASA (it has \"{}\"). Start that "
                    "version, or restore an older copy.",
                    name));
}

/// Another process may have been first since `applied` was read: then there is nothing to do.
Result<bool> apply(Db& db, const Migration& migration, Moment now,
                   const OnStatement& on_statement) {
    return db.atomically([&]() -> Result<bool> {
        if (std::ranges::count(applied(db), migration.name)) return false;
        for (const auto& statement : statements_for(db.engine(), migration.sql)) {
            db.execute(statement);
            if (on_statement) on_statement();
        }
        db.run(record_applied, migration.name, now);
        return true;
    });
}

} // namespace

int migrate(Db& db, std::span<const Migration> migrations, Moment now,
            const OnStatement& on_statement) {
    const auto done = applied(db);
    refuse_newer(done, migrations);
    int count = 0;
    for (const auto& migration : migrations)
        if (!std::ranges::count(done, migration.name))
            count += apply(db, migration, now, on_statement).value();
    return count;
}

} // namespace openmasa::store
