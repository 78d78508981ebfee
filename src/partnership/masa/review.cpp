#include "partnership/masa/review.hpp"
#include "core/clocks/clock_store.hpp"
#include "core/clocks/running.hpp"
#include "core/clocks/store.hpp"
#include "partnership/masa_history.hpp"
#include <fmt/format.h>

namespace openmasa::masa {

Review review_of(store::Db& db, const Scope& scope, const MasaId& id) {
    const auto clocks = scope.looking_back
                            ? clocks::about_then(db, partnership::arrangements_kind, id.view())
                            : clocks::about(db, partnership::arrangements_kind, id.view());
    for (const auto& clock : clocks) {
        if (clock.rule != review_clock || clock.is_stopped()) continue;
        const auto due =
            clocks::due(clock, *clocks::rule_book(db), *clocks::bank_holidays(db), scope.today);
        if (!due) return {};
        const bool is_late = scope.today > due->due;
        return {.words = fmt::format("{} by {} ({}, {}).",
                                     is_late ? "It was to be reviewed" : "To be reviewed",
                                     spoken(due->due), due->rule.edition, due->rule.clause),
                .due = due->due,
                .is_late = is_late};
    }
    return {};
}

} // namespace openmasa::masa
