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

std::string new_schema() {
    static std::atomic<int> number = 0;
    auto name = fmt::format("test_{}_{}", getpid(), ++number);
    on_server("CREATE SCHEMA " + name);
    return name;
}

} // namespace

bool TestDatabase::is_on_postgresql() {
    return server() != nullptr;
}

TestDatabase::TestDatabase()
    : folder_(make_folder()), schema_(server() ? new_schema() : ""),
      address_(server() ? fmt::format("{}&options=-csearch_path%3D{}", server(), schema_)
                        : "sqlite:" + file()),
      database_(std::make_unique<Database>(address_, Database::Opening::create)) {}

TestDatabase::~TestDatabase() {
    database_.reset();
    if (server()) on_server(fmt::format("DROP SCHEMA {} CASCADE", schema_));
    std::filesystem::remove_all(folder_);
}

} // namespace openmasa::store
