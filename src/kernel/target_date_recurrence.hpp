#pragma once
// How often, in words: "Quarterly", "every 3 months", "six-monthly", "each June".
#include "kernel/target_date_tokens.hpp"
#include <optional>

namespace openmasa::dates {

struct FoundPeriod {
    Period period;
    std::size_t tokens = 0;
};
/// A period at the front of the tokens from `at`, and how many tokens it takes.
std::optional<FoundPeriod> period_at(const std::vector<Token>& tokens, std::size_t at);

} // namespace openmasa::dates
