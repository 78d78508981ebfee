// The one place that asks which engine a statement is of: SQLite's own calls stand right behind the
// question, so that a column costs nothing more than it did.
#include "store/statement.hpp"
#include "store/fault.hpp"
#include "store/postgres/prepared.hpp"
#include "store/sqlite/fail.hpp"
#include <fmt/format.h>

namespace openmasa::store {
namespace {

sqlite3_stmt* native(void* handle) {
    return static_cast<sqlite3_stmt*>(handle);
}

void check(sqlite3_stmt* statement, int code) {
    if (code != SQLITE_OK) sqlite::fail(sqlite3_db_handle(statement), code, "bind");
}

} // namespace

void Statement::bind(int number, std::int64_t value) {
    if (postgres_) return postgres_->bind(number, value);
    check(native(sqlite_), sqlite3_bind_int64(native(sqlite_), number, value));
}

void Statement::bind(int number, std::string_view value) {
    if (postgres_) return postgres_->bind(number, Kind::text, value);
    const int code = sqlite3_bind_text64(native(sqlite_), number, value.data() ? value.data() : "",
                                         value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
    check(native(sqlite_), code);
}

void Statement::bind(int number, Bytes value) {
    if (postgres_) return postgres_->bind(number, Kind::bytes, value.view);
    const char* start = value.view.data() ? value.view.data() : "";
    check(native(sqlite_),
          sqlite3_bind_blob64(native(sqlite_), number, start, value.view.size(), SQLITE_TRANSIENT));
}

void Statement::bind_null(int number, Kind kind) {
    if (postgres_) return postgres_->bind_null(number, kind);
    sqlite3_bind_null(native(sqlite_), number);
}

bool Statement::step() {
    if (postgres_) return postgres_->step();
    const int code = sqlite3_step(native(sqlite_));
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    sqlite::fail(sqlite3_db_handle(native(sqlite_)), code, sqlite3_sql(native(sqlite_)));
}

void Statement::reset() {
    if (postgres_) return postgres_->reset();
    sqlite3_reset(native(sqlite_));
    sqlite3_clear_bindings(native(sqlite_));
}

bool Statement::is_null(int column) const {
    if (postgres_) return postgres_->is_null(column);
    return sqlite3_column_type(native(sqlite_), column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
    if (postgres_) return postgres_->integer(column);
    return sqlite3_column_int64(native(sqlite_), column);
}

std::string_view Statement::text(int column) const {
    if (postgres_) return postgres_->text(column);
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(native(sqlite_), column));
    return {bytes ? bytes : "",
            static_cast<std::size_t>(sqlite3_column_bytes(native(sqlite_), column))};
}

int Statement::columns() const {
    return postgres_ ? postgres_->columns() : sqlite3_column_count(native(sqlite_));
}

void Statement::refuse_value(int column) const {
    const char* name =
        postgres_ ? postgres_->name(column) : sqlite3_column_name(native(sqlite_), column);
    throw Fault(Fault::Kind::damaged,
                fmt::format("{} of a record holds something that this program cannot read", name));
}

} // namespace openmasa::store
