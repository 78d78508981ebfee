#include "command_line/example_responses.hpp"
#include "command_line/example_rows.hpp"
#include "core/access/store.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/responses/answering.hpp"
#include "plan/responses/asking.hpp"
#include <algorithm>
#include <fmt/format.h>
#include <map>

namespace openmasa::command_line {
namespace {

using recommendations::RecommendationId;
using responses::Response;

/// By what they are called.
struct Called {
    std::map<std::string, RecommendationId, std::less<>> recommendations{};
    std::map<std::string, OwnerId, std::less<>> owners{};
};

Called read_names(store::Db& db, const Scope& scope) {
    Called all;
    for (const auto& text : recommendations::texts_to_compare(db, scope))
        if (text.source.empty()) all.recommendations.emplace(text.words, text.recommendation);
    for (const auto& owner : access::list_owners(db)) all.owners.emplace(owner.name, owner.id);
    return all;
}

/// One step about one recommendation and one agency.
struct Step {
    store::Db& db;
    const Scope& scope;
    const Entry& entry;
    RecommendationId recommendation;
    OwnerId owner;
};

Result<Done> ask(const Step& step) {
    const auto due = day_from_iso(step.entry.text("due"));
    if (!due) return step.entry.names_nothing("day");
    responses::add_response(step.db, step.scope,
                            {.id = step.scope.new_id<responses::ResponseId>(),
                             .recommendation = step.recommendation,
                             .owner = step.owner,
                             .asked_on = step.scope.today,
                             .asked_by = step.scope.person,
                             .due = *due});
    if (const auto about =
            recommendations::find_recommendation(step.db, step.scope, step.recommendation))
        responses::days_asked_for_count(step.db, step.scope, *about);
    return Done{};
}

Result<Done> answer(const Step& step) {
    const auto asked =
        responses::find_response(step.db, step.scope, step.recommendation, step.owner);
    if (!asked) return step.entry.names_nothing("asked agency");
    responses::GiveAnswer command{.recommendation = step.recommendation,
                                  .owner = step.owner,
                                  .version = asked->version,
                                  .done = step.entry.text("done"),
                                  .evidence = step.entry.text("evidence"),
                                  .on = spoken_long(step.scope.today)};
    responses::Answer how{};
    if (responses::from_text(step.entry.text("answer"), how)) command.answer = how;
    return responses::answer(step.db, step.scope, command);
}

Result<Done> take(store::Db& db, const Scope& scope, const Entry& entry, const Called& all) {
    const auto recommendation = all.recommendations.find(entry.text("recommendation"));
    if (recommendation == all.recommendations.end()) return entry.names_nothing("recommendation");
    const auto owner = all.owners.find(entry.text("agency"));
    if (owner == all.owners.end()) return entry.names_nothing("agency");
    const Step step{db, scope, entry, recommendation->second, owner->second};
    const auto what = entry.text("what");
    if (what != "ask" && what != "answer") return entry.names_nothing("step");
    const auto taken = what == "ask" ? ask(step) : answer(step);
    if (taken || taken.refusal().problems.empty()) return taken;
    return invalid("example", fmt::format("{}: row {}: {}", entry.file, entry.row + 2,
                                          taken.refusal().problems.front().words));
}

} // namespace

Result<Done> add_responses(store::Db& db, const Scope& scope, const Example& example) {
    const auto all = read_names(db, scope);
    db.finish();
    return each_row(
        db, example, "recommendation-answers.csv", [&](const Entry& entry) -> Result<Done> {
            const auto then = TRY(on_its_day(scope, entry));
            return take(db, as_office(db, then, "Head of delivery, business unit"), entry, all);
        });
}

} // namespace openmasa::command_line
