#pragma once
// The same filter and order without a database, for rows that no table holds: a register as it was,
// put together from versions in the history. It is also what the database's rows are held against
// (rows_test.cpp).
#include "core/registers/selection.hpp"
#include "web/listing/paging.hpp"

namespace openmasa::registers {

/// The rows that the selection lets through, in its order; all of them in memory where it has one.
EachRow selected(const EachRow& all, const Register& which, const Selection& selection);
/// Those of one page; all of them without one.
EachRow of_page(const EachRow& all, const std::optional<listing::Paging>& paging);

} // namespace openmasa::registers
