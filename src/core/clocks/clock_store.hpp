#pragma once
// Clocks that run, in the database.
#include "core/audit/audit.hpp"
#include "core/clocks/running.hpp"

namespace openmasa::clocks {

/// A clock with the reference to say aloud of what it is about; empty where that has none.
struct ListedClock {
    Clock clock;
    std::string reference;
};
/// Those that run, whoever may see them: the first due come first. At most `most`.
std::vector<ListedClock> running_clocks(store::Db& db, int most);

/// While somebody looks back (core/history): as it stood then, nothing where it had not been
/// started.
std::optional<Clock> as_it_stood(store::Db& db, Clock clock);
/// Those about one record, as they stood then.
std::vector<Clock> about_then(store::Db& db, std::string_view kind, std::string_view record);
/// Those that ran then, whoever may see them, in the order in which they were started.
std::vector<ListedClock> running_then(store::Db& db);

// Inside atomically(); each leaves an audit entry and a version in the history.
void add_clock(store::Db& db, const Scope& scope, const Clock& clock, Day due);
/// Saves over the version in `clock`; a conflict when somebody was first.
Result<Done> save_clock(store::Db& db, const Scope& scope, const Clock& clock, Day due,
                        std::string_view verb);

/// Holds what stands in the tables against the history.
void verify(store::Db& db, audit::Verdict& verdict);

} // namespace openmasa::clocks
