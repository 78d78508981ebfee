#pragma once
// All records of a partnership in one file that only the passphrase opens, and back again, into a
// database of either engine. What is written is one moment's state.
#include "core/access/scope.hpp"
#include "core/backup/sealed_file.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <map>
#include <string>

namespace openmasa::backup {

/// What a backup holds: how many rows of each table.
struct Holds {
    Moment made_at{};
    std::map<std::string, std::int64_t> rows;
    std::int64_t all() const;
};

/// Writes the backup, reads it again from the disk, and only then gives it its name. Throws
/// std::runtime_error, in words, when it cannot be written or does not read as it was written.
Holds write(store::Db& db, const std::string& path, std::string_view passphrase, Moment now,
            KeyCost cost = {});
/// The audit entry "backup.made"; what doctor() asks for. Inside db.atomically() only.
void note(store::Db& db, const Scope& scope);
/// When the newest was made.
std::optional<Moment> newest(store::Db& db);

/// Reads a whole backup without keeping anything. Refuses a wrong passphrase and a file that is
/// none.
Result<Holds> check(const std::string& path, std::string_view passphrase);

/// Fills a new database, of the shape that the backup was made of, and then brings it up to date.
/// Refuses one that holds anything, and a backup of a newer program. All or nothing is kept.
Result<Holds> restore(const std::string& path, std::string_view passphrase, store::Db& into,
                      Moment now);

} // namespace openmasa::backup
