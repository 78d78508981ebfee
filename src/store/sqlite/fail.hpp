#pragma once
// Only for this folder.
#include <sqlite3.h>
#include <string_view>

namespace openmasa::store::sqlite {

/// Throws the Fault that a result code of SQLite means.
[[noreturn]] void fail(sqlite3* connection, int code, std::string_view doing);

} // namespace openmasa::store::sqlite
