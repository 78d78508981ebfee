#include "core/files/file.hpp"

namespace openmasa::files {
namespace {

using store::None;
using store::Query;

constexpr Query<None(FileId, std::string_view, std::int64_t, std::string_view, std::string_view,
                     Moment, std::optional<PersonId>, std::string_view)>
    insert_file{"files.add", R"sql(
    INSERT INTO file (id, digest, size, type, name, made_at, person_id, scanned)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql"};
constexpr Query<File(FileId)> find_one{"files.find", R"sql(
    SELECT id, digest, size, type, name, made_at, scanned FROM file WHERE id = $1)sql"};
constexpr Query<std::int64_t()> count_all{"files.count", "SELECT count(*) FROM file"};

} // namespace

void add_file(store::Db& db, const Scope& scope, const File& file) {
    db.run(insert_file, file.id, file.digest, file.size, file.type, file.name, file.made_at,
           scope.person, file.scanned);
}

std::int64_t count(store::Db& db) {
    return db.one(count_all).value_or(0);
}

std::optional<File> find_file(store::Db& db, const FileId& id) {
    return db.one(find_one, id);
}

} // namespace openmasa::files
