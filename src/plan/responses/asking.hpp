#pragma once
// Use cases of whoever keeps the composite action plan: ask agencies for their answers, and remind
// them; and the morning's reminders. One transaction each, run inside submit().
#include "kernel/result.hpp"
#include "plan/recommendation_response_store.hpp"
#include "plan/recommendation_store.hpp"
#include "plan/responses/rules.hpp"

namespace openmasa::responses {

/// The recommendation, where this person may ask about it: one that is still followed by itself.
std::optional<recommendations::Whole> find_to_ask(store::Db& db, const Scope& scope,
                                                  const RecommendationId& id);
/// Its owners that are expected to respond, with those who will be told; by name. At most seven
/// statements. Those are told who may read it.
std::vector<Candidate> candidates(store::Db& db, const Scope& scope,
                                  const recommendations::Whole& whole);

/// Keeps what each is asked and tells them: people by a notice, an owner without an account by a
/// link. Who was asked before and has not answered is asked again, until the new day. Refuses a
/// recommendation that is not there or no longer followed (not found), and a wrong choice.
Result<Done> ask(store::Db& db, const Scope& scope, const Ask& command);

/// Once all who are expected to answer were asked by a day, that day counts and no longer the clock
/// since the recommendation was accepted: it stops. Inside atomically(); ask() does so itself.
void days_asked_for_count(store::Db& db, const Scope& scope,
                          const recommendations::Recommendation& it);

/// What can be reminded of by hand today, and whether anybody would be told: people with an
/// account, or an address whose link was not taken back.
struct Open {
    Response response;
    bool is_reached = false;
};
std::vector<Open> to_remind(store::Db& db, const Scope& scope, const RecommendationId& id);
/// Reminds them; refused when there is nobody, or they were reminded today.
Result<Done> remind_by_hand(store::Db& db, const Scope& scope, const RecommendationId& id);

/// The links of that owner's response end; it gets no other until it is asked again. Not found
/// where none works.
Result<Done> take_link_back(store::Db& db, const Scope& scope, const RecommendationId& id,
                            const OwnerId& owner);

/// The reminders of each answer that is not there yet, written each morning; in words for the log
/// of the work, "" when there was nothing. By the program itself.
std::string remind(store::Db& db, const Scope& scope);

} // namespace openmasa::responses
