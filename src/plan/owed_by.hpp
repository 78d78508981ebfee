#pragma once
// What owners owe, asked of the database: the part that such statements share.
#include "core/access/scope.hpp"
#include "store/query.hpp"
#include <vector>

namespace openmasa::plan {

/// "AND (FALSE OR x.owner_id = $1 OR ...)": of what was found so far, what one of these owes.
/// `column` names the owner, "OR x.owner_id = $".
template<class Row>
void add_any_of(store::ComposedQuery<Row>& query, store::SqlPiece<1> column,
                const std::vector<OwnerId>& owners) {
    query.add("AND (FALSE");
    for (const auto& owner : owners) query.add(column, owner);
    query.add(")");
}

} // namespace openmasa::plan
