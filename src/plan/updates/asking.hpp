#pragma once
// Use cases of whoever asks: ask, remind, close, take a link back, give another. One transaction
// each, run inside submit(); they list their effects.
#include "kernel/result.hpp"
#include "plan/updates/rules.hpp"
#include "store/db.hpp"
#include <map>

namespace openmasa::updates {

/// The plan's open actions that this person may ask about.
std::vector<OpenAction> askable_actions(store::Db& db, const Scope& scope,
                                        const plan::PlanId& plan);

/// Somebody who will be written to, and about how many actions: those that they may read.
struct Recipient {
    PersonId person;
    std::string known_as;
    int actions = 0;
};
/// One owner who is asked.
struct Party {
    OwnerId owner;
    std::string name;
    std::vector<OpenAction> actions;
    std::vector<Recipient> people;
    /// Of the actions, those that a link may show: not one that is restricted.
    int by_link = 0;
};
/// What becomes of a choice without problems.
std::vector<Party> parties(store::Db& db, const Scope& scope, const plan::PlanId& plan,
                           const std::vector<OpenAction>& actions);
/// How many people, each counted once.
int people_in(const std::vector<Party>& parties);

struct Ask {
    plan::PlanId plan;
    Choice choice;
    /// A sentence of one's own; may be empty.
    std::string words;
    /// By the owner's id: where the link of an owner goes for whom nobody has an account.
    std::map<std::string, std::string> emails;
};
/// "email_ID": where an owner's address is typed.
std::string email_field(const OwnerId& owner);
/// Keeps the request and tells everybody once. Owners with nobody to tell and no address are left
/// out. Refuses a plan that is not there, is withdrawn, or that this person may ask nothing about
/// (not found); a wrong choice; and when nobody is left to ask.
Result<RequestId> ask(store::Db& db, const Scope& scope, const Ask& command);

/// The request as this person may look after it: whoever may ask about all of the plan, and who
/// asked.
std::optional<Request> find_to_look_after(store::Db& db, const Scope& scope,
                                          const plan::PlanId& plan, const RequestId& id);

struct OfRequest {
    plan::PlanId plan;
    RequestId request;
};
/// Tells everybody who still owes answers; not more than once a day.
Result<Done> remind_by_hand(store::Db& db, const Scope& scope, const OfRequest& which);
/// Nobody is asked any more, and its links end.
Result<Done> close(store::Db& db, const Scope& scope, const OfRequest& which);
/// A new link for an office whose links have ended, to the address that is kept. Not found where
/// one works, where the request is closed, and where nobody has an address.
Result<Done> give_link_again(store::Db& db, const Scope& scope, const OfRequest& which,
                             const OfficeId& office);
/// The links of that office end; those that were never given or have ended are not found.
Result<Done> take_link_back(store::Db& db, const Scope& scope, const OfRequest& which,
                            const OfficeId& office);

} // namespace openmasa::updates
