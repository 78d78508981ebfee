#pragma once
// A person leaves: in one act what they act for goes to somebody else, their roles, sessions and
// links end, and the account opens no more.
#include "core/accounts/people.hpp"
#include "kernel/result.hpp"

namespace openmasa::accounts {

/// What somebody acts for and who takes it over; nobody when `to` is empty.
struct HandOver {
    OwnerId owner;
    std::optional<AccountId> to;
    /// Nobody takes it over, and that is meant.
    bool to_nobody = false;
};
struct Leave {
    AccountId account;
    std::vector<HandOver> handed_over;
};

/// An owner that the leaver acts for, and how many others do.
struct Duty {
    OwnerId owner;
    std::string name;
    int others = 0;
};
std::vector<Duty> duties_of(store::Db& db, const PersonId& person, Day today);

/// Inside atomically(). Refused for oneself, for the last who may administer, and while something
/// that nobody else acts for is not handed over; problems belong to "to-OWNER".
Result<Done> leave(store::Db& db, const Scope& scope, const Leave& command);

} // namespace openmasa::accounts
