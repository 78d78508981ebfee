#include "store/sqlite/connection.hpp"
#include "store/coverage.hpp"
#include "store/fault.hpp"
#include "store/sqlite/fail.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unordered_map>

namespace openmasa::store::sqlite {
namespace {

constexpr int first_sound_version = 3051003;
constexpr std::size_t most_kept = 400;

} // namespace

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
    /// The one that was asked for last: a load asks for it a hundred thousand times in a row.
    const std::pair<const std::string, sqlite3_stmt*>* last = nullptr;

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

Statement Connection::prepare(std::string_view name, std::string_view text) {
    if (inside_->last && inside_->last->first == text) return Statement(inside_->last->second);
    const auto kept = inside_->statements.find(text);
    if (kept != inside_->statements.end()) {
        inside_->last = &*kept;
        return Statement(kept->second);
    }
    if (inside_->statements.size() >= most_kept) forget_idle();
    auto* statement = compile(inside_->handle, text);
    inside_->statements.emplace(text, statement);
    coverage::note(name);
    return Statement(statement);
}

// Lists whose filters readers choose give many texts; only so many are worth their memory.
void Connection::forget_idle() {
    inside_->last = nullptr;
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

const std::string& Connection::schema() const {
    static const std::string name = "main";
    return name;
}

std::vector<std::string> Connection::damage() {
    std::vector<std::string> found;
    auto integrity = prepare("store.integrity", "PRAGMA integrity_check");
    while (integrity.step())
        if (integrity.text(0) != "ok") found.emplace_back(integrity.text(0));
    auto keys = prepare("store.foreign_keys", "PRAGMA foreign_key_check");
    while (keys.step())
        found.push_back(fmt::format("{} row {} points to a missing {}", keys.text(0),
                                    keys.integer(1), keys.text(2)));
    return found;
}

} // namespace openmasa::store::sqlite
