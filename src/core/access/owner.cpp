#include "core/access/owner.hpp"
#include "kernel/text.hpp"
#include <algorithm>

namespace openmasa::access {
namespace {

constexpr std::string_view of_groups[] = {"group", "board",     "team",
                                          "panel", "committee", "network"};
constexpr std::string_view of_offices[] = {"head of",  "chair",   "officer",
                                           "director", "manager", "chief"};

bool holds_any(std::string_view text, const auto& words) {
    return std::ranges::any_of(words,
                               [&](std::string_view word) { return text.find(word) != text.npos; });
}

} // namespace

std::string_view to_text(OwnerType type) {
    switch (type) {
    case OwnerType::agency: return "agency";
    case OwnerType::group: return "group";
    case OwnerType::office: return "office";
    case OwnerType::seat: return "seat";
    }
    return {};
}

bool from_text(std::string_view text, OwnerType& type) {
    const auto found =
        std::ranges::find(all_owner_types, text, [](OwnerType one) { return to_text(one); });
    if (found == all_owner_types.end()) return false;
    type = *found;
    return true;
}

// The same words as in migrations/2026-11-21-k-rights.sql, which asked the names there were.
OwnerType type_of_name(std::string_view name) {
    const auto text = lower(name);
    if (holds_any(text, of_offices)) return OwnerType::office;
    if (holds_any(text, of_groups)) return OwnerType::group;
    return OwnerType::agency;
}

} // namespace openmasa::access
