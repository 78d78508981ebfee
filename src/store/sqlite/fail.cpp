#include "store/sqlite/fail.hpp"
#include "store/fault.hpp"
#include <fmt/format.h>

namespace openmasa::store::sqlite {
namespace {

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

} // namespace

void fail(sqlite3* connection, int code, std::string_view doing) {
    const char* words = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    throw Fault(kind_of(code), fmt::format("{}: {} (SQLite {})", doing, words, code));
}

} // namespace openmasa::store::sqlite
