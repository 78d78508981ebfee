#pragma once
// Our own marks: how something stands, as a tag, as a bar, and how much evidence there is. A word,
// a shape and a colour, in that order of trust.
#include "web/html.hpp"
#include <array>
#include <cstddef>
#include <string_view>

namespace openmasa::ui {

/// How an action stands today. Late and unproven (done, nothing shows it) are derived, never set.
enum class Standing { not_started, in_progress, at_risk, blocked, late, done, unproven, stopped };

/// In the order of the bars and their key.
inline constexpr std::array standings_in_bars = {
    Standing::done,    Standing::unproven, Standing::in_progress, Standing::at_risk,
    Standing::blocked, Standing::late,     Standing::not_started, Standing::stopped};

/// "not_started", for downloads.
std::string_view to_text(Standing standing);
/// "Not started", for people.
std::string_view spoken(Standing standing);

/// The tag.
const Html& standing_tag(Standing standing);

/// How many pieces of evidence; a quiet dash for none, and a red word where something is done
/// without any.
Html evidence_mark(Standing standing, int pieces);

/// How many stand how, indexed by the enum's value.
using StandingCounts = std::array<int, 8>;
inline int& count_of(StandingCounts& counts, Standing standing) {
    return counts[static_cast<std::size_t>(standing)];
}
inline int count_of(const StandingCounts& counts, Standing standing) {
    return counts[static_cast<std::size_t>(standing)];
}

/// The bar: a part for each standing, as wide as its share, with what it says as its label.
Html standing_chart(const StandingCounts& counts);
/// What the parts of the bars mean.
const Html& standing_key();

} // namespace openmasa::ui
