#pragma once
// A database in a folder of its own, gone at the end of the test.
#include "store/db.hpp"
#include "store/migrations.hpp"
#include <cstdlib>
#include <filesystem>
#include <string>

namespace openmasa::store {

class TestDatabase {
public:
    TestDatabase()
        : folder_(make_folder()), database_("sqlite:" + file(), Database::Opening::create) {}
    ~TestDatabase() { std::filesystem::remove_all(folder_); }
    Database& database() { return database_; }
    std::string file() const { return folder_ / "test.db"; }
    std::string address() const { return "sqlite:" + file(); }
    /// With every migration of the program applied.
    static Moment noon() { return Moment{day(2026, 1, 22)} + std::chrono::hours{12}; }
    void migrate() {
        Db db(database_);
        store::migrate(db, embedded_migrations(), noon());
    }

private:
    static std::filesystem::path make_folder() {
        auto name = (std::filesystem::temp_directory_path() / "openmasa-XXXXXX").string();
        if (!mkdtemp(name.data())) std::abort();
        return name;
    }
    std::filesystem::path folder_;
    Database database_;
};

} // namespace openmasa::store
