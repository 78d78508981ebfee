#pragma once
// One SQLite connection with its prepared statements. sqlite3.h is included in connection.cpp only.
#include "store/connection.hpp"
#include <memory>
#include <string>
#include <string_view>

namespace openmasa::store::sqlite {

enum class Access { read_only, read_write };

class Connection final : public store::Connection {
public:
    /// Opens (and for read_write creates) the file. Throws Fault, also on an affected SQLite.
    Connection(const std::string& path, Access access);
    ~Connection() override;

    Statement prepare(std::string_view name, std::string_view text) override;
    void execute(const std::string& sql) override;
    void begin_reading() override { execute("BEGIN"); }
    void begin_writing() override { execute("BEGIN IMMEDIATE"); }
    void commit() override { execute("COMMIT"); }
    bool in_transaction() const override;
    int changes() const override;
    Engine engine() const override { return Engine::sqlite; }
    const std::string& schema() const override;
    /// What SQLite's own integrity and foreign-key checks say.
    std::vector<std::string> damage() override;

private:
    void forget_idle();
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// Refuses (Fault::Kind::unsuitable) versions of SQLite that can lose acknowledged commits in WAL
/// mode when a second connection checkpoints. Source: sqlite.org, release history, 3.51.3.
void refuse_affected_version(int version_number);

} // namespace openmasa::store::sqlite
