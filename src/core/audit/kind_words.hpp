#pragma once
// What the log calls each kind of thing, and where the page of one is.
#include <span>
#include <string_view>

namespace openmasa::audit {

struct Kind {
    /// As the log keeps it; for people, one and several.
    std::string_view kind, one, several;
    /// The record's page without its id; empty where it has none.
    std::string_view address;
};
std::span<const Kind> all_kinds();
/// Nothing for a kind that has no words of its own.
const Kind* find_kind(std::string_view kind);

} // namespace openmasa::audit
