#pragma once
// Use cases: add a term, change, withdraw or bring it back, bring in the FLOURISH domains. One
// transaction each, run inside submit().
#include "core/terms/store.hpp"

namespace openmasa::terms {

/// Everything that is wrong with it beside those that are there, and for a name: when nobody is
/// called that.
std::vector<Problem> problems_in(store::Db& db, const Term& term);

/// `term.id` is made here.
Result<Term> add(store::Db& db, const Scope& scope, Term term);
/// Over `term.version`; a conflict when another one is there now. Its kind stays.
Result<Term> change(store::Db& db, const Scope& scope, Term term);
/// Those that are not there yet; gives how many were added.
Result<int> add_flourish_domains(store::Db& db, const Scope& scope);

} // namespace openmasa::terms
