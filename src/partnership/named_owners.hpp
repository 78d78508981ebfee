#pragma once
// What agencies, groups and offices are called, for a list of records of many kinds.
#include "core/routing/route.hpp"
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::partnership {

/// Their pages are at `address` with the id; none for somebody who may not read agencies.
std::vector<NamedPage> named_owners(store::Db& db, const Scope& scope, std::string_view address,
                                    std::span<const std::string> ids);

/// For RecordKind::named of the kind whose pages are at `address`.
template<const char* address>
std::vector<NamedPage> named_at(store::Db& db, const Scope& scope,
                                std::span<const std::string> ids) {
    return named_owners(db, scope, address, ids);
}

} // namespace openmasa::partnership
