#pragma once
// A database of a test's own, gone at its end: a file in a folder, or, with OPENMASA_TEST_DATABASE
// set to the address of a PostgreSQL server (tests/postgresql/server.sh), a database there.
#include "store/db.hpp"
#include "store/migrations.hpp"
#include <filesystem>
#include <string>

namespace openmasa::store {

class TestDatabase {
public:
    TestDatabase();
    ~TestDatabase();
    /// Empty when it is asked for the first time, unless migrate() was there before.
    Database& database();
    /// In a folder of the test's own; the database itself only when it is SQLite's.
    std::string file() const { return folder_ / "test.db"; }
    const std::string& address();
    static bool is_on_postgresql();
    static Moment noon() { return Moment{day(2026, 1, 22)} + std::chrono::hours{12}; }
    /// With every migration of the program applied. One that nobody looked at yet is copied from
    /// one that was migrated before, since hundreds of tests ask for it.
    void migrate();

private:
    std::filesystem::path folder_;
    std::string address_;
    std::unique_ptr<Database> database_;
};

} // namespace openmasa::store
