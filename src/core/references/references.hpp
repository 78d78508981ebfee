#pragma once
// References to say aloud. A letter for the kind, the year in which it was recorded, a number from
// 1 on: "A-2026-014". Unique, without gaps, never used again.
#include "core/access/scope.hpp"
#include "store/db.hpp"
#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace openmasa::references {

/// A kind of record and the letter that its references start with.
struct Kind {
    std::string_view letter, kind;
};
inline constexpr Kind action{"A", "action"};
inline constexpr Kind plan{"P", "plan"};
/// Of a plan; R for pRiority.
inline constexpr Kind section{"R", "section"};
/// M for member of the partnership.
inline constexpr Kind agency{"M", "agency"};
/// W for what should change.
inline constexpr Kind recommendation{"W", "recommendation"};
inline constexpr std::array all_kinds = {action, plan, section, agency, recommendation};

/// Letters whose names rhyme are taken for one another on the telephone, and those outside all rows
/// for digits on paper (I, L, O, S, Z): a new kind takes its letter from a row that no other has.
inline constexpr std::string_view rhymes[] = {"AHJK", "BCDEGPTV", "FX", "MN", "QUW", "R", "Y"};
constexpr bool are_told_apart(std::span<const Kind> kinds) {
    std::size_t taken = 0;
    for (const auto row : rhymes) {
        int of_row = 0;
        for (const auto& kind : kinds) of_row += row.find(kind.letter) != row.npos;
        if (of_row > 1) return false;
        taken += static_cast<std::size_t>(of_row);
    }
    return taken == kinds.size();
}
static_assert(are_told_apart(all_kinds));

/// The next one of this kind and year for a record that has none; the one it has otherwise. Inside
/// atomically(), in the transaction that makes the record: two at once get two numbers, and what is
/// refused uses none up.
std::string give(store::Db& db, const Scope& scope, const Kind& kind, std::string_view id);

/// Empty for a record without one.
std::string of(store::Db& db, std::string_view kind, std::string_view id);

/// Those of all records of a kind, by their ids.
std::map<std::string, std::string> of_all(store::Db& db, std::string_view kind);

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
