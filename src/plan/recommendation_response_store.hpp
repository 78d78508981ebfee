#pragma once
// Responses to recommendations in the database: each is a record with a version and a history of
// its own. What is hidden of a recommendation is hidden of its responses.
#include "core/audit/audit.hpp"
#include "kernel/result.hpp"
#include "plan/recommendation_responses.hpp"
#include "plan/store.hpp"
#include "store/db.hpp"
#include <vector>

namespace openmasa::responses {

/// Of those who may read recommendations; in the order of the owners' names. One statement.
std::vector<Response> responses_of(store::Db& db, const Scope& scope, const RecommendationId& id);
std::optional<Response> find_response(store::Db& db, const Scope& scope, const RecommendationId& id,
                                      const OwnerId& owner);
std::optional<Response> find_response(store::Db& db, const Scope& scope, const ResponseId& id);
/// Of recommendations that are still followed (not withdrawn, not at an end, not standing with
/// another): what is not answered, the one that is wanted first first.
std::vector<Response> unanswered(store::Db& db);

/// How many of those who are expected to answer it, or were asked, have not; whoever asks. One
/// statement.
int count_unanswered(store::Db& db, const recommendations::Recommendation& it);

/// How many of those who are expected to answer it nobody asked. One statement.
int count_never_asked(store::Db& db, const recommendations::Recommendation& it);

// Inside atomically(); each leaves an audit entry and a version.
void add_response(store::Db& db, const Scope& scope, const Response& response);
/// Over the version that was read; a conflict when somebody was first.
Result<Done> save_response(store::Db& db, const Scope& scope, const Response& response,
                           const plan::Deed& deed);

/// Where the link of an owner goes for whom nobody has an account.
struct Office {
    ResponseId response;
    std::string email;
};
std::vector<Office> offices_of(store::Db& db, const RecommendationId& id);
/// Empty forgets it.
void keep_email(store::Db& db, const Response& response, std::string_view email);

/// Holds every response against the newest version in the history.
void verify_responses(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::responses
