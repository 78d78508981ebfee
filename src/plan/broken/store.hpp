#pragma once
// Every recommendation whose thread is broken, as this reader may see it.
#include "plan/broken/rules.hpp"
#include "store/db.hpp"
#include <memory>

namespace openmasa::broken {

struct Broken {
    Followed it;
    std::vector<Break> breaks;
};
/// By their references. One statement, and one more after anything was changed; as at a day too.
std::shared_ptr<const std::vector<Broken>> list_broken(store::Db& db, const Scope& scope);

/// Whether there is any recommendation to be followed.
bool is_any(store::Db& db);

} // namespace openmasa::broken
