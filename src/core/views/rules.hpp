#pragma once
// What a saved view must have, and who may change one.
#include "core/views/view.hpp"
#include "kernel/result.hpp"
#include <span>

namespace openmasa::views {

inline constexpr std::size_t longest_name = 60;
inline constexpr std::size_t longest_query = 4000;
/// So many of one's own on one list.
inline constexpr std::size_t most_own = 40;

/// One's own, by whoever made it; a shared one, by those who may share.
bool may_change(const Scope& scope, const View& view);
/// What is wrong with the name of `view`, beside the others that this person sees on the list.
std::vector<Problem> name_problems(const View& view, std::span<const View> others);

} // namespace openmasa::views
