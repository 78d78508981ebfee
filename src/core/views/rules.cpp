#include "core/views/rules.hpp"
#include "kernel/text.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::views {

bool may_change(const Scope& scope, const View& view) {
    if (!scope.person) return false;
    return view.shared ? scope.may(Permission::share_views) : view.person == scope.person;
}

std::vector<Problem> name_problems(const View& view, std::span<const View> others) {
    if (view.name.empty()) return {{"name", "Give the view a name."}};
    if (view.name.size() > longest_name)
        return {
            {"name", fmt::format("The name is too long: at most {} characters.", longest_name)}};
    const bool is_taken = std::ranges::any_of(others, [&](const View& other) {
        return other.id != view.id && !other.withdrawn_at && lower(other.name) == lower(view.name);
    });
    if (is_taken) return {{"name", "There is a view of this name on this list already."}};
    return {};
}

} // namespace openmasa::views
