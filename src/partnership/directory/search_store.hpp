#pragma once
// Finding people in the directory.
#include "partnership/directory/entry.hpp"
#include "store/db.hpp"

namespace openmasa::directory {

struct Found {
    /// By agency, then by name; those without an agency last.
    std::vector<Listed> people;
    /// There are more than were asked for.
    bool there_are_more = false;
};
/// Whoever all the words lead to, by their name, position, agency and its sector, offices, groups,
/// seats, roles or what they can be asked about; of those who are listed on the scope's day. Four
/// statements. Nobody for whoever may not read agencies.
Found find_people(store::Db& db, const Scope& scope, const std::vector<std::string>& words,
                  int most);
/// One of them; nobody where they are not listed on the day.
std::optional<Listed> find_listed(store::Db& db, const Scope& scope, const PersonId& id);
/// The same of anybody, listed or not: for those who keep people's details.
std::optional<Listed> find_anybody(store::Db& db, const Scope& scope, const PersonId& id);
/// These, listed or not, each as they are on the day; in the order of the ids.
std::vector<Listed> listed_of(store::Db& db, const Scope& scope,
                              const std::vector<PersonId>& people);
/// The same without what they are: their name, agency and addresses. One statement.
std::vector<Listed> reachable(store::Db& db, const Scope& scope,
                              const std::vector<PersonId>& people);

/// The agencies that somebody belongs to, by name.
std::vector<std::string> agencies_of_people(store::Db& db);

} // namespace openmasa::directory
