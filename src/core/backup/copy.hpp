#pragma once
// All records of a partnership, and the files that they name, in one file that only the passphrase
// opens, and back again, into a database of either engine. What is written is one moment's state.
#include "core/access/scope.hpp"
#include "core/backup/sealed_file.hpp"
#include "core/files/storage.hpp"
#include "store/db.hpp"
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace openmasa::backup {

/// What a backup holds: how many rows of each table, and the files that rows name.
struct Holds {
    Moment made_at{};
    std::map<std::string, std::int64_t> rows;
    std::int64_t files = 0, file_bytes = 0;
    /// Digests of files that rows name and that were not there, or not as they were kept. A backup
    /// of everything else is better than none.
    std::vector<std::string> missing;
    /// All rows.
    std::int64_t all() const;
};

/// Writes the backup, reads it again from the disk, and only then gives it its name. Throws
/// std::runtime_error, in words, when it cannot be written or does not read as it was written.
Holds write(store::Db& db, const files::Storage& storage, const std::string& path,
            std::string_view passphrase, Moment now, KeyCost cost = {});
/// The audit entry "backup.made", once it was; what doctor() asks for. Inside db.atomically() only.
void note(store::Db& db, const Scope& scope);
/// When the newest was made.
std::optional<Moment> newest(store::Db& db);

/// Reads a whole backup, its files too, without keeping anything. Refuses a wrong passphrase and a
/// file that is none; throws std::runtime_error when it does not hold what it says.
Result<Holds> check(const std::string& path, std::string_view passphrase);

/// Fills a new database, of the shape that the backup was made of, and then brings it up to date;
/// its files go to `storage` before any row is kept. Refuses a database that holds anything, and a
/// backup of a newer program. All rows are kept or none: one that was cut off can be begun again.
Result<Holds> restore(const std::string& path, std::string_view passphrase, store::Db& into,
                      const files::Storage& storage, Moment now);

} // namespace openmasa::backup
