#pragma once
// What the history keeps of a recommendation: described once, for the content that is committed to,
// for people, and for `openmasa verify` (core/history/description.hpp).
#include "core/history/description.hpp"
#include "plan/recommendation.hpp"

namespace openmasa::recommendations {

/// What the history and the audit log call it.
inline constexpr std::string_view record_kind = "recommendation";

/// The names of its tags, as echoes.
struct TagNames {
    std::string themes{}, flourish{};
};
history::Content content_of(const Whole& whole, std::string_view why = {},
                            const TagNames& names = {});
history::Fields fields();

} // namespace openmasa::recommendations
