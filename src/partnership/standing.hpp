#pragma once
// What is amiss with the arrangements, worked out once for all who must know it and kept until an
// office, a group, an edition, a clock or a rule changes, or the day does.
#include "core/access/scope.hpp"
#include "core/routing/facts.hpp"
#include "store/db.hpp"
#include <memory>
#include <string>
#include <vector>

namespace openmasa::partnership {

/// Whatever changes an office, a group or an edition calls this in the transaction of the change.
void standing_changed(store::Db& db);

/// Of which state of the records the facts of `scope.today` are.
std::string standing_stamp(store::Db& db, const Scope& scope);

/// What `make()` gives; it must be the same for all who must know (must_know.hpp).
template<class Make>
std::vector<FirstPageFact> standing_facts(store::Db& db, const Scope& scope, const std::string& of,
                                          Make make) {
    return *db.remembered<std::vector<FirstPageFact>>(of, standing_stamp(db, scope), make);
}

} // namespace openmasa::partnership
