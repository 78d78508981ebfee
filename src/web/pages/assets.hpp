#pragma once
// The stylesheet and images that the program carries inside itself.
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::pages {

struct Asset {
    std::string_view path; // "openmasa.css"
    std::string_view content_type;
    std::string_view hash; // of the content; part of the address, so it may be kept for ever
    std::string_view plain, gzipped;
};

/// All of them; made by cmake/embed.mjs.
std::span<const Asset> embedded_assets();
/// The asset of that path, with or without its hash in the query; nothing if there is none.
const Asset* find_asset(std::string_view path);
/// "/assets/openmasa.css?0a1b2c3d4e5f".
std::string asset_address(std::string_view path);

} // namespace openmasa::pages
