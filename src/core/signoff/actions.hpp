#pragma once
// Use cases: a document is offered, signed, sent back, withdrawn. Inside submit() or atomically();
// whether somebody may offer or withdraw is asked before by the feature whose document it is.
#include "core/signoff/store.hpp"

namespace openmasa::signoff {

/// Who holds that office on that day, whoever acts in it too: core knows no offices, so whoever
/// calls says it.
using Holders = std::vector<Holder> (*)(store::Db& db, const OwnerId& office, Day on);

/// Whoever signs first is told. The document's version is counted here, from the one that it
/// brings. Refused while an earlier version waits, and as problems_with(Document) says.
Result<SignOff> offer(store::Db& db, const Scope& scope, Document document,
                      std::vector<Asked> asked, Holders holders);

/// An office may have changed hands: whoever holds it today and must sign now is told, unless they
/// know already. Gives how many were told. Inside atomically().
int tell_new_holders(store::Db& db, const Scope& scope, const OwnerId& office, Holders holders);
/// The same for every office that is asked, for hands that change on a day that was said before.
int tell_new_holders(store::Db& db, const Scope& scope, Holders holders);

/// Not found for whoever does not hold the office today; otherwise refused as problems_with() says.
/// Whoever is next is told; the last signature tells who offered it.
Result<SignOff> sign(store::Db& db, const Scope& scope, const SignOffId& id, const Signing& signing,
                     std::string_view content, Holders holders);

/// An asked office, also one that has signed, asks for changes in its own words.
struct SendBack {
    SignOffId id;
    OwnerId office;
    std::string why;
};
Result<SignOff> send_back(store::Db& db, const Scope& scope, const SendBack& command,
                          Holders holders);

/// Before everybody has signed, with a reason.
Result<SignOff> withdraw(store::Db& db, const Scope& scope, const SignOffId& id,
                         const std::string& why);

} // namespace openmasa::signoff
