#pragma once
// Before a request is answered: what is restricted from the person who asks is
// taken out of every table that the handle reads, so that no list, count,
// search, download or page can show it.
#include "core/restriction/kinds.hpp"
#include "core/restriction/restriction.hpp"

namespace openmasa::restriction {

/// Hides from the handle what this scope may not read, until finish(), and
/// tells the scope which restricted records it does read, and which records its roles on single
/// records reach. Runs no statement when the scope knows that nothing is restricted, and holds no
/// such role. The command line, which is
/// the machine's own administrator, sees everything.
void look(store::Db& db, Scope& scope, const AllKinds& all);

/// Whether breaking the glass would show this person something: it is hidden,
/// and they are not denied.
bool would_open(const Scope& scope, const Restriction& restriction);

/// The tables without those records, what hangs on them, and what is said about
/// them, for a person or nobody known.
store::Lens lens_without(const std::vector<Record>& hidden, const std::optional<PersonId>& person,
                         const AllKinds& all);

/// Those of the restricted records that this scope may read which `answer` may have shown. A page
/// shows what it names by its id or title, also when it names only what hangs on it. A download may
/// be without ids, so that it may have shown all of them.
std::vector<Record> shown_in(store::Db& db, const Scope& scope, const AllKinds& all,
                             std::string_view content_type, std::string_view answer);
/// Writes an audit entry for each. Inside atomically().
void note_reading(store::Db& db, const Scope& scope, const std::vector<Record>& shown);
/// The same in a transaction of its own, before the answer is sent.
void record_reading(store::Db& db, const Scope& scope, const std::vector<Record>& shown);

} // namespace openmasa::restriction
