#include "partnership/named_owners.hpp"

namespace openmasa::partnership {
namespace {

struct NamedRow {
    std::string id, name;
};

} // namespace

std::vector<NamedPage> named_owners(store::Db& db, const Scope& scope, std::string_view address,
                                    std::span<const std::string> ids) {
    std::vector<NamedPage> pages;
    if (!scope.may(Permission::read_agencies)) return pages;
    store::ComposedQuery<NamedRow> query("owners.named");
    query.add("SELECT id, name FROM owner WHERE id IN (''");
    for (const auto& id : ids) query.add(", $", id);
    query.add(") ORDER BY id");
    for (auto& row : db.all(query))
        pages.push_back({row.id, std::move(row.name), std::string(address) + row.id});
    return pages;
}

} // namespace openmasa::partnership
