#include "core/history/since.hpp"
#include <algorithm>

namespace openmasa::history {

std::vector<Version> versions_since(store::Db& db, std::string_view kind, std::string_view id,
                                    std::int64_t read, int most) {
    auto found = versions(db, kind, id, most);
    const auto known = std::ranges::find(found, read, &Version::version);
    if (known == found.end()) return {};
    found.erase(known + 1, found.end());
    return found;
}

} // namespace openmasa::history
