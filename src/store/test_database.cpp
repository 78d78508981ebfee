#include "store/test_database.hpp"
#include "store/postgres/connection.hpp"
#include <atomic>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace openmasa::store {
namespace {

std::filesystem::path make_folder() {
    auto name = (std::filesystem::temp_directory_path() / "openmasa-XXXXXX").string();
    if (!mkdtemp(name.data())) std::abort();
    return name;
}

const char* server() {
    return std::getenv("OPENMASA_TEST_DATABASE");
}

void on_server(const std::string& sql) {
    postgres::Connection(server()).execute(sql);
}

/// The server's address with another database's name: postgresql://user@/NAME?host=...
std::string address_on_server(const std::string& name) {
    std::string address = server();
    const auto end = address.find('?');
    const auto begin = address.rfind('/', end) + 1;
    return address.replace(begin, std::min(end, address.size()) - begin, name);
}

std::string name_in(const std::string& address) {
    const auto end = address.find('?');
    const auto begin = address.rfind('/', end) + 1;
    return address.substr(begin, end == address.npos ? end : end - begin);
}

std::string new_address(const std::filesystem::path& folder) {
    static std::atomic<int> number = 0;
    if (!server()) return "sqlite:" + (folder / "test.db").string();
    return address_on_server(fmt::format("test_{}_{}", getpid(), ++number));
}

void migrate_whole(Database& database) {
    Db db(database);
    migrate(db, embedded_migrations(), TestDatabase::noon());
}

/// One a process; closed, so that it can be copied.
struct Migrated {
    std::filesystem::path folder = make_folder();
    std::string address = new_address(folder);
    pid_t made_by = getpid();

    Migrated() {
        if (server()) on_server("CREATE DATABASE " + name_in(address));
        Database database(address, Database::Opening::create);
        migrate_whole(database);
    }
    ~Migrated() {
        if (getpid() != made_by) return;
        std::filesystem::remove_all(folder);
        if (server()) on_server(fmt::format("DROP DATABASE {} WITH (FORCE)", name_in(address)));
    }
};

void copy_migrated(const std::string& address, const std::filesystem::path& file) {
    static const Migrated whole;
    if (server())
        on_server(fmt::format("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name_in(address),
                              name_in(whole.address)));
    else
        std::filesystem::copy_file(whole.folder / "test.db", file);
}

} // namespace

bool TestDatabase::is_on_postgresql() {
    return server() != nullptr;
}

TestDatabase::TestDatabase() : folder_(make_folder()), address_(new_address(folder_)) {}

TestDatabase::~TestDatabase() {
    const bool is_there = database_ != nullptr;
    database_.reset();
    if (server() && is_there)
        on_server(fmt::format("DROP DATABASE {} WITH (FORCE)", name_in(address_)));
    std::filesystem::remove_all(folder_);
}

Database& TestDatabase::database() {
    if (!database_) {
        if (server()) on_server("CREATE DATABASE " + name_in(address_));
        database_ = std::make_unique<Database>(address_, Database::Opening::create);
    }
    return *database_;
}

const std::string& TestDatabase::address() {
    database();
    return address_;
}

void TestDatabase::migrate() {
    if (database_) return migrate_whole(*database_);
    copy_migrated(address_, file());
    database_ = std::make_unique<Database>(address_, Database::Opening::existing);
}

} // namespace openmasa::store
