#pragma once
// References to say aloud. A letter for the kind, the year in which it was recorded, a number from
// 1 on: "A-2026-014". Unique, without gaps, never used again.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <optional>
#include <string>
#include <string_view>

namespace openmasa::references {

/// A kind of record and the letter that its references start with.
struct Kind {
    std::string_view letter, kind;
};
inline constexpr Kind action{"A", "action"};

/// The next one of this kind and year for a record that has none; the one it has otherwise. Inside
/// atomically(), in the transaction that makes the record: two at once get two numbers, and what is
/// refused uses none up.
std::string give(store::Db& db, const Scope& scope, const Kind& kind, std::string_view id);

/// Empty for a record without one.
std::string of(store::Db& db, std::string_view kind, std::string_view id);

struct Found {
    std::string kind, id;
};
/// Reads "A-2026-014", "a 2026 14", "A2026/14". Whether a person may see it is for its own finder.
std::optional<Found> find(store::Db& db, std::string_view words);

/// "A-2026-014" from its parts; a thousandth has four digits.
std::string written(std::string_view letter, int year, int number);
/// Letter, year and number from what somebody typed; nothing when it is no reference.
struct Parts {
    std::string letter;
    int year = 0, number = 0;
    bool operator==(const Parts&) const = default;
};
std::optional<Parts> read(std::string_view words);

} // namespace openmasa::references
