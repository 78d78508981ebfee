#pragma once
// Looking back: the records as they were true on a day, as they are known now or as they were known
// at the end of that day.
#include "kernel/day.hpp"
#include <cstdint>
#include <string>
#include <string_view>

namespace openmasa::history {

struct AsAt {
    Day day{};
    /// What was recorded after that day is left out: "as it was known then".
    bool as_known_then = false;
};

/// The first moment after the day, in London; what was recorded before it was known on the day.
Moment end_of(Day day);
/// "as_at.day" and what was known, as SQL about a row of a twin that goes by the name `alias`.
std::string was_true_and_known(const AsAt& as_at, std::string_view alias);

/// A twin (core/history/twin.hpp) as far as a select needs it.
struct TwinTable {
    std::string_view table, key, columns;
    /// The table whose versions count, when its rows hang on another one's records.
    std::string_view record{};
};
/// Of each record the rows that its newest version left that was true on the day and known.
std::string select_as_at(const AsAt& as_at, const TwinTable& twin);
/// The rows that one version left.
std::string select_version(const TwinTable& twin, std::string_view id, std::int64_t version);

} // namespace openmasa::history
