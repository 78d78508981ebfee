#include "plan/recommendation_clocks.hpp"
#include "core/clocks/running.hpp"
#include "plan/recommendation_content.hpp"

namespace openmasa::recommendations {

void stop_clock(store::Db& db, const Scope& scope, const RecommendationId& id, Clock which,
                std::string_view why) {
    for (const auto& clock : clocks::about(db, record_kind, id.view()))
        if (clock.rule == to_text(which) && !clock.is_stopped())
            (void)clocks::stop(db, scope,
                               {.id = clock.id,
                                .version = clock.version,
                                .on = scope.today,
                                .why = std::string(why)});
}

} // namespace openmasa::recommendations
