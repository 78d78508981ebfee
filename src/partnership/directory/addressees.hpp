#pragma once
// Whom a mailing list goes to on a day, and why.
#include "partnership/directory/mailing_list.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

struct Addressee {
    Listed person;
    /// "Partnership chair", "Member of Neglect Group": everything that leads to them.
    std::vector<std::string> why;
};
struct Addressees {
    /// By name.
    std::vector<Addressee> people;
    /// Those of the left out whom the rule leads to on the day.
    std::vector<MailingList::LeftOut> left_out;
    /// Of the people, each address once.
    std::vector<std::string> addresses() const;
    int without_address() const;
};
/// On the scope's day; at most five statements.
Addressees addressees_of(store::Db& db, const Scope& scope, const MailingList& list);

} // namespace openmasa::directory
