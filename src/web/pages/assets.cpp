#include "web/pages/assets.hpp"
#include <algorithm>
#include <cassert>
#include <fmt/format.h>

namespace openmasa::pages {

const Asset* find_asset(std::string_view path) {
    const auto all = embedded_assets();
    const auto found = std::ranges::find(all, path, &Asset::path);
    return found == all.end() ? nullptr : &*found;
}

std::string asset_address(std::string_view path) {
    const auto* asset = find_asset(path);
    assert(asset);
    return fmt::format("/assets/{}?{}", path, asset->hash);
}

} // namespace openmasa::pages
