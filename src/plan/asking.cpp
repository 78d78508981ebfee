#include "plan/asking.hpp"
#include "web/ui/button.hpp"
#include <algorithm>
#include <fmt/format.h>

namespace openmasa::plan {

bool may_ask_for_updates(const Scope& scope, const std::optional<OwnerId>& section_owner) {
    if (scope.may(Permission::edit_plan)) return true;
    if (!section_owner || !scope.may(Permission::update_action, section_owner)) return false;
    return std::ranges::any_of(scope.holdings, [&](const Holding& held) {
        return held.role == Role::group_chair && held.is_within(*section_owner);
    });
}

Html asking_verb(const Scope& scope, const Plan& plan) {
    if (!scope.may(Permission::edit_plan) || plan.withdrawn) return {};
    return ui::button({.text = "Ask for updates",
                       .href = fmt::format("/plans/{}/updates", plan.id.view()),
                       .classes = "govuk-button--secondary"});
}

} // namespace openmasa::plan
