#pragma once
// Only for this folder. Faults of PostgreSQL, by its own codes.
#include "store/fault.hpp"
#include <libpq-fe.h>
#include <memory>
#include <string_view>

namespace openmasa::store::postgres {

struct Clear {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, Clear>;

/// What a SQLSTATE means to us; an empty one is a connection that was lost or never made.
Fault::Kind kind_of(std::string_view sqlstate);
/// Throws the Fault that `answer` is. Its words hold no values of a record: only the statement, the
/// code and, for other classes than data exceptions, PostgreSQL's first line.
[[noreturn]] void fail(PGconn* connection, const PGresult* answer, std::string_view doing);
/// Throws unless the statement was carried out.
void check(PGconn* connection, const PGresult* answer, std::string_view doing);

} // namespace openmasa::store::postgres
