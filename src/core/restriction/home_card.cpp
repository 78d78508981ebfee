#include "core/restriction/home_card.hpp"
#include "core/restriction/glass_views.hpp"

namespace openmasa::restriction {

Html home_card(store::Db& db, const Scope& scope) {
    if (scope.restricted.empty()) return {};
    return waiting_card(waiting_for(scope, uses_to_see(db, scope)));
}

Html way_to_break_glass(const Scope& scope) {
    if (!scope.may(Permission::break_glass)) return {};
    return html(
        R"(<p class="om-quiet om-section"><a class="govuk-link govuk-link--no-visited-state" href="/break-glass">Break the glass of a restricted record</a></p>
)");
}

} // namespace openmasa::restriction
