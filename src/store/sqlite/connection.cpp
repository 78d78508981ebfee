#include "store/sqlite/connection.hpp"
#include "store/coverage.hpp"
#include "store/fault.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unordered_map>

namespace openmasa::store {
namespace {

constexpr int first_sound_version = 3051003;
constexpr std::size_t most_kept = 400;

sqlite3_stmt* native(void* handle) {
    return static_cast<sqlite3_stmt*>(handle);
}

Fault::Kind kind_of(int code) {
    if (code == SQLITE_IOERR_SHMSIZE) return Fault::Kind::full; // no room for the index of the log
    switch (code & 0xff) {
    case SQLITE_FULL: return Fault::Kind::full;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return Fault::Kind::busy;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_CANTOPEN: return Fault::Kind::read_only;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return Fault::Kind::damaged;
    case SQLITE_CONSTRAINT: return Fault::Kind::constraint;
    default: return Fault::Kind::other;
    }
}

[[noreturn]] void fail(sqlite3* connection, int code, std::string_view doing) {
    const char* words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    throw Fault(kind_of(code), fmt::format("{}: {} (SQLite {})", doing, words, code));
}

} // namespace

void Statement::bind(int number, std::int64_t value) {
    const int code = sqlite3_bind_int64(native(handle_), number, value);
    if (code != SQLITE_OK) fail(sqlite3_db_handle(native(handle_)), code, "bind");
}

void Statement::bind(int number, std::string_view value) {
    const int code = sqlite3_bind_text64(native(handle_), number, value.data() ? value.data() : "",
                                         value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    if (code != SQLITE_OK) fail(sqlite3_db_handle(native(handle_)), code, "bind");
}

void Statement::bind_null(int number) {
    sqlite3_bind_null(native(handle_), number);
}

bool Statement::step() {
    const int code = sqlite3_step(native(handle_));
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    fail(sqlite3_db_handle(native(handle_)), code, sqlite3_sql(native(handle_)));
}

void Statement::reset() {
    sqlite3_reset(native(handle_));
    sqlite3_clear_bindings(native(handle_));
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(native(handle_), column) == SQLITE_NULL;
}
std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(native(handle_), column);
}
std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(native(handle_), column));
    return {bytes ? bytes : "",
            static_cast<std::size_t>(sqlite3_column_bytes(native(handle_), column))};
}
void Statement::refuse_value(int column) const {
    throw Fault(Fault::Kind::damaged,
                fmt::format("{} of a record holds something that this program cannot read",
                            sqlite3_column_name(native(handle_), column)));
}
int Statement::columns() const {
    return sqlite3_column_count(native(handle_));
}

namespace sqlite {

void refuse_affected_version(int version_number) {
    if (version_number >= first_sound_version) return;
    throw Fault(
        Fault::Kind::unsuitable,
        fmt::format("This program was built with SQLite {}, which can lose saved work. It needs "
                    "{} or newer.",
                    version_number, first_sound_version));
}

struct Connection::Inside {
    sqlite3* handle = nullptr;
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    std::unordered_map<std::string, sqlite3_stmt*, Hash, std::equal_to<>> statements;

    ~Inside() {
        for (auto& [text, statement] : statements) sqlite3_finalize(statement);
        sqlite3_close_v2(handle);
    }
};

namespace {

void configure(Connection& connection, sqlite3* handle, Access access) {
    sqlite3_busy_timeout(handle, 5000);
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    connection.execute("PRAGMA temp_store = MEMORY");
    if (access == Access::read_only) {
        // Readers share the system's own copy of the file instead of each keeping one
        // (docs/decisions/0007).
        connection.execute("PRAGMA mmap_size = 1073741824");
        connection.execute("PRAGMA query_only = ON");
        connection.execute("PRAGMA wal_autocheckpoint = 0");
        return;
    }
    connection.execute("PRAGMA cache_size = -16000");
    connection.execute("PRAGMA journal_mode = WAL");
    connection.execute("PRAGMA synchronous = FULL");
    connection.execute("PRAGMA foreign_keys = ON");
}

/// Our texts number their placeholders as PostgreSQL does, $1 to $n. SQLite would number "$2" by
/// its first appearance; "?2" is its own way to say the same.
std::string with_sqlite_placeholders(std::string_view text) {
    std::string own(text);
    std::ranges::replace(own, '$', '?');
    return own;
}

sqlite3_stmt* compile(sqlite3* handle, std::string_view text) {
    sqlite3_stmt* statement = nullptr;
    const auto own = with_sqlite_placeholders(text);
    const int code = sqlite3_prepare_v3(handle, own.data(), static_cast<int>(own.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) fail(handle, code, text);
    return statement;
}

} // namespace

Connection::Connection(const std::string& path, Access access)
    : inside_(std::make_unique<Inside>()) {
    refuse_affected_version(sqlite3_libversion_number());
    const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE |
                      (access == Access::read_only ? SQLITE_OPEN_READWRITE
                                                   : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    const int code = sqlite3_open_v2(path.c_str(), &inside_->handle, flags, nullptr);
    if (code != SQLITE_OK) fail(inside_->handle, code, fmt::format("open {}", path));
    configure(*this, inside_->handle, access);
}
Connection::~Connection() = default;
Connection::Connection(Connection&&) noexcept = default;

Statement Connection::prepare(std::string_view name, std::string_view text) {
    const auto kept = inside_->statements.find(text);
    if (kept != inside_->statements.end()) return Statement(kept->second);
    if (inside_->statements.size() >= most_kept) forget_idle();
    auto* statement = compile(inside_->handle, text);
    inside_->statements.emplace(text, statement);
    coverage::note(name);
    return Statement(statement);
}

// Lists whose filters readers choose give many texts; only so many are worth their memory.
void Connection::forget_idle() {
    std::erase_if(inside_->statements, [](const auto& kept) {
        if (sqlite3_stmt_busy(kept.second)) return false;
        sqlite3_finalize(kept.second);
        return true;
    });
}

void Connection::execute(const std::string& sql) {
    char* words = nullptr;
    const int code = sqlite3_exec(inside_->handle, sql.c_str(), nullptr, nullptr, &words);
    sqlite3_free(words);
    if (code != SQLITE_OK) fail(inside_->handle, code, sql);
}

bool Connection::in_transaction() const {
    return sqlite3_get_autocommit(inside_->handle) == 0;
}
int Connection::changes() const {
    return sqlite3_changes(inside_->handle);
}

} // namespace sqlite
} // namespace openmasa::store
