#pragma once
// When the edition in force is to be reviewed: its clock, with the rule's clause.
#include "partnership/masa/actions.hpp"

namespace openmasa::masa {

/// The rule of the clock (core/clocks/built_in_rules.cpp).
inline constexpr std::string_view review_clock = "masa-review";

struct Review {
    /// "To be reviewed by 29 Nov 2026 (arrangements, review)."; empty without a clock.
    std::string words;
    std::optional<Day> due{};
    bool is_late = false;
};
/// At most four statements.
Review review_of(store::Db& db, const Scope& scope, const MasaId& id);

} // namespace openmasa::masa
