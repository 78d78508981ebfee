#include "store/migrations.hpp"
#include "store/db.hpp"
#include "store/dialect.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::store {
namespace {

constexpr Query<std::int64_t()> has_list{
    "store.migrations.exist", "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'"};
constexpr Query<std::string()> list_applied{"store.migrations.list",
                                            "SELECT name FROM migration ORDER BY name"};
constexpr Query<None(std::string_view, Moment)> record_applied{
    "store.migrations.record", "INSERT INTO migration (name, applied_at) VALUES ($1, $2)"};

std::vector<std::string> applied(Db& db) {
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

} // namespace

int migrate(Db& db, std::span<const Migration> migrations, Moment now) {
    const auto done = applied(db);
    refuse_newer(done, migrations);
    int count = 0;
    for (const auto& migration : migrations) {
        if (std::ranges::find(done, migration.name) != done.end()) continue;
        const auto result = db.atomically([&]() -> Result<Done> {
            for (const auto& statement : statements_for(Engine::sqlite, migration.sql))
                db.execute(statement);
            db.run(record_applied, migration.name, now);
            return Done{};
        });
        count += static_cast<bool>(result);
    }
    return count;
}

} // namespace openmasa::store
