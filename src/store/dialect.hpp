#pragma once
// Migrations are one text for both databases; what a database wants said in its own way is said
// here. Queries need nothing of this: their texts are the same everywhere.
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::store {

enum class Engine { sqlite, postgresql };

/// The statements of a migration as `engine` takes them, in order.
///  - SQLite: every CREATE TABLE is STRICT.
///  - PostgreSQL: INTEGER is BIGINT and BLOB is BYTEA; TEXT is compared byte by byte, as SQLite
///    does, whatever the database's own order of letters.
///  - Between a line "-- sqlite only" or "-- postgresql only" and a line "-- end" stands what one
///    of them alone takes (triggers), word for word, as one piece.
std::vector<std::string> statements_for(Engine engine, std::string_view migration);

} // namespace openmasa::store
