#pragma once
// Which queries ran: with OPENMASA_QUERY_LOG set to a file, each query's name is written there
// once. bin/test fails when the source names a query that no test ran. The audit log writes its
// verbs there too ("verb action.added"): each must have words (tests/tidy/queries.mjs).
#include <string_view>

namespace openmasa::store::coverage {

void note(std::string_view name);

} // namespace openmasa::store::coverage
