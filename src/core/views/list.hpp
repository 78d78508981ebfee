#pragma once
// A list of which people save views. A feature names its lists in its module; what a view holds is
// the query of the list's address, so it can only ever show what its reader may see.
#include "core/access/scope.hpp"
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::store {
class Db;
}

namespace openmasa::views {

struct List {
    /// "actions"; the same as its register's.
    std::string_view kind;
    /// "Actions".
    std::string_view title;
    /// Where it is, when this person may see it. `within` is what it belongs to: a plan's id.
    std::optional<std::string> (*address)(store::Db& db, const Scope& scope,
                                          std::string_view within);
    /// The one form of a query: what makes no sense is left out, and which page is open.
    std::string (*canonical)(std::string_view query);
    /// What it chooses, for people: "Late", "Owner: Constabulary", "Columns: Reference, Owner".
    std::vector<std::string> (*in_words)(store::Db& db, const Scope& scope, std::string_view within,
                                         std::string_view query);
    /// By what they belong to, all those that are open to this person; for a page of many views. A
    /// list that belongs to nothing has none.
    std::map<std::string, std::string> (*addresses)(store::Db& db, const Scope& scope) = nullptr;
};

} // namespace openmasa::views
