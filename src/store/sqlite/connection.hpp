#pragma once
// One SQLite connection with its prepared statements. sqlite3.h is included in connection.cpp only.
#include "store/statement.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::store::sqlite {

enum class Access { read_only, read_write };

class Connection {
public:
    /// Opens (and for read_write creates) the file. Throws Fault, also on an affected SQLite.
    Connection(const std::string& path, Access access);
    ~Connection();
    Connection(Connection&&) noexcept;

    /// A prepared statement for this text, kept for the next time.
    Statement prepare(std::string_view name, std::string_view text);
    /// Runs statements that have no arguments and give no rows.
    void execute(const std::string& sql);
    bool in_transaction() const;
    /// Rows changed by the last statement.
    int changes() const;

private:
    void forget_idle();
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Refuses (Fault::Kind::unsuitable) versions of SQLite that can lose acknowledged commits in WAL
/// mode when a second connection checkpoints. Source: sqlite.org, release history, 3.51.3.
void refuse_affected_version(int version_number);

} // namespace openmasa::store::sqlite
