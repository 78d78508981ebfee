#pragma once
// Days as people type them into a form, and what is wrong with those that are none.
#include "kernel/day.hpp"
#include "kernel/result.hpp"
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace openmasa::partnership {

/// Reads one field after the other; what could not be read is kept beside its field.
class TypedDays {
public:
    /// Nothing where it is empty; that is wrong only where it is `required`.
    std::optional<Day> read(std::string_view field, const std::string& words,
                            bool required = false);

    std::vector<Problem> problems;
};

} // namespace openmasa::partnership
