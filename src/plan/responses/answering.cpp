#include "plan/responses/answering.hpp"
#include "core/notices/notice.hpp"
#include "kernel/london_time.hpp"
#include "kernel/text.hpp"
#include "plan/recommendation_clocks.hpp"
#include "plan/recommendation_store.hpp"

namespace openmasa::responses {
namespace {

void tell_asker(store::Db& db, const Scope& scope, const Response& response) {
    if (!response.asked_by) return;
    notices::tell(db, scope,
                  {.person = response.asked_by,
                   .kind = notices::Kind::answered,
                   .about_kind = record_kind,
                   .about_id = response.id.view(),
                   .path = "/recommendations/" + response.recommendation.str()});
}

} // namespace

std::optional<Response> find_to_answer(store::Db& db, const Scope& scope,
                                       const RecommendationId& id, const OwnerId& owner) {
    if (!may_answer(scope, owner)) return {};
    const auto about = recommendations::find_recommendation(db, scope, id);
    if (!about || about->withdrawn) return {};
    return find_response(db, scope, id, owner);
}

Result<Done> answer(store::Db& db, const Scope& scope, const GiveAnswer& command) {
    auto response = find_to_answer(db, scope, command.recommendation, command.owner);
    if (!response) return not_found();
    if (response->version != command.version)
        return conflict("Somebody saved this answer while you were writing. What they saved "
                        "comes first below; yours follows, as you left it.");
    if (auto problems = problems_with(command, *response, scope.today); !problems.empty())
        return invalid(std::move(problems));
    const bool is_first = !response->is_answered();
    response->answer = command.answer;
    response->done = std::string(trimmed(command.done));
    response->evidence = std::string(trimmed(command.evidence));
    response->link = std::string(trimmed(command.link));
    response->answered_on = typed_day(command.on);
    response->answered_by = scope.person;
    TRY(save_response(db, scope, *response,
                      {.verb = is_first ? "response.answered" : "response.answer_changed",
                       .true_from = response->answered_on}));
    keep_email(db, *response, "");
    const auto about = recommendations::find_recommendation(db, scope, command.recommendation);
    if (about && count_unanswered(db, *about) == 0)
        recommendations::stop_clock(db, scope, about->id, recommendations::Clock::response,
                                    "Everybody has answered");
    tell_asker(db, scope, *response);
    return Done{};
}

} // namespace openmasa::responses
