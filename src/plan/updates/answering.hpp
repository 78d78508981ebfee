#pragma once
// Use case of whoever is asked: say how several actions stand, in one transaction.
#include "kernel/result.hpp"
#include "plan/updates/updates.hpp"
#include "store/db.hpp"

namespace openmasa::updates {

/// What was typed about one action.
struct Answer {
    plan::ActionId action;
    /// The version that the person read.
    std::int64_t version = 0;
    /// How it stood on the form, and what was chosen.
    plan::Status stood{};
    std::optional<plan::Status> status;
    std::string words;
    /// A link, or words that say what shows it.
    std::string evidence;
    bool nothing_changed = false;
};

/// Nothing was typed about it: it is not answered yet, and nothing is wrong with that.
bool is_untouched(const Answer& answer);
/// What is wrong with one answer, in the fields of that action (field_of()).
std::vector<Problem> problems_with(const Answer& answer, const Asked& asked);
/// "words_ID": the field of a form that asks about several actions.
std::string field_of(std::string_view name, const plan::ActionId& action);

/// Those of the request's actions that this person may say something about.
std::vector<Asked> asked_of(store::Db& db, const Scope& scope, const RequestId& request);

/// What became of the answers.
struct Answered {
    int recorded = 0;
    /// Somebody changed these meanwhile: nothing was recorded about them.
    std::vector<plan::ActionId> overtaken;
};
/// Records progress, and evidence where some was given, for every answer that was touched; told to
/// whoever asked. All or nothing where something is wrong; an action that somebody changed
/// meanwhile stays as it is while the others are saved. Refuses a request that is closed or not
/// there (not found), and when nothing at all was typed. Inside atomically().
Result<Answered> answer(store::Db& db, const Scope& scope, const Request& request,
                        const std::vector<Answer>& answers);

} // namespace openmasa::updates
