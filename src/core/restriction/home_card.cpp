#include "core/restriction/home_card.hpp"
#include "core/restriction/glass_views.hpp"
#include "core/restriction/reminders.hpp"
#include "core/restriction/store.hpp"

namespace openmasa::restriction {
namespace {

/// Those that this reader may read by name and change, and whose day is near or over.
Html reviews(store::Db& db, const Scope& scope) {
    if (!scope.may(Permission::restrict_records)) return {};
    int due = 0, late = 0;
    for (const auto& one : open_restrictions(db)) {
        due += stage_of(one.review_on, scope.today) != Stage::none;
        late += scope.today > one.review_on;
    }
    return review_card(due, late);
}

} // namespace

Html home_card(store::Db& db, const Scope& scope) {
    if (scope.restricted.empty()) return {};
    return waiting_card(waiting_for(scope, uses_to_see(db, scope))) + reviews(db, scope);
}

Html way_to_break_glass(const Scope& scope) {
    if (!scope.may(Permission::break_glass)) return {};
    return html(
        R"(<p class="om-quiet om-section">{}<a class="govuk-link govuk-link--no-visited-state" href="/break-glass">Break the glass of a restricted record</a></p>
)",
        when(
            scope.may(Permission::restrict_records),
            html(
                R"(<a class="govuk-link govuk-link--no-visited-state" href="/restricted">Restricted records that you read</a> &middot; )")));
}

} // namespace openmasa::restriction
